import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Database, type Tx } from '../db/index.ts'
import { isRefusal } from '../refusal/index.ts'
import { byPinyin, type Keyed, keyset, type Sort, type SortKeys } from './keyset.ts'

type Key = 'id' | 'name' | 'amount' | 'due'
const keys: SortKeys<Key> = {
  keys: {
    id: { sql: 'g.id', type: 'int' },
    name: byPinyin('g.name'),
    amount: { sql: 'g.amount', type: 'bigint' },
    due: { sql: 'g.due', type: 'timestamptz', only: 'g.due is not null' },
  },
  id: { sql: 'g.id', type: 'int' },
  usual: '-id',
}
const rows = `select * from (values (1, '武汉', 5::bigint, timestamptz '2026-11-23 00:00:00.123456Z'), (2, '重庆', 5, null),
  (3, '汉口 a b', 7, '2026-11-23 00:00:00.123457Z'), (4, '阿拉尔', 5, '2026-01-01Z'), (5, 'Basel', -2, null),
  (6, '成都', 7, '2026-11-23 00:00:00.123456Z')) as g(id, name, amount, due)`

const base = await testDatabase('empty')
let database: Database
beforeAll(() => {
  database = connect({ url: base.url })
})
afterAll(() => database.close())

const page = (tx: Tx, sort: Sort<Key> | undefined, after: string | undefined, limit: number) => {
  const of = keyset(keys, { sort, after })
  if (isRefusal(of)) throw new Error(of.code)
  const values: unknown[] = []
  const conditions = of.conditions(value => `$${values.push(value)}`)
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const text = `select g.id, ${of.columns} from (${rows}) g ${where} order by ${of.orderBy} limit $${values.push(limit)}::int`
  return tx
    .query<Keyed & { id: number }>(text, values)
    .then(found => ({ ids: found.map(row => row.id), next: of.next(found, limit) }))
}

/** All rows in an order, two at a time. */
const walk = (sort?: Sort<Key>) =>
  database.transact({ scope: 'system' }, async tx => {
    const ids: number[] = []
    for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
      const found = await page(tx, sort, after, 2)
      ids.push(...found.ids)
      after = found.next
    }
    return ids
  })

it('a list in its own order is read page by page, each row once', async () => {
  expect(await walk()).toEqual([6, 5, 4, 3, 2, 1])
  expect(await walk('id')).toEqual([1, 2, 3, 4, 5, 6])
})

it('names stand in the order of their pinyin, whatever the database’s own order is', async () => {
  // ā lā ěr, chéng dū, chóng qìng, hàn kǒu, wǔ hàn
  expect((await walk('name')).filter(id => id !== 5)).toEqual([4, 6, 2, 3, 1])
})

it('rows with the same value follow each other by their id, over the edges of pages', async () => {
  expect(await walk('amount')).toEqual([5, 1, 2, 4, 3, 6])
  expect(await walk('-amount')).toEqual([6, 3, 4, 2, 1, 5])
})

it('instants are told apart to the microsecond, and rows without the value are left out', async () => {
  expect(await walk('due')).toEqual([4, 1, 6, 3])
})

it.each(['', 'x', '1', '1 x', '1;drop 5', "1 5' or '1"])('the key %j is none of this order', after => {
  const refused = keyset(keys, { sort: 'amount', after })
  expect(isRefusal(refused) && [refused.code, refused.place]).toEqual(['input.invalid', '/after'])
})
