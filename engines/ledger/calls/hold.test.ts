import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  bank,
  buyer,
  dated,
  finance,
  firm,
  openShop,
  purse,
  type Shop,
  shop,
  undated,
  voided,
} from '../testing/shop.ts'

let books: Shop
beforeAll(async () => {
  books = await openShop()
})
afterAll(() => books.host.stop())

interface Holds {
  readonly holds: { readonly id: string; readonly inUnit: string; readonly cursor: string }[]
  readonly more: boolean
}
const ids = async (input: object, by = firm) =>
  (await books.ask<Holds>('hold.list', input, by)).holds.map(hold => hold.id)

it('lists open holds to those whose accounts they are on', async () => {
  expect(await ids({})).toEqual([dated, undated])
  expect(await ids({}, buyer)).toEqual([dated])
  expect(await ids({ account: purse }, finance)).toEqual([dated])
  expect(await ids({ account: bank })).toEqual([undated])
  expect(await books.refused('hold.list', { account: bank }, buyer)).toBe('ledger.account_unknown')
  const [first] = (await books.ask<Holds>('hold.list', {})).holds
  expect(first).toMatchObject({
    inUnit: '10.00',
    debit: { id: shop, label: { zh: '货款' } },
    credit: { id: purse },
  })
})

it('finds holds by their end and by when they are due', async () => {
  expect(await ids({ account: shop, status: 'voided' })).toEqual([voided])
  expect(await ids({ account: shop, status: 'posted' })).toEqual([])
  expect(await books.refused('hold.list', { status: 'voided' })).toBe('ledger.hold_needs_account')
  expect(await ids({ dueBefore: '2026-03-20' })).toEqual([dated])
  expect(await ids({ dueBefore: '2026-03-19' })).toEqual([])
})

it('goes on after the last hold given', async () => {
  const first = await books.ask<Holds>('hold.list', { limit: 1 }, finance)
  expect([first.holds.map(hold => hold.id), first.more]).toEqual([[dated], true])
  expect(await ids({ limit: 1, after: first.holds[0]!.cursor }, finance)).toEqual([undated])
})
