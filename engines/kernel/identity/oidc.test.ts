import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import type { Host } from '../host/index.ts'
import { isRefusal } from '../refusal/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { type Actor, anonymous, type OidcDoor, oidcDoor, RoleBook } from './index.ts'
import { CLIENT, REDIRECT, startProvider, type TestProvider } from './testing/provider.ts'

const name = { zh: '角色', en: 'Role' }
const roles = new RoleBook([{ id: 'admin', name, scope: 'office', permissions: ['kernel.*'] }])
const database = await testDatabase()
const clock = new SimulatedClock(new Date(), 1)
let provider: TestProvider
let host: Host
let door: OidcDoor
let admin: Actor

beforeAll(async () => {
  provider = await startProvider()
  const oidc = { issuer: provider.issuer, ...CLIENT }
  host = await testHost({ url: database.url, modules: () => [], roles, clock, config: { oidc } })
  admin = await makePerson(host, { login: 'root', party: idOf('operator'), role: 'admin' })
  door = oidcDoor(host, () => REDIRECT)!
})
afterAll(async () => {
  await host.stop()
  await provider.stop()
})

async function begin(): Promise<{ url: string; saved: string }> {
  const begun = await door.begin()
  if (isRefusal(begun)) throw new Error(begun.code)
  return begun
}
async function ticketOf(subject: string): Promise<string> {
  const { url, saved } = await begin()
  const finished = await door.finish(await provider.signIn(url, subject), saved)
  if (isRefusal(finished)) throw new Error(finished.code)
  return finished.ticket
}
const enter = (ticket: string) =>
  host.call('kernel.session.openByTicket', { ticket }, anonymous('en', 'http'))
const link = (subject?: string) =>
  host.call('kernel.account.link', { account: admin.account, issuer: provider.issuer, subject }, admin)

it('asks the provider with PKCE, a state and a nonce, each its own', async () => {
  const [one, two] = [new URL((await begin()).url), new URL((await begin()).url)]
  expect(one.searchParams.get('code_challenge_method')).toBe('S256')
  for (const name of ['code_challenge', 'state', 'nonce'])
    expect(one.searchParams.get(name)).not.toBe(two.searchParams.get(name))
})

it('lets in only whom an administrator has linked, and no longer than that', async () => {
  expect(await codeOf(enter(await ticketOf('chen')))).toBe('session.not_linked')
  await answerOf(link('chen'))
  const opened = await answerOf<{ token: string; account: { login: string } }>(enter(await ticketOf('chen')))
  expect(opened.account.login).toBe('root')
  expect(await host.who.find(opened.token, 'en', 'http')).toMatchObject({ account: admin.account })
  expect(await codeOf(enter(await ticketOf('somebody-else')))).toBe('session.not_linked')
  await answerOf(link(undefined))
  expect(await codeOf(enter(await ticketOf('chen')))).toBe('session.not_linked')
})

it('takes no answer that belongs to another beginning', async () => {
  const [mine, other] = [await begin(), await begin()]
  const back = await provider.signIn(mine.url, 'chen')
  expect(await door.finish(back, other.saved)).toMatchObject({ code: 'oidc.failed' })
  expect(await door.finish(back, `${mine.saved}x`)).toMatchObject({ code: 'oidc.failed' })
  const changed = new URL(back)
  changed.searchParams.set('code', 'made-up')
  expect(await door.finish(changed.href, mine.saved)).toMatchObject({ code: 'oidc.failed' })
})

it('takes tickets that it made itself, for a minute', async () => {
  await answerOf(link('chen'))
  const ticket = await ticketOf('chen')
  expect(await codeOf(enter(`${ticket.slice(0, -2)}AA`))).toBe('session.ticket_spent')
  clock.set(new Date(clock.now().getTime() + 61_000))
  expect(await codeOf(enter(ticket))).toBe('session.ticket_spent')
})

it('says that the provider does not answer, and asks again later', async () => {
  const config = { ...host.config, oidc: { issuer: 'http://127.0.0.1:9', ...CLIENT } }
  const nowhere = oidcDoor({ ...host, config }, () => REDIRECT)!
  expect(await nowhere.begin()).toMatchObject({ code: 'oidc.unreachable' })
})
