import { writeWorkbook } from '@tongqu/sheet'
import { describe, expect, test } from 'vitest'
import { type BookRow, csvOf, goodRow, readAll } from './testing.ts'

/** The faulty row stands between two good orders, which must not notice. */
async function between(row: BookRow) {
  const rows = [goodRow, { ...goodRow, orderNo: 'BAD', ...row }, { ...goodRow, orderNo: 'A-3' }]
  const book = await readAll(csvOf(rows))
  expect(book.orders.map(item => item.order.orderNo)).toEqual(['A-1', 'A-3'])
  expect(book.totals).toMatchObject({ orders: 2, refusedOrders: 1, complete: true })
  return book.refused
}

const fault = (code: string, column: string, found?: string) => [
  expect.objectContaining({
    code,
    orderNo: 'BAD',
    sheet: 'CSV',
    row: 3,
    column,
    letter: expect.stringMatching(/^[A-Z]+$/),
    params: found === undefined ? expect.anything() : expect.objectContaining({ found }),
    text: { zh: expect.stringContaining('第 3 行'), en: expect.stringContaining('row 3') },
  }),
]

describe('a faulty cell is refused by sheet, row and column, and the orders around it are read', () => {
  test.each([
    ['text in a number', { qty: '两百' }, 'input.not_a_number', 'qty'],
    ['a unit behind a number', { price: '21.05美元' }, 'input.not_a_number', 'price'],
    ['a number with an exponent', { qty: '1e3' }, 'input.not_a_number', 'qty'],
    ['a number with commas', { price: '1,200.50' }, 'input.number_grouping', 'price'],
    ['a percentage', { vatRate: '13%' }, 'input.percent', 'vatRate'],
    ['a rate above one', { vatRate: '13' }, 'input.rate_over_one', 'vatRate'],
    ['a negative quantity', { qty: '-5' }, 'input.not_positive', 'qty'],
    ['a quantity of zero', { qty: '0.00' }, 'input.not_positive', 'qty'],
    ['a negative price', { price: '-1' }, 'input.negative', 'price'],
    ['more digits than are exact', { price: '0.1234567890123456' }, 'input.too_many_digits', 'price'],
    ['half a package', { packages: '1.5' }, 'input.not_an_integer', 'packages'],
    ['a unit that no table has', { unit: '堆' }, 'input.unit_unknown', 'unit'],
    ['a country that is none', { country: 'XX' }, 'input.country_unknown', 'country'],
    ['a currency that is none', { currency: 'RMB' }, 'input.currency_unknown', 'currency'],
    ['a code of three digits', { hsCode: '621' }, 'input.hs_shape', 'hsCode'],
    ['a code with letters', { hsCode: '6214A0' }, 'input.hs_shape', 'hsCode'],
    ['a channel that is none', { channel: 'b2d' }, 'input.not_a_choice', 'channel'],
    ['a maybe', { licence: '也许' }, 'input.not_yes_no', 'licence'],
    ['the 30th of February', { date: '2026-02-30' }, 'input.bad_date', 'date'],
    ['a day first', { date: '23/11/2026' }, 'input.bad_date', 'date'],
    ['a cell that begins with "="', { name: '=HYPERLINK("http://x")' }, 'input.formula', 'name'],
    ['an order number that begins with "="', { buyerId: '=1+1' }, 'input.formula', 'buyerId'],
    ['a document number as a power of ten', { buyerId: '4.20106E+17' }, 'input.digits_lost', 'buyerId'],
    ['a control character', { name: 'a\u0007b' }, 'input.control_character', 'name'],
    ['a name without end', { name: 'x'.repeat(300) }, 'input.too_long', 'name'],
    ['no price', { price: '' }, 'input.missing', 'price'],
    ['no direction', { direction: '  ' }, 'input.missing', 'direction'],
  ])('%s', async (_, cell, code, column) => {
    expect(await between(cell)).toEqual(fault(code, column))
  })

  test('every fault of an order is told at once', async () => {
    const refused = await between({ qty: 'x', unit: 'y', country: 'z' })
    expect(refused.map(({ column }) => column).sort()).toEqual(['country', 'qty', 'unit'])
  })

  test('the message says what was found, what is expected and where, in both languages', async () => {
    const [refusal] = await between({ channel: 'b2d' })
    expect(refusal?.text.en).toBe(
      'sheet "CSV", row 3, column C (channel): "b2d" is not in the list; choose one of: market, b2b, b2c, warehouse, bonded, postal, luggage.',
    )
    expect(refusal?.text.zh).toContain('工作表“CSV”第 3 行 C 列（渠道）：“b2d”不在可选值内')
  })
})

describe('an order that contradicts itself is refused', () => {
  const second = (row: BookRow) =>
    readAll(csvOf([goodRow, { ...goodRow, ...row }, { ...goodRow, orderNo: 'A-2' }]))

  test('by two currencies', async () => {
    const { refused, orders } = await second({ currency: 'EUR' })
    expect(refused).toMatchObject([
      { code: 'order.mixed_currencies', row: 3, column: 'currency', params: { first: 'USD', found: 'EUR' } },
    ])
    expect(orders.map(item => item.order.orderNo)).toEqual(['A-2'])
  })

  test('by two directions', async () => {
    const { refused } = await second({ direction: '进口' })
    expect(refused).toMatchObject([{ code: 'order.contradiction', column: 'direction' }])
  })

  test('but not by the same value in other words, nor by an empty one', async () => {
    const { refused, orders } = await second({ direction: '出口', currency: 'usd', country: '' })
    expect(refused).toEqual([])
    expect(orders[0]?.order.lines).toHaveLength(2)
  })
})

describe('an order number is used once', () => {
  test('a second block of the same number is refused, with the place of the first', async () => {
    const rows = ['A', 'A', 'B', 'A', 'A', 'C'].map(orderNo => ({ ...goodRow, orderNo }))
    const { orders, refused } = await readAll(csvOf(rows))
    expect(orders.map(({ order }) => [order.orderNo, order.lines.length])).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 1],
    ])
    expect(refused).toMatchObject([{ code: 'order.duplicate', orderNo: 'A', row: 5 }])
    expect(refused[0]?.text.en).toContain('sheet "CSV", row 2')
  })

  test('also in another sheet, and where the first was refused', async () => {
    const sheet = (name: string, rows: readonly BookRow[]) => {
      const names = Object.keys(goodRow)
      return {
        name,
        columns: names.map(header => ({ header })),
        rows: rows.map(row => names.map(column => row[column])),
      }
    }
    const bytes = await writeWorkbook({
      sheets: [
        sheet('一', [goodRow, { ...goodRow, orderNo: 'X', qty: '-1' }]),
        sheet('二', [goodRow, { ...goodRow, orderNo: 'X' }, { ...goodRow, orderNo: 'Y' }]),
      ],
    })
    const { orders, refused } = await readAll(bytes, { kind: 'xlsx' })
    expect(orders.map(({ order }) => order.orderNo)).toEqual(['A-1', 'Y'])
    expect(refused.map(({ code, sheet: name, row }) => [code, name, row])).toEqual([
      ['input.not_positive', '一', 3],
      ['order.duplicate', '二', 2],
      ['order.duplicate', '二', 3],
    ])
  })
})
