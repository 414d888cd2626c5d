import { describe, expect, it } from 'vitest'
import { administration, day, firm } from './testing/administration.ts'

const here = await administration()
const { call, code, comer, enter, legal, pass } = here

describe('a role', () => {
  const grant = (account: string, days: object) => ({ account, party: firm, role: 'clerk', ...days })
  const grants = async (login: string) => (await enter(login)).grants.size

  it('is held from the beginning of its first day to the end of its last, in Shanghai', async () => {
    const { account } = await comer('seasonal')
    const [first, last] = [legal(2), legal(3)]
    await call('kernel.role.grant', grant(account, { from: first, to: last }))
    expect(await grants('seasonal')).toBe(1)
    here.clock.set(new Date(`${first}T00:00:00+08:00`))
    expect(await grants('seasonal')).toBe(3)
    here.clock.set(new Date(new Date(`${last}T00:00:00+08:00`).getTime() + day - 1))
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
      [here.admin, here.deputy].map(by =>
        call<{ granted: boolean }>('kernel.role.grant', grant(account, {}), by),
      ),
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
    await here.host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.membership (account_id, party_id, role, from_at) values ($1, $2, 'forgotten', $3)`,
        [account, firm, here.clock.now()],
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
