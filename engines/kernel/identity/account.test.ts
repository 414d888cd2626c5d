import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { type Actor, anonymous, RoleBook } from './index.ts'

const named = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
const nobody = anonymous('en', 'http')
const party = idOf('operator')
const good = 'a sentence nobody guesses'

interface Made {
  id: string
  invitation: { token: string; url: string }
}

const database = await testDatabase()
const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
let host: Host
let admin: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [], roles, clock })
  admin = await makePerson(host, { login: 'root', party, role: 'admin' })
})
afterAll(() => host.stop())

function create(login: string): Promise<Made> {
  const input = { login, name: { zh: login, en: login }, invite: true }
  return answerOf<Made>(host.call('kernel.account.create', input, admin))
}
const welcome = (token: string, password = good) =>
  host.call('kernel.account.welcome', { token, password }, nobody)
const open = (login: string, password: string) =>
  host.call('kernel.session.open', { login, password }, nobody)
async function enter(login: string, password = good): Promise<Actor> {
  const { token } = await answerOf<{ token: string }>(open(login, password))
  return (await host.who.find(token, 'en', 'http'))!
}
async function trader(login: string): Promise<string> {
  const { id, invitation } = await create(login)
  await answerOf(welcome(invitation.token))
  await answerOf(host.call('kernel.role.grant', { account: id, party, role: 'trader' }, admin))
  return id
}

describe('a one-time link', () => {
  it('sets a password once', async () => {
    const { invitation } = await create('once')
    expect(await codeOf(welcome(invitation.token))).toBe('done')
    expect(await codeOf(welcome(invitation.token))).toBe('invitation.not_valid')
  })

  it('is used by one of two who come at once', async () => {
    const { invitation } = await create('both')
    const codes = await Promise.all([codeOf(welcome(invitation.token)), codeOf(welcome(invitation.token))])
    expect(codes.sort()).toEqual(['done', 'invitation.not_valid'])
  })

  it('is not used up by a password that is refused', async () => {
    const { invitation } = await create('careless')
    expect(await codeOf(welcome(invitation.token, 'short'))).toBe('password.too_short')
    expect(await codeOf(welcome(invitation.token, 'aaaaaaaaaaaaaaaa'))).toBe('password.too_plain')
    expect(await codeOf(welcome(invitation.token, 'careless 1234567'))).toBe('password.too_plain')
    expect(await codeOf(welcome(invitation.token))).toBe('done')
  })

  it('works no more after three days, or when a newer one was made', async () => {
    const first = await create('late')
    const second = await answerOf<Made['invitation']>(
      host.call('kernel.account.invite', { account: first.id }, admin),
    )
    expect(await codeOf(welcome(first.invitation.token))).toBe('invitation.not_valid')
    clock.set(new Date(clock.now().getTime() + 73 * 3600_000))
    expect(await codeOf(welcome(second.token))).toBe('invitation.not_valid')
  })
})

it('keeps a login for one account, in upper and lower case', async () => {
  await create('Taken.One')
  const again = { login: 'taken.ONE', name: named }
  expect(await codeOf(host.call('kernel.account.create', again, admin))).toBe('account.login_taken')
})

it('ends the other sessions when a password is changed', async () => {
  await trader('changes')
  const [here, there] = [await enter('changes'), await enter('changes')]
  const change = (current: string) =>
    host.call('kernel.account.changePassword', { current, password: `${good} again` }, here)
  expect(await codeOf(change('not the password'))).toBe('password.wrong')
  expect(await codeOf(change(good))).toBe('done')
  expect(await codeOf(open('changes', good))).toBe('session.not_known')
  const rows = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ hash: string }>(
      `select encode(token_hash, 'hex') as hash from kernel.session where ended_at is null and account_id = $1`,
      [here.account],
    ),
  )
  expect(rows.map(row => row.hash)).toEqual([here.session])
  expect(there.session).not.toBe(here.session)
})

describe('an API key', () => {
  it('is shown once, speaks for its owner and party, and is revoked at once', async () => {
    await trader('machine')
    const owner = await enter('machine')
    const made = await host.call('kernel.key.create', { name: 'upload', days: 30 }, owner, { key: 'k-1' })
    const { key, id } = await answerOf<{ key: string; id: string }>(Promise.resolve(made))
    expect(await host.who.find(key, 'en', 'http')).toMatchObject({ account: owner.account, party })
    const replay = await host.call('kernel.key.create', { name: 'upload', days: 30 }, owner, { key: 'k-1' })
    expect(replay).toMatchObject({ replayed: true, output: { id } })
    expect(JSON.stringify(replay)).not.toContain(key)
    await answerOf(host.call('kernel.key.revoke', { key: id }, owner))
    expect(await host.who.find(key, 'en', 'http')).toBeUndefined()
  })

  it('makes no further keys and changes no password', async () => {
    await trader('machine.two')
    const owner = await enter('machine.two')
    const { key } = await answerOf<{ key: string }>(
      host.call('kernel.key.create', { name: 'upload', days: 30 }, owner),
    )
    const machine = (await host.who.find(key, 'en', 'http'))!
    expect(await codeOf(host.call('kernel.key.create', { name: 'more', days: 1 }, machine))).toBe(
      'session.needed',
    )
    const change = { current: good, password: `${good} again` }
    expect(await codeOf(host.call('kernel.account.changePassword', change, machine))).toBe('session.needed')
  })

  it('ends on its day and with its account', async () => {
    const account = await trader('machine.three')
    const owner = await enter('machine.three')
    const make = (days: number) => host.call('kernel.key.create', { name: 'upload', days }, owner)
    expect(await codeOf(make(366))).toBe('key.too_long')
    const [short, long] = [
      await answerOf<{ key: string }>(make(1)),
      await answerOf<{ key: string }>(make(30)),
    ]
    clock.set(new Date(clock.now().getTime() + 25 * 3600_000))
    expect(await host.who.find(short.key, 'en', 'http')).toBeUndefined()
    expect(await host.who.find(long.key, 'en', 'http')).toBeDefined()
    await answerOf(host.call('kernel.account.disable', { account }, admin))
    expect(await host.who.find(long.key, 'en', 'http')).toBeUndefined()
  })
})

it('lists who grants what, made from the calls that are registered', async () => {
  const { permissions } = await answerOf<{
    permissions: { permission: string; calls: { name: string }[]; roles: object[] }[]
  }>(host.call('kernel.permission.list', {}, admin))
  expect(permissions.flatMap(each => each.calls.map(call => call.name)).sort()).toEqual(
    host
      .registry()
      .calls()
      .map(call => call.name)
      .sort(),
  )
  expect(permissions.find(each => each.permission === 'kernel.file.store')?.roles).toEqual([
    { role: 'trader', scope: 'own' },
    { role: 'admin', scope: 'office' },
  ])
})

it('keeps no answers for nobody: two who sign in with one idempotency key get a session each', async () => {
  await trader('keyless')
  const input = { login: 'keyless', password: good }
  const outcomes = await Promise.all(
    [1, 2].map(() => host.call('kernel.session.open', input, nobody, { key: 'same' })),
  )
  const tokens = outcomes.map(
    outcome => outcome.kind === 'done' && (outcome.output as { token: string }).token,
  )
  expect(new Set(tokens).size).toBe(2)
})
