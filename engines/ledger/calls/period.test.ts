import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  buyer,
  finance,
  firm,
  move,
  openShop,
  ours,
  owner,
  type Shop,
  shop,
  theirs,
} from '../testing/shop.ts'

let books: Shop
beforeAll(async () => {
  books = await openShop()
})
afterAll(() => books.host.stop())

interface Periods {
  readonly periods: { readonly party?: string; readonly knownAt?: number; readonly totals?: object }[]
}

it('closes by legal day, lists closings with their sums, and says what gives the same statement for ever', async () => {
  books.clock.set(new Date('2026-04-02T02:00:00Z'))
  const close = (more: object) => books.ask<{ id: string }>('period.close', { unit: 'CNY', ...more }, finance)
  const asked = await close({ upTo: '2026-03-15' })
  expect(await close({ upTo: '2026-03-15' })).toMatchObject({ id: asked.id })
  await close({ upTo: '2026-03-31', party: theirs })
  await books.host.settle()
  const { periods } = await books.ask<Periods>('period.list', { unit: 'CNY' }, finance)
  expect(periods).toMatchObject([
    { party: theirs, accounts: 1, upTo: '2026-03-31T15:59:59.999Z', totals: { credits_posted: '3.00' } },
    { id: asked.id, accounts: 3, totals: { debits_posted: '126.45', credits_posted: '126.45' } },
  ])
  const { knownAt } = periods[1]!
  const statement = () =>
    books.ask<object>('account.statement', { account: shop, asAt: '2026-03-15', knownAt })
  const before = await statement()
  await books.post(move(7, 9n))
  expect(await statement()).toEqual(before)
  expect(await books.ask('account.read', { account: shop })).toMatchObject({
    closedUpTo: '2026-03-15T15:59:59.999Z',
  })
})

it('shows a party’s closings to it, those of a whole unit to offices', async () => {
  const seen = async (by: typeof firm) => (await books.ask<Periods>('period.list', {}, by)).periods.length
  expect([await seen(firm), await seen(buyer), await seen(finance)]).toEqual([0, 1, 2])
})

it('lets a party that may close its own accounts, and nobody else’s', async () => {
  expect(await books.refused('period.close', { unit: 'CNY', upTo: '2026-03-31', party: theirs }, owner)).toBe(
    'ledger.party_unknown',
  )
  expect(await books.ask('period.close', { unit: 'CNY', upTo: '2026-03-31' }, owner)).toMatchObject({
    party: ours,
  })
})
