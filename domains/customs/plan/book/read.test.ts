import { writeWorkbook } from '@tongqu/sheet'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodeRow } from '../../tables/codes.ts'
import { bookLookup } from '../../tables/lookups.ts'
import { type BookRow, csvOf, exampleTables, goodRow, readAll } from './testing.ts'

describe('an order is read', () => {
  test('with its decimals as written, its words as codes, and its place', async () => {
    const row = {
      订单号: 'HKB-1',
      进出口: '出口',
      渠道: '企业对企业',
      国别: 'ae',
      币种: 'usd',
      商品编码: '6214.10.0000',
      品名: ' 丝绸围巾 ',
      数量: '２００',
      单位: '件',
      单价: '021.050',
      日期: '2026年11月3日',
      品牌: '否',
      专票税率: '0.13',
      申报要素: '女用|丝',
      提运单号: 'BL-1',
    }
    const { orders, refused } = await readAll(csvOf([row]))
    expect(refused).toEqual([])
    expect(orders).toEqual([
      {
        kind: 'order',
        order: {
          orderNo: 'HKB-1',
          direction: 'export',
          channel: 'b2b',
          date: '2026-11-03',
          country: 'AE',
          currency: 'USD',
          lines: [
            {
              hsCode: '6214100000',
              name: '丝绸围巾',
              qty: '200',
              unit: '011',
              price: '21.050',
              invoiceRate: '0.13',
              brand: false,
            },
          ],
        },
        extra: { billNo: 'BL-1' },
        rows: [{ sheet: 'CSV', row: 2, extra: { elements: '女用|丝' } }],
      },
    ])
  })

  test('with its own fields on the first row only, and lines below', async () => {
    const { name, hsCode, qty, unit, price, ...own } = goodRow
    const line = { name, hsCode, qty, unit, price }
    const { orders } = await readAll(csvOf([own, line, { ...line, qty: '5' }, { ...goodRow, orderNo: 'B' }]))
    expect(orders.map(({ order }) => [order.orderNo, order.lines.map(each => each.qty)])).toEqual([
      ['A-1', ['200', '5']],
      ['B', ['200']],
    ])
  })

  test('with the seller of each line, from either column', async () => {
    const rows = [
      { ...goodRow, 卖方: 'S1' },
      { ...goodRow, 卖方: 'S2' },
      { ...goodRow, 卖方: 'S1', 商位: 'S3' },
    ]
    const { orders } = await readAll(csvOf(rows))
    expect(orders[0]?.order.sellerId).toBe('S1')
    expect(orders[0]?.order.lines.map(line => line.sellerId)).toEqual([undefined, 'S2', 'S3'])
  })

  test('and a code that the tariff does not have is warned of once, not refused', async () => {
    const tables = { ...exampleTables, hs: () => undefined }
    const { orders, warnings } = await readAll(csvOf([goodRow, goodRow]), { tables })
    expect(orders).toHaveLength(1)
    expect(warnings).toMatchObject([
      { code: 'input.hs_not_in_table', row: 2, column: 'hsCode', orderNo: 'A-1' },
    ])
  })

  test('from GB18030 as from UTF-8', async () => {
    const utf8 = csvOf([goodRow]).toString()
    const words = { 丝绸围巾: 'cbbfb3f1cea7bded', 件: 'bcfe' }
    let gb = utf8
    for (const [word, hex] of Object.entries(words))
      gb = gb.replaceAll(word, Buffer.from(hex, 'hex').toString('latin1'))
    const { orders } = await readAll(Buffer.from(gb, 'latin1'))
    expect(orders[0]?.order.lines[0]).toMatchObject({ name: '丝绸围巾', unit: '011' })
    expect(orders).toEqual((await readAll(Buffer.from(utf8))).orders)
  })

  test('with the lookups of the loaded tables', async () => {
    const row = (table: CodeRow['table'], code: string, zh: string, extra = {}): CodeRow => ({
      table,
      code,
      zh,
      extra,
    })
    const tables = bookLookup({
      units: [row('units', '011', '件', { also: 'pcs' })],
      countries: [row('countries', 'ARE', '阿联酋', { alpha2: 'AE' })],
      currencies: [row('currencies', 'USD', '美元')],
      tariff: [],
    })
    const written = { ...goodRow, country: '阿联酋', currency: '美元', unit: 'PCS' }
    const { orders } = await readAll(csvOf([written]), { tables })
    expect(orders[0]?.order).toMatchObject({ country: 'AE', currency: 'USD', lines: [{ unit: '011' }] })
  })
})

describe('a workbook keeps what its cells are', () => {
  const names = Object.keys(goodRow)
  const bookOf = (cells: Record<string, string | { number: string } | { day: string } | boolean>) =>
    writeWorkbook({
      sheets: [
        {
          name: '订单',
          columns: [...names, 'date', 'brand', 'buyerId'].map(header => ({ header })),
          rows: [[...names, 'date', 'brand', 'buyerId'].map(name => ({ ...goodRow, ...cells })[name])],
        },
      ],
    })

  test('numbers, days and yes or no are read as such', async () => {
    const bytes = await bookOf({ price: { number: '4.35' }, date: { day: '2026-11-23' }, brand: true })
    const { orders } = await readAll(bytes, { kind: 'xlsx' })
    expect(orders[0]?.order).toMatchObject({ date: '2026-11-23', lines: [{ price: '4.35', brand: true }] })
  })

  test('a code typed as a number has lost its zero, and is not guessed at', async () => {
    const lost = await readAll(await bookOf({ hsCode: { number: '101210010' } }), { kind: 'xlsx' })
    expect(lost.refused).toMatchObject([
      { code: 'input.leading_zero_lost', sheet: '订单', row: 2, letter: 'F' },
    ])
    const whole = await readAll(await bookOf({ hsCode: { number: '6214100000' } }), { kind: 'xlsx' })
    expect(whole.orders[0]?.order.lines[0]?.hsCode).toBe('6214100000')
  })

  test('a day or a number in the wrong place is refused', async () => {
    const { refused } = await readAll(
      await bookOf({ qty: { day: '2026-11-23' }, date: { number: '46349' } }),
      {
        kind: 'xlsx',
      },
    )
    expect(refused.map(({ code, column }) => [column, code])).toEqual([
      ['date', 'input.bad_date'],
      ['qty', 'input.not_a_number'],
    ])
  })
})

describe('a file that cannot be read is refused as a whole', () => {
  test('and an order that it breaks off in is not taken for whole', async () => {
    const rows = [goodRow, { ...goodRow, orderNo: 'B' }].map(row => ({ ...row }))
    const csv = Buffer.concat([csvOf(rows), Buffer.from(`\nB,"${'x'.repeat(100)}`)])
    const { orders, refused, totals } = await readAll(csv)
    expect(orders.map(({ order }) => order.orderNo)).toEqual(['A-1'])
    expect(refused.map(({ code }) => code)).toEqual(['order.cut_off', 'sheet.bad_csv'])
    expect(totals.complete).toBe(false)
  })

  test('a file of two gigabytes, by its size', async () => {
    const huge = { size: 2 * 1024 ** 3, read: () => Promise.reject(new Error('was read')) }
    for (const kind of ['xlsx', 'csv', 'json'] as const) {
      const { refused } = await readAll(huge, { kind })
      expect(refused).toMatchObject([{ code: kind === 'json' ? 'book.json_too_large' : 'sheet.too_large' }])
    }
  })

  test('bounds on orders and lines are told', async () => {
    const rows = ['A', 'A', 'A', 'B', 'C'].map(orderNo => ({ ...goodRow, orderNo }))
    const few = await readAll(csvOf(rows), { limits: { maxLinesPerOrder: 2 } })
    expect(few.refused).toMatchObject([{ code: 'order.too_many_lines', orderNo: 'A', row: 2 }])
    expect(few.orders).toHaveLength(2)
    const full = await readAll(csvOf(rows), { limits: { maxOrders: 2 } })
    expect(full.refused).toMatchObject([{ code: 'book.too_many_orders', row: 6 }])
    expect(full.totals).toMatchObject({ orders: 2, complete: false })
  })
})

describe('each order is judged alone', () => {
  const row = fc.constantFrom<BookRow>(
    {},
    { qty: '5', currency: 'CNY' },
    { qty: '-1' },
    { unit: '?' },
    { price: '=1' },
  )
  const order = fc.array(row, { minLength: 1, maxLength: 3 })

  test('any order of the orders gives the same orders and the same faults', async () => {
    const book = fc.array(order, { maxLength: 8 }).chain(orders => {
      const numbered = orders.map((rows, at) =>
        rows.map(cells => ({ ...goodRow, ...cells, orderNo: `N${at}` })),
      )
      return fc.tuple(
        fc.constant(numbered),
        fc.shuffledSubarray(numbered, { minLength: numbered.length, maxLength: numbered.length }),
      )
    })
    await fc.assert(
      fc.asyncProperty(book, async ([first, second]) => {
        expect(await outcome(first)).toEqual(await outcome(second))
      }),
      { numRuns: 60 },
    )
  })

  test('what stands before or after an order changes nothing in it', async () => {
    await fc.assert(
      fc.asyncProperty(order, order, async (before, after) => {
        const named = (rows: readonly BookRow[], orderNo: string) =>
          rows.map(cells => ({ ...goodRow, ...cells, orderNo }))
        const alone = await outcome([named([{}], 'GOOD')])
        const among = await outcome([named(before, 'X'), named([{}], 'GOOD'), named(after, 'Y')])
        expect(among.get('GOOD')).toEqual(alone.get('GOOD'))
      }),
      { numRuns: 40 },
    )
  })

  /** What became of each order, without its rows. */
  async function outcome(blocks: readonly (readonly BookRow[])[]) {
    const { orders, refused } = await readAll(csvOf([...blocks.flat(), { ...goodRow, orderNo: 'LAST' }]))
    const found = new Map<string | undefined, unknown[]>()
    for (const { order: made } of orders) found.set(made.orderNo, [made])
    for (const { orderNo, code, column } of refused)
      found.set(orderNo, [...(found.get(orderNo) ?? []), `${code} ${column}`])
    return new Map([...found].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
  }
})
