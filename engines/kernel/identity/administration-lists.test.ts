import { beforeAll, describe, expect, it } from 'vitest'
import { idOf, makePerson } from '../testing/people.ts'
import { administration, day, firm, named, nobody, operator } from './testing/administration.ts'

const here = await administration()
const { call, code, comer, pass } = here

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
const logins = async (input: object, by = here.admin) =>
  (await call<Listed>('kernel.account.list', input, by)).accounts.map(account => account.login)

describe('the list of accounts', () => {
  beforeAll(async () => {
    for (const [n, zh] of ['周', '阿', '陈', '阿', '何', '武'].entries())
      await call('kernel.account.create', { login: `listed.${n}`, name: { zh, en: zh } })
  })

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
      invitedUntil: new Date(here.clock.now().getTime() + 3 * day).toISOString(),
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
      expect(whole.length).toBeGreaterThan(8)
      expect(pages).toEqual(whole)
    },
  )

  it('puts names in the order of their pinyin', async () => {
    // ā, ā, chén, hé, wǔ, zhōu
    const order = ['listed.1', 'listed.3', 'listed.2', 'listed.4', 'listed.5', 'listed.0']
    expect(await logins({ search: 'listed.', sort: 'name' })).toEqual(order)
  })

  it('filters by second factor, role and party', async () => {
    const owner = await comer('factored')
    expect(await logins({ secondFactor: true })).toEqual([])
    await here.host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.second_factor (account_id, secret, begun_at, confirmed_at) values ($1, '', $2, $2)`,
        [owner.account, here.clock.now()],
      ),
    )
    expect(await logins({ secondFactor: true })).toEqual(['factored'])
    expect(await logins({ role: 'admin', party: firm })).toEqual([])
    expect(await logins({ role: 'trader', party: firm, search: 'fact' })).toEqual(['factored'])
  })

  it('shows whose permission reaches their own party only no account but their own', async () => {
    const clerk = await makePerson(here.host, { login: 'clerk', party: firm, role: 'clerk' })
    expect(await logins({}, clerk)).toEqual(['clerk'])
    const other = { account: here.admin.account! }
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
    const owner = await makePerson(here.host, { login: 'stallholder', party, role: 'trader' })
    await makePerson(here.host, { login: 'helper', party, role: 'trader' })
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
    expect(await here.host.who.find(key, 'en', 'http')).toBeUndefined()
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
      await makePerson(here.host, { login, party, role: 'trader' })
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
    await here.host.who.find(made.key, 'en', 'http')
    const used = here.clock.now().toISOString()
    expect((await mine()).keys[0]!.usedAt).toBe(used)
    const { keys } = await call<{ keys: object[] }>('kernel.account.keys', {
      search: 'NIGHT',
      state: 'valid',
    })
    expect(keys).toMatchObject([
      { id: made.id, usedAt: used, account: { login: 'keyed' }, party: { id: firm } },
    ])
    await call('kernel.account.revokeKey', { key: made.id })
    expect(await here.host.who.find(made.key, 'en', 'http')).toBeUndefined()
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
