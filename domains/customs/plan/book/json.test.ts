import { describe, expect, test } from 'vitest'
import { csvOf, goodRow, readAll } from './testing.ts'

const { name, hsCode, qty, unit, price, ...own } = goodRow
const line = { name, hsCode, qty, unit, price }
const read = (value: unknown) =>
  readAll(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), { kind: 'json' })

describe('the JSON layout is read like a table', () => {
  test('orders with their lines, by English or Chinese names', async () => {
    const { orders, refused } = await read({
      orders: [
        { ...own, lines: [line, { ...line, sellerId: 'S9', 品牌: true, elements: 'x' }] },
        { ...own, orderNo: 'B', 运费: '1.50', lines: [line] },
      ],
    })
    expect(refused).toEqual([])
    expect(orders.map(item => item.order.orderNo)).toEqual(['A-1', 'B'])
    expect(orders[0]?.order.lines[1]).toMatchObject({ sellerId: 'S9', brand: true })
    expect(orders[0]?.rows[1]).toEqual({ pointer: '/orders/0/lines/1', extra: { elements: 'x' } })
    expect(orders[1]?.order.freight).toBe('1.50')
  })

  test('numbers keep the digits they were written with', async () => {
    const text = JSON.stringify({ orders: [{ ...own, lines: [{ ...line, price: 1 }] }] })
    const { orders } = await read(text.replace('"price":1', '"price":12.50'))
    expect(orders[0]?.order.lines[0]?.price).toBe('12.50')
  })

  test('a table and JSON that say the same give the same order', async () => {
    const json = await read({ orders: [{ ...own, lines: [line] }] })
    const table = await readAll(csvOf([goodRow]))
    expect(json.orders[0]?.order).toEqual(table.orders[0]?.order)
  })
})

describe('what is wrong in JSON is told by its pointer, and the other orders are read', () => {
  test.each([
    ['a negative quantity', { ...line, qty: -3 }, 'input.not_positive', '/orders/0/lines/0/qty'],
    ['a nested value', { ...line, price: { amount: 1 } }, 'input.not_a_value', '/orders/0/lines/0/price'],
    ['nothing at all', {}, 'input.missing', '/orders/0/lines/0/hsCode'],
    [
      'another currency',
      { ...line, currency: 'EUR' },
      'order.mixed_currencies',
      '/orders/0/lines/0/currency',
    ],
    ['a formula', { ...line, 品名: '=1' }, 'input.formula', '/orders/0/lines/0/品名'],
    [
      'a number for a code',
      { ...line, hsCode: 101210010 },
      'input.leading_zero_lost',
      '/orders/0/lines/0/hsCode',
    ],
  ])('%s', async (_, wrong, code, pointer) => {
    const { orders, refused } = await read({
      orders: [
        { ...own, lines: [wrong] },
        { ...own, orderNo: 'B', lines: [line] },
      ],
    })
    expect(refused[0]).toMatchObject({ code, pointer, orderNo: 'A-1' })
    expect(orders.map(item => item.order.orderNo)).toEqual(['B'])
  })

  test('an order without lines, an order that is none, a number used twice', async () => {
    const { refused, orders } = await read({
      orders: [
        { ...own },
        7,
        { ...own, orderNo: 'B', lines: [line] },
        { ...own, orderNo: 'B', lines: [line] },
      ],
    })
    expect(refused.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['order.no_lines', '/orders/0'],
      ['book.json_shape', '/orders/1'],
      ['order.duplicate', '/orders/3'],
    ])
    expect(orders).toHaveLength(1)
  })

  test('an unknown property is warned of once', async () => {
    const { warnings } = await read({ orders: [{ ...own, memo: 1, lines: [{ ...line, priec: 1 }] }] })
    expect(warnings.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['book.unknown_column', '/orders/0/memo'],
      ['book.misspelt_column', '/orders/0/lines/0/priec'],
    ])
  })

  test.each([
    ['{"orders": [', 'book.bad_json'],
    [`${'['.repeat(200_000)}`, 'book.bad_json'],
    ['[]', 'book.json_shape'],
    ['{"orders": {}}', 'book.json_shape'],
    ['{"__proto__": {"orders": []}}', 'book.json_shape'],
    ['{"orders": []}', 'book.no_orders'],
  ])('%.20s is refused with %s', async (text, code) => {
    expect((await read(text)).refused.map(refusal => refusal.code)).toEqual([code])
  })
})
