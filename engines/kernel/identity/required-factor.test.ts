import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { EXAMPLE_PASSWORD } from './calls/password.ts'
import { type Actor, anonymous, prepareDemonstration, RoleBook } from './index.ts'
import { codeAt } from './second-factor.ts'
import { SoftAuthenticator } from './soft-authenticator.ts'

const named = { zh: '角色', en: 'Role' }
const reason = { zh: '管理平台', en: 'Runs the platform' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'root', name: named, scope: 'office', permissions: ['kernel.*'] },
  {
    id: 'admin',
    name: named,
    scope: 'office',
    permissions: ['kernel.*'],
    secondFactor: { required: true, reason, source: 'GB/T 22239-2019 8.1.4.1 d)' },
  },
])
const database = await testDatabase()
const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
const nobody = anonymous('en', 'http', '198.51.100.7')
let host: Host
let root: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [], roles, clock })
  root = await makePerson(host, { login: 'root', party: idOf('operator'), role: 'root' })
})
afterAll(() => host.stop())

const speaker = async (token: string) => (await host.who.find(token, 'en', 'http'))!
async function signIn(login: string, code?: string) {
  const given = { login, password: EXAMPLE_PASSWORD, ...(code && { code }) }
  const opened = host.call('kernel.session.open', given, nobody)
  return speaker((await answerOf<{ token: string }>(opened)).token)
}
/** An account with a password and nothing more, in a role. */
async function plain(login: string, role: string) {
  const { id, invitation } = await answerOf<{ id: string; invitation: { token: string } }>(
    host.call('kernel.account.create', { login, name: named, invite: true }, root),
  )
  await answerOf(host.call('kernel.role.grant', { account: id, party: root.party, role }, root))
  const welcome = { token: invitation.token, password: EXAMPLE_PASSWORD }
  await answerOf(host.call('kernel.account.welcome', welcome, nobody))
  return signIn(login)
}
const who = (actor: Actor) =>
  answerOf<{ permissions: string[]; secondFactor?: { state: string } }>(
    host.call('kernel.session.who', {}, actor),
  )
const refused = 'call.second_factor_required'

it('a role that requires a second factor lets its holder do nothing else until there is one', async () => {
  const actor = await plain('zhao.yi', 'admin')
  expect(await who(actor)).toMatchObject({
    permissions: [],
    secondFactor: { state: 'needed', reason, source: 'GB/T 22239-2019 8.1.4.1 d)' },
  })
  expect(await codeOf(host.call('kernel.account.list', {}, actor))).toBe(refused)
  expect(await codeOf(host.call('kernel.key.create', { name: 'mine', days: 1 }, actor))).toBe(refused)
  expect(await codeOf(host.call('kernel.role.list', {}, actor))).toBe(refused)
  const { secret } = await answerOf<{ secret: string }>(host.call('kernel.secondFactor.begin', {}, actor))
  const code = codeAt(secret, clock.now())
  await answerOf(host.call('kernel.secondFactor.confirm', { code }, actor))
  clock.set(new Date(clock.now().getTime() + 60_000))
  const after = await signIn('zhao.yi', codeAt(secret, clock.now()))
  await answerOf(host.call('kernel.account.list', {}, after))
  expect((await who(after)).secondFactor?.state).toBe('met')
})

it('a passkey is a second factor too, and removing it closes the door again', async () => {
  const actor = await plain('qian.er', 'admin')
  const { challenge } = await answerOf<{ challenge: string }>(host.call('kernel.passkey.begin', {}, actor))
  const party = host.address.relyingParty!
  const device = new SoftAuthenticator()
  const credential = device.create(party, challenge, actor.account!)
  const { id } = await answerOf<{ id: string }>(
    host.call('kernel.passkey.add', { name: '手机', credential }, actor),
  )
  const asked = await answerOf<{ challenge: string }>(host.call('kernel.passkey.ask', {}, nobody))
  const passkey = device.answer(party, asked.challenge)
  const opened = host.call('kernel.session.openByPasskey', { passkey }, nobody)
  const able = await speaker((await answerOf<{ token: string }>(opened)).token)
  await answerOf(host.call('kernel.account.list', {}, able))
  await answerOf(host.call('kernel.passkey.remove', { passkey: id }, able))
  expect((await who(able)).permissions).toEqual([])
})

it('a role that does not require it is held with a password alone', async () => {
  const actor = await plain('sun.san', 'trader')
  expect(actor.lacksSecondFactor).toBe(false)
  expect((await who(actor)).secondFactor).toBeUndefined()
})

it('a demonstration’s own accounts are excepted, and told so', async () => {
  await prepareDemonstration(host, {
    parties: [{ id: 'demo-platform', kind: 'operator', name: named }],
    accounts: [{ login: 'demo.admin', name: named, party: 'demo-platform', roles: ['admin'] }],
  })
  type Shown = { accounts: { login: string; password: string }[] }
  const { accounts } = await answerOf<Shown>(host.call('kernel.demonstration.accounts', {}, nobody))
  const { login, password } = accounts[0]!
  const opened = host.call('kernel.session.open', { login, password }, nobody)
  const actor = await speaker((await answerOf<{ token: string }>(opened)).token)
  await answerOf(host.call('kernel.account.list', {}, actor))
  expect((await who(actor)).secondFactor?.state).toBe('exempt')
  expect(await codeOf(host.call('kernel.passkey.begin', {}, actor))).toBe('demonstration.fixed')
})
