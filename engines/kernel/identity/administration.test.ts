import { describe, expect, it } from 'vitest'
import { idOf, makePerson } from '../testing/people.ts'
import type { Actor } from './index.ts'
import { administration, operator } from './testing/administration.ts'

const here = await administration()
const { call, code, comer, enter } = here

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

describe('the last administrator', () => {
  it('stays, although two disable each other at once', async () => {
    const other = await makePerson(here.host, { login: 'third', party: operator, role: 'admin' })
    await call('kernel.account.disable', { account: here.deputy.account! })
    const disable = (account: string, by: Actor) => code('kernel.account.disable', { account }, by)
    const codes = await Promise.all([
      disable(other.account!, here.admin),
      disable(here.admin.account!, other),
    ])
    expect(codes.sort()).toEqual(['account.last_administrator', 'done'])
    const [gone] = await logins({ state: 'disabled', role: 'admin', search: 'r' })
    if (gone === 'root') await call('kernel.account.enable', { account: here.admin.account! }, other)
    else await call('kernel.account.enable', { account: other.account! })
    await call('kernel.account.enable', { account: here.deputy.account! })
    await call('kernel.role.end', { account: other.account!, party: operator, role: 'admin' })
  })

  it('is not whoever holds the role for a time only', async () => {
    const { account } = await comer('for.a.week')
    await call('kernel.role.grant', { account, party: operator, role: 'admin', to: '2026-12-01' })
    await call('kernel.role.end', { account: here.deputy.account!, party: operator, role: 'admin' })
    const input = { account: here.admin.account!, party: operator, role: 'admin' }
    const temporary = await enter('for.a.week')
    await call('kernel.session.act', { party: operator }, temporary)
    expect(await code('kernel.role.end', input, { ...here.admin, account })).toBe(
      'account.last_administrator',
    )
    expect(await code('kernel.role.end', { ...input, to: '2026-12-24' })).toBe('account.last_administrator')
    await call('kernel.role.grant', { account: here.deputy.account!, party: operator, role: 'admin' })
  })

  it('or any other neither disables nor strips themself, nor closes the party they act for', async () => {
    const own = { account: here.admin.account!, party: operator, role: 'admin' }
    expect(await code('kernel.account.disable', { account: own.account })).toBe('account.own')
    expect(await code('kernel.role.end', own)).toBe('account.own')
    const elsewhere = await makePerson(here.host, {
      login: 'elsewhere',
      party: idOf('elsewhere'),
      role: 'admin',
    })
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
    expect(await here.host.who.find(key, 'en', 'http')).toBeUndefined()
    const seen = await call('kernel.account.get', { account })
    expect(seen).toMatchObject({ state: 'disabled', disabledReason: 'Left the firm', sessions: [], keys: 0 })
  })

  it('is told once of two who do it at once', async () => {
    const { account } = await comer('twice')
    const disable = (by: Actor) => call<{ sessions: number }>('kernel.account.disable', { account }, by)
    const both = await Promise.all([disable(here.admin), disable(here.deputy)])
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
