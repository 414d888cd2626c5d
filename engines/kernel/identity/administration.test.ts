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
  { id: 'clerk', name: named, scope: 'own', permissions: ['kernel.account.read', 'kernel.party.read'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
const nobody = anonymous('en', 'http')
const operator = idOf('operator')
const firm = idOf('the firm')
const good = 'a sentence nobody guesses'

const database = await testDatabase()
const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
let host: Host
let admin: Actor
let deputy: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [], roles, clock })
  admin = await makePerson(host, { login: 'root', party: operator, role: 'admin' })
  deputy = await makePerson(host, { login: 'deputy', party: operator, role: 'admin' })
  await makePerson(host, { login: 'of.firm', party: firm, role: 'trader' })
})
afterAll(() => host.stop())

const call = <T = Record<string, never>>(name: string, input: object, by = admin): Promise<T> =>
  answerOf<T>(host.call(name, input, by))
const code = (name: string, input: object, by = admin) => codeOf(host.call(name, input, by))

/** A trader of the firm who has come: with a password, a role and a session. */
async function comer(login: string): Promise<Actor & { account: string }> {
  const { id, invitation } = await call<{ id: string; invitation: { token: string } }>(
    'kernel.account.create',
    {
      login,
      name: { zh: `姓名${login}`, en: login },
      invite: true,
    },
  )
  await call('kernel.account.welcome', { token: invitation.token, password: good }, nobody)
  await call('kernel.role.grant', { account: id, party: firm, role: 'trader' })
  return (await enter(login)) as Actor & { account: string }
}
async function enter(login: string): Promise<Actor> {
  const { token } = await call<{ token: string }>('kernel.session.open', { login, password: good }, nobody)
  return (await host.who.find(token, 'en', 'http'))!
}
const day = 86_400_000
const pass = (time: number) => clock.set(new Date(clock.now().getTime() + time))

interface Listed {
  accounts: {
    login: string
    state: string
    signedInAt?: string
    invitedUntil?: string
    secondFactor: boolean
  }[]
  next?: string
}
const logins = async (input: object, by = admin) =>
  (await call<Listed>('kernel.account.list', input, by)).accounts.map(account => account.login)

describe('the last administrator', () => {
  it('stays, although two disable each other at once', async () => {
    const other = await makePerson(host, { login: 'third', party: operator, role: 'admin' })
    await call('kernel.account.disable', { account: deputy.account! })
    const disable = (account: string, by: Actor) => code('kernel.account.disable', { account }, by)
    const codes = await Promise.all([disable(other.account!, admin), disable(admin.account!, other)])
    expect(codes.sort()).toEqual(['account.last_administrator', 'done'])
    const [gone] = await logins({ state: 'disabled', role: 'admin', search: 'r' })
    if (gone === 'root') await call('kernel.account.enable', { account: admin.account! }, other)
    else await call('kernel.account.enable', { account: other.account! })
    await call('kernel.account.enable', { account: deputy.account! })
    await call('kernel.role.end', { account: other.account!, party: operator, role: 'admin' })
  })

  it('is not whoever holds the role for a time only', async () => {
    const { account } = await comer('for.a.week')
    await call('kernel.role.grant', { account, party: operator, role: 'admin', to: '2026-12-01' })
    await call('kernel.role.end', { account: deputy.account!, party: operator, role: 'admin' })
    const input = { account: admin.account!, party: operator, role: 'admin' }
    const temporary = await enter('for.a.week')
    await call('kernel.session.act', { party: operator }, temporary)
    expect(await code('kernel.role.end', input, { ...admin, account })).toBe('account.last_administrator')
    expect(await code('kernel.role.end', { ...input, to: '2026-12-24' })).toBe('account.last_administrator')
    await call('kernel.role.grant', { account: deputy.account!, party: operator, role: 'admin' })
  })

  it('or any other neither disables nor strips themself, nor closes the party they act for', async () => {
    const own = { account: admin.account!, party: operator, role: 'admin' }
    expect(await code('kernel.account.disable', { account: own.account })).toBe('account.own')
    expect(await code('kernel.role.end', own)).toBe('account.own')
    const elsewhere = await makePerson(host, { login: 'elsewhere', party: idOf('elsewhere'), role: 'admin' })
    expect(await code('kernel.party.close', { party: operator, reason: 'Moved' })).toBe('party.own')
    await call('kernel.role.end', { ...own, account: elsewhere.account!, party: elsewhere.party! })
    const closing = { party: operator, reason: 'Moved' }
    expect(await code('kernel.party.close', closing, elsewhere)).toBe('account.last_administrator')
  })
})

describe('an account disabled while signed in', () => {
  it('is turned away at its next call, and whoever disabled it is told what ended', async () => {
    const { account, session } = await comer('busy')
    await enter('busy')
    const owner = await enter('busy')
    const { key } = await call<{ key: string }>('kernel.key.create', { name: 'upload', days: 5 }, owner)
    expect(session).toBeDefined()
    const ended = await call('kernel.account.disable', { account, reason: 'Left the firm' })
    expect(ended).toEqual({ id: account, sessions: 3, keys: 1 })
    expect(await host.who.find(key, 'en', 'http')).toBeUndefined()
    const seen = await call('kernel.account.get', { account })
    expect(seen).toMatchObject({ state: 'disabled', disabledReason: 'Left the firm', sessions: [], keys: 0 })
  })

  it('is told once of two who do it at once', async () => {
    const { account } = await comer('twice')
    const disable = (by: Actor) => call<{ sessions: number }>('kernel.account.disable', { account }, by)
    const both = await Promise.all([disable(admin), disable(deputy)])
    expect(both.map(({ sessions }) => sessions).sort()).toEqual([0, 1])
    const { changes } = await call<{ changes: { type: string }[] }>('kernel.account.history', { account })
    expect(changes.filter(({ type }) => type === 'kernel.account.disabled')).toHaveLength(1)
  })

  it('gets no new link until it is enabled again', async () => {
    const { account } = await comer('linkless')
    await call('kernel.account.disable', { account })
    expect(await code('kernel.account.invite', { account })).toBe('account.disabled')
    await call('kernel.account.enable', { account })
    expect(await code('kernel.account.invite', { account })).toBe('done')
  })
})

it('ends the sessions of an account that stays able', async () => {
  const { account, session } = await comer('lost.phone')
  expect(session).toBeDefined()
  expect(await call('kernel.account.endSessions', { account })).toEqual({ ended: 1 })
  expect((await call<{ sessions: object[] }>('kernel.account.get', { account })).sessions).toEqual([])
  expect((await enter('lost.phone')).account).toBe(account)
})

describe('a role', () => {
  const grant = (account: string, days: object) => ({ account, party: firm, role: 'clerk', ...days })
  const grants = async (login: string) => (await enter(login)).grants.size

  it('is held from the beginning of its first day to the end of its last, in Shanghai', async () => {
    const { account } = await comer('seasonal')
    const [first, last] = [legal(2), legal(3)]
    await call('kernel.role.grant', grant(account, { from: first, to: last }))
    expect(await grants('seasonal')).toBe(1)
    clock.set(new Date(`${first}T00:00:00+08:00`))
    expect(await grants('seasonal')).toBe(3)
    clock.set(new Date(new Date(`${last}T00:00:00+08:00`).getTime() + day - 1))
    expect(await grants('seasonal')).toBe(3)
    pass(1)
    expect(await grants('seasonal')).toBe(1)
  })

  it('is not given for days that have passed, nor twice for the same days', async () => {
    const { account } = await comer('overlap')
    const given = (days: object) => code('kernel.role.grant', grant(account, days))
    expect(await given({ from: legal(-1) })).toBe('role.backdated')
    expect(await given({ to: legal(-1) })).toBe('role.ends_before')
    expect(await given({ from: legal(5), to: legal(4) })).toBe('role.ends_before')
    await call('kernel.role.grant', grant(account, { from: legal(5), to: legal(8) }))
    expect(await given({ from: legal(8), to: legal(9) })).toBe('role.overlaps')
    expect(await given({})).toBe('role.overlaps')
    expect(await call('kernel.role.grant', grant(account, { from: legal(6), to: legal(8) }))).toEqual({
      granted: false,
    })
    expect(await given({ to: legal(4) })).toBe('done')
  })

  it('given by two at once is held once', async () => {
    const { account } = await comer('pair')
    const both = await Promise.all(
      [admin, deputy].map(by => call<{ granted: boolean }>('kernel.role.grant', grant(account, {}), by)),
    )
    expect(both.map(({ granted }) => granted).sort()).toEqual([false, true])
  })

  it('ends on a day that is set, and one that has not begun never begins', async () => {
    const { account } = await comer('leaver')
    await call('kernel.role.grant', grant(account, {}))
    await call('kernel.role.end', grant(account, { to: legal(1) }))
    expect(await grants('leaver')).toBe(3)
    await call('kernel.role.grant', grant(account, { from: legal(3) }))
    expect(await code('kernel.role.end', grant(account, { to: legal(-1) }))).toBe('role.ends_before')
    const since = new Date(`${legal(3)}T00:00:00+08:00`).toISOString()
    await call('kernel.role.end', grant(account, { since }))
    await call('kernel.role.grant', grant(account, { from: legal(3), to: legal(3) }))
    await call('kernel.role.end', grant(account, { since }))
    const { memberships } = await call<{ memberships: { role: string; when: string }[] }>(
      'kernel.account.get',
      {
        account,
      },
    )
    expect(memberships.map(({ role, when }) => `${role} ${when}`).sort()).toEqual([
      'clerk now',
      'clerk over',
      'trader now',
    ])
    pass(4 * day)
    expect(await grants('leaver')).toBe(1)
  })

  it('tells who holds it, and of what is held and defined no more', async () => {
    const { account } = await comer('holder')
    await call('kernel.role.grant', grant(account, {}))
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.membership (account_id, party_id, role, from_at) values ($1, $2, 'forgotten', $3)`,
        [account, firm, clock.now()],
      ),
    )
    const list = await call<{ roles: { id: string; holders: number }[]; orphaned: object[] }>(
      'kernel.role.list',
      { counted: true },
    )
    expect(list.orphaned).toEqual([{ id: 'forgotten', holders: 1 }])
    const { holders } = await call<{ holders: { login: string }[] }>('kernel.role.holders', { role: 'clerk' })
    expect(list.roles.find(({ id }) => id === 'clerk')!.holders).toBe(holders.length)
    expect(holders.map(({ login }) => login)).toContain('holder')
  })
})

/** The legal day so many days from now. */
function legal(days: number): string {
  return new Date(clock.now().getTime() + 8 * 3600_000 + days * day).toISOString().slice(0, 10)
}

describe('the list of accounts', () => {
  it('finds by login and name, not by what names are kept in', async () => {
    await comer('findable')
    expect(await logins({ search: 'INDAB' })).toEqual(['findable'])
    expect(await logins({ search: '姓名findable' })).toEqual(['findable'])
    expect(await logins({ search: '"zh"' })).toEqual([])
  })

  it('tells those who never came from those who did, with how long their link works', async () => {
    const input = { login: 'not.yet', name: named, invite: true }
    const { id } = await call<{ id: string }>('kernel.account.create', input)
    const invited = await call<Listed>('kernel.account.list', { state: 'invited', search: 'not.yet' })
    expect(invited.accounts[0]).toMatchObject({
      invitedUntil: new Date(clock.now().getTime() + 3 * day).toISOString(),
    })
    pass(4 * day)
    const later = await call<{ invitedUntil?: string }>('kernel.account.get', { account: id })
    expect(later.invitedUntil).toBeUndefined()
    expect(await logins({ state: 'active' })).not.toContain('not.yet')
  })

  it.each(['login', '-login', 'name', '-name', 'created', '-created', 'signedIn', '-signedIn'])(
    'sorted by %s goes on where a page ended, without a gap or a repetition',
    async sort => {
      const whole = await logins({ sort, limit: 200 })
      const pages: string[] = []
      for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
        const page = await call<Listed>('kernel.account.list', { sort, limit: 3, ...(after && { after }) })
        pages.push(...page.accounts.map(({ login }) => login))
        after = page.next
      }
      expect(whole.length).toBeGreaterThan(9)
      expect(pages).toEqual(whole)
    },
  )

  it('filters by second factor, role and party', async () => {
    const owner = await comer('factored')
    expect(await logins({ secondFactor: true })).toEqual([])
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.second_factor (account_id, secret, begun_at, confirmed_at) values ($1, '', $2, $2)`,
        [owner.account, clock.now()],
      ),
    )
    expect(await logins({ secondFactor: true })).toEqual(['factored'])
    expect(await logins({ role: 'admin', party: firm })).toEqual([])
    expect(await logins({ role: 'trader', party: firm, search: 'fact' })).toEqual(['factored'])
  })

  it('shows whose permission reaches their own party only no account but their own', async () => {
    const clerk = await makePerson(host, { login: 'clerk', party: firm, role: 'clerk' })
    expect(await logins({}, clerk)).toEqual(['clerk'])
    const other = { account: admin.account! }
    expect(await code('kernel.account.get', other, clerk)).toBe('account.not_found')
    expect(await code('kernel.account.history', other, clerk)).toBe('account.not_found')
    expect(await code('kernel.party.history', { party: operator }, clerk)).toBe('party.not_found')
    expect(await code('kernel.party.get', { party: operator }, clerk)).toBe('party.not_found')
    expect((await call<{ parties: object[] }>('kernel.party.list', {}, clerk)).parties).toHaveLength(1)
    expect((await call<{ keys: object[] }>('kernel.account.keys', {}, clerk)).keys).toEqual([])
  })
})

describe('a party', () => {
  it('says what closing it ends, and opened again has neither sessions nor keys', async () => {
    const { id: party } = await call<{ id: string }>('kernel.party.create', { kind: 'stall', name: named })
    const owner = await makePerson(host, { login: 'stallholder', party, role: 'trader' })
    await makePerson(host, { login: 'helper', party, role: 'trader' })
    await call('kernel.role.grant', { account: owner.account!, party: firm, role: 'trader' })
    const { key } = await call<{ key: string }>('kernel.key.create', { name: 'till', days: 5 }, owner)
    const before = await call('kernel.party.get', { party })
    expect(before).toMatchObject({ accounts: 2, alone: 1, sessions: 2, keys: 1, closed: false })
    expect(await call('kernel.party.close', { party, reason: '合并' })).toEqual({
      id: party,
      sessions: 2,
      keys: 1,
    })
    expect(await call('kernel.party.get', { party })).toMatchObject({ closed: true, closedReason: '合并' })
    await call('kernel.party.reopen', { party })
    expect(await host.who.find(key, 'en', 'http')).toBeUndefined()
    expect(await call('kernel.party.get', { party })).toMatchObject({ closed: false, sessions: 0, keys: 0 })
    const { changes } = await call<{ changes: { type: string; by?: { login: string } }[] }>(
      'kernel.party.history',
      { party },
    )
    expect(changes.map(({ type, by }) => `${type} ${by?.login}`)).toEqual(
      ['reopened', 'closed', 'created'].map(what => `kernel.party.${what} root`),
    )
  })

  it('is found by name and credit code, and its kinds are told', async () => {
    const code = '91420100MA4KABCD12'
    const name = { zh: '阳逻港仓储', en: 'Yangluo' }
    const { id } = await call<{ id: string }>('kernel.party.create', {
      kind: 'keeper',
      name,
      creditCode: code,
    })
    const found = async (input: object) =>
      (await call<{ parties: { id: string }[] }>('kernel.party.list', input)).parties.map(party => party.id)
    expect(await found({ search: 'a4kabcd' })).toEqual([id])
    expect(await found({ search: '阳逻' })).toEqual([id])
    expect(await found({ kind: 'keeper', closed: true })).toEqual([])
    expect((await found({ sort: '-created' }))[0]).toBe(id)
    expect((await call<{ kinds: string[] }>('kernel.party.kinds', {})).kinds).toEqual([
      'firm',
      'keeper',
      'stall',
    ])
  })

  it('names its members page by page, with those whose time is over where they are asked for', async () => {
    const { id: party } = await call<{ id: string }>('kernel.party.create', { kind: 'stall', name: named })
    for (const login of ['m.one', 'm.two', 'm.three'])
      await makePerson(host, { login, party, role: 'trader' })
    const members = async (input: object) =>
      (
        await call<{ members: { login: string }[]; more: boolean }>('kernel.party.members', {
          party,
          ...input,
        })
      ).members.map(({ login }) => login)
    expect(await members({ limit: 2 })).toEqual(['m.one', 'm.three'])
    expect(await members({ after: 'm.three' })).toEqual(['m.two'])
    await call('kernel.role.end', { account: idOf('account m.one'), party, role: 'trader' })
    expect(await members({})).toEqual(['m.three', 'm.two'])
    expect(await members({ all: true })).toHaveLength(3)
  })
})

describe('an API key', () => {
  it('tells when it was used last, to its owner and to whoever looks after all', async () => {
    const owner = await comer('keyed')
    const made = await call<{ id: string; key: string }>(
      'kernel.key.create',
      { name: 'nightly', days: 5 },
      owner,
    )
    const mine = () => call<{ keys: { usedAt?: string }[] }>('kernel.key.list', {}, owner)
    expect((await mine()).keys[0]!.usedAt).toBeUndefined()
    pass(90_000)
    await host.who.find(made.key, 'en', 'http')
    const used = clock.now().toISOString()
    expect((await mine()).keys[0]!.usedAt).toBe(used)
    const { keys } = await call<{ keys: object[] }>('kernel.account.keys', {
      search: 'NIGHT',
      state: 'valid',
    })
    expect(keys).toMatchObject([
      { id: made.id, usedAt: used, account: { login: 'keyed' }, party: { id: firm } },
    ])
    await call('kernel.account.revokeKey', { key: made.id })
    expect(await host.who.find(made.key, 'en', 'http')).toBeUndefined()
    expect(await code('kernel.account.revokeKey', { key: made.id })).toBe('key.not_found')
    const { changes } = await call<{ changes: { type: string; by: { login: string } }[] }>(
      'kernel.account.history',
      {
        account: owner.account,
      },
    )
    expect(changes.slice(0, 2).map(({ type, by }) => `${type} ${by.login}`)).toEqual([
      'kernel.key.revoked root',
      'kernel.key.created keyed',
    ])
  })
})

it('tells how an account signed in apart from what was changed about it', async () => {
  const { account } = await comer('watched')
  await code('kernel.session.open', { login: 'watched', password: 'wrong' }, nobody)
  const types = async (what: string) =>
    (await call<{ changes: { type: string }[] }>('kernel.account.history', { account, what })).changes.map(
      ({ type }) => type,
    )
  expect(await types('signIns')).toEqual(['kernel.session.refused', 'kernel.session.opened'])
  expect(await types('changes')).toEqual([
    'kernel.role.granted',
    'kernel.account.passwordSet',
    'kernel.account.invited',
    'kernel.account.created',
  ])
})
