import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { EXAMPLE_PASSWORD } from './calls/password.ts'
import { type Actor, anonymous, RoleBook } from './index.ts'

const named = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
const firm = idOf('the firm')
const branch = idOf('the branch')
const start = new Date('2026-11-23T01:00:00Z')

interface Opened {
  token: string
  party: { id: string }
  parties: { id: string }[]
  permissions: string[]
}

const database = await testDatabase()
const clock = new SimulatedClock(start, 0)
let host: Host
let admin: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [], roles, clock })
  admin = await makePerson(host, { login: 'root', party: idOf('operator'), role: 'admin' })
  await makePerson(host, { login: 'li.si', party: firm, role: 'trader' })
  await makePerson(host, { login: 'zhang.san', party: firm, role: 'trader' })
})
afterAll(() => host.stop())
beforeEach(() => clock.set(new Date(clock.now().getTime() + 48 * 3600_000)))

function open(login: string, password: string, address?: string) {
  return host.call('kernel.session.open', { login, password }, anonymous('en', 'http', address))
}
function enter(login = 'li.si'): Promise<Opened> {
  return answerOf<Opened>(open(login, EXAMPLE_PASSWORD))
}
function pass(minutes: number): void {
  clock.set(new Date(clock.now().getTime() + minutes * 60_000))
}
const speaker = (token: string) => host.who.find(token, 'en', 'http')

it('says who is signed in, for whom, and what they may do', async () => {
  const opened = await answerOf<Opened>(open(' LI.SI ', EXAMPLE_PASSWORD))
  expect(opened).toMatchObject({
    account: { login: 'li.si' },
    party: { id: firm },
    roles: [{ id: 'trader', name: named }],
  })
  expect(opened.permissions).toEqual(['kernel.file.fetch', 'kernel.file.store'])
  const who = await answerOf(host.call('kernel.session.who', {}, (await speaker(opened.token))!))
  const { token: _, expiresAt: __, ...same } = opened as Opened & { expiresAt: string }
  expect(who).toEqual(same)
  expect(await answerOf(host.call('kernel.session.who', {}, anonymous('en', 'http')))).toEqual({
    signedIn: false,
  })
})

it('tells a wrong password and an unknown login by the same words', async () => {
  expect(await codeOf(open('li.si', 'not the password'))).toBe('session.not_known')
  expect(await codeOf(open('nobody.at.all', 'not the password'))).toBe('session.not_known')
})

describe('failed tries', () => {
  it('are counted one by one although thirty come at once', async () => {
    const codes = await Promise.all(Array.from({ length: 30 }, () => codeOf(open('zhang.san', 'wrong'))))
    expect(codes.filter(code => code === 'session.not_known')).toHaveLength(5)
    expect(codes.filter(code => code === 'session.too_many_tries')).toHaveLength(25)
    expect(await codeOf(open('zhang.san', EXAMPLE_PASSWORD))).toBe('session.too_many_tries')
  })

  it('make each next wait twice as long, and are forgotten on signing in', async () => {
    for (let n = 0; n < 5; n++) await open('zhang.san', 'wrong')
    for (const expected of [1, 2, 4, 8]) {
      const outcome = await open('zhang.san', 'wrong')
      expect(outcome).toMatchObject({ refusal: { params: { seconds: expected } } })
      clock.set(new Date(clock.now().getTime() + expected * 1000))
      expect(await codeOf(open('zhang.san', 'wrong'))).toBe('session.not_known')
    }
    pass(1)
    expect(await codeOf(open('zhang.san', EXAMPLE_PASSWORD))).toBe('done')
    expect(await codeOf(open('zhang.san', 'wrong'))).toBe('session.not_known')
  })

  it('of many logins from one address slow that address down, and no other', async () => {
    await answerOf(host.call('kernel.limit.change', { name: 'tries.address', value: 3 }, admin))
    for (const login of ['aa', 'bb', 'cc']) await open(login, 'wrong', '203.0.113.9')
    expect(await codeOf(open('li.si', EXAMPLE_PASSWORD, '203.0.113.9'))).toBe('session.too_many_tries')
    expect(await codeOf(open('li.si', EXAMPLE_PASSWORD, '203.0.113.10'))).toBe('done')
  })

  it('stand in the database by digests only', async () => {
    await open('a-password-typed-as-login', 'wrong')
    const rows = await host.database.transact({ scope: 'system' }, tx =>
      tx.query('select t::text as text from kernel.sign_in_try t'),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('a-password')
  })
})

describe('a session', () => {
  it('ends after an hour of rest, and is kept by being used', async () => {
    const { token } = await enter()
    for (let n = 0; n < 4; n++) {
      pass(40)
      expect(await speaker(token)).toBeDefined()
    }
    pass(61)
    expect(await speaker(token)).toBeUndefined()
  })

  it('ends after twelve hours although it is used', async () => {
    const { token } = await enter()
    for (let n = 0; n < 23; n++) {
      pass(30)
      expect(await speaker(token)).toBeDefined()
    }
    pass(31)
    expect(await speaker(token)).toBeUndefined()
  })

  it('lives as long as the installation says', async () => {
    await answerOf(host.call('kernel.limit.change', { name: 'session.idle', value: 5 }, admin))
    const { token } = await enter()
    pass(6)
    expect(await speaker(token)).toBeUndefined()
    await answerOf(host.call('kernel.limit.change', { name: 'session.idle', value: 60 }, admin))
  })

  it('speaks no more the moment it is ended', async () => {
    const { token } = await enter()
    await answerOf(host.call('kernel.session.end', {}, (await speaker(token))!))
    expect(await speaker(token)).toBeUndefined()
  })

  it('ends with its account, its role and its party', async () => {
    const account = idOf('account li.si')
    const role = { account, party: firm, role: 'trader' }
    const { token } = await enter()
    await answerOf(host.call('kernel.role.end', role, admin))
    expect((await speaker(token))?.grants.size).toBe(0)
    expect(await codeOf(open('li.si', EXAMPLE_PASSWORD))).toBe('session.no_party')
    await answerOf(host.call('kernel.role.grant', role, admin))
    expect((await speaker(token))?.grants.size).toBe(1)
    await answerOf(host.call('kernel.account.disable', { account }, admin))
    expect(await speaker(token)).toBeUndefined()
    expect(await codeOf(open('li.si', EXAMPLE_PASSWORD))).toBe('session.not_known')
    await answerOf(host.call('kernel.account.enable', { account }, admin))
    expect(await speaker((await enter()).token)).toBeDefined()
  })

  it('acts for another party of its account, and for none besides', async () => {
    await makePerson(host, { login: 'of.branch', party: branch, role: 'trader' })
    const role = { account: idOf('account li.si'), party: branch, role: 'trader' }
    await answerOf(host.call('kernel.role.grant', role, admin))
    const { token, parties } = await enter()
    expect(parties.map(each => each.id)).toEqual([firm, branch])
    await answerOf(host.call('kernel.session.act', { party: branch }, (await speaker(token))!))
    expect((await speaker(token))!.party).toBe(branch)
    const other = { party: idOf('operator') }
    expect(await codeOf(host.call('kernel.session.act', other, (await speaker(token))!))).toBe(
      'party.not_found',
    )
    expect((await enter()).party.id).toBe(branch)
    await answerOf(host.call('kernel.party.close', { party: branch, reason: 'Merged' }, admin))
    expect(await speaker(token)).toBeUndefined()
    expect((await enter()).party.id).toBe(firm)
  })
})
