import { afterAll, beforeAll, expect, it } from 'vitest'
import { idOf } from '../machine/testing/histories.ts'
import { buyer, firm, openShop, type Shop } from '../testing/shop.ts'

let books: Shop
beforeAll(async () => {
  books = await openShop()
})
afterAll(() => books.host.stop())

const find = (n: number, by = firm) =>
  books.ask<{ transfers: object[] }>('transfer.find', { transfer: idOf('a', 100 + n) }, by)

it('finds a transfer by its id with its hold, by those who see one of its accounts', async () => {
  const { transfers } = await find(3)
  expect(transfers).toMatchObject([
    { inUnit: '10.00', flags: ['pending'], debit: { label: { zh: '货款' } }, hold: { status: 'pending' } },
  ])
  expect(JSON.stringify(books.viewOf('transfer.find', { transfers }))).toContain('2026-03-20 10:01:00')
  expect(await find(3, buyer)).toMatchObject({ transfers: [{ credit: { label: { zh: '乙的钱' } } }] })
  expect((await find(6)).transfers).toMatchObject([{ pendingId: idOf('a', 105) }])
  expect(await find(1, buyer)).toEqual({ transfers: [] })
  expect(await find(99)).toEqual({ transfers: [] })
})
