import { afterAll, beforeAll, expect, it } from 'vitest'
import { finance, firm, openShop, purse, type Shop, shop } from '../testing/shop.ts'

let books: Shop
beforeAll(async () => {
  books = await openShop()
})
afterAll(() => books.host.stop())

interface Line {
  readonly id: string
  readonly timestamp: string
  readonly counter: { readonly id: string; readonly label?: object }
}
const lines = async (input: object, by = firm) =>
  (await books.ask<{ lines: Line[]; more: boolean }>('account.statement', { account: shop, ...input }, by))
    .lines

it('takes legal days, each whole', async () => {
  const march10 = await books.ask<object>('account.statement', {
    account: shop,
    from: '2026-03-10',
    asAt: '2026-03-10',
  })
  expect(march10).toMatchObject({
    opening: { standing: { balance: '0.00' } },
    turnover: { debits: '3.00', credits: '123.45' },
    closing: { standing: { balance: '120.45' } },
  })
  expect(await lines({ from: '2026-03-11', asAt: '2026-03-19' })).toEqual([])
  expect(await books.refused('account.statement', { account: shop, asAt: '2026-02-30' })).toBe(
    'input.invalid',
  )
  expect(await books.refused('account.statement', { account: shop, asAt: '2026-13-01T00:00:00Z' })).toBe(
    'input.invalid',
  )
})

it('names the position that it knows, where one was asked for that is not reached', async () => {
  const { knownAt } = await books.ask<{ knownAt: number }>('account.statement', { account: shop })
  const ahead = { account: shop, knownAt: knownAt + 1000 }
  expect(await books.ask('account.statement', ahead)).toMatchObject({ knownAt })
})

it('goes on after the last line given, in either order, over all of its lines', async () => {
  for (const newest of [false, true]) {
    const all = await lines({ newest })
    const paged: Line[] = []
    for (;;) {
      const after = paged.at(-1)?.timestamp
      const page = await lines({ newest, limit: 2, ...(after && { after }) })
      if (page.length === 0) break
      paged.push(...page)
    }
    expect(paged).toEqual(all)
    expect(all).toHaveLength(6)
  }
})

it('names the other account only to those who may see it', async () => {
  const counters = async (by: typeof firm) => (await lines({ side: 'debit' }, by)).map(line => line.counter)
  expect(await counters(firm)).toEqual([{ id: purse }, { id: purse }])
  expect((await counters(finance))[0]).toEqual({ id: purse, label: { zh: '乙的钱', en: 'Theirs' } })
})

it('shows a statement to a person with its unit, decimals and both languages', async () => {
  const answer = await books.ask<object>('account.statement', { account: shop })
  const text = JSON.stringify(books.viewOf('account.statement', answer))
  for (const word of [
    '"en":"sale"',
    '预留：销售',
    '贷 120.45',
    '120.45 Cr',
    '+10.00',
    '−0.70',
    'Chinese yuan CNY',
    '2026-03-10 10:00:00',
  ])
    expect(text).toContain(word)
})
