import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { fields } from '../fields.ts'
import { bookSchema } from './schema.ts'

const order = {
  orderNo: 'A',
  direction: 'export',
  channel: 'b2b',
  country: 'AE',
  currency: 'USD',
  lines: [{ hsCode: '621410', name: '围巾', qty: '1', unit: '011', price: 2.5 }],
}
const { qty: _, ...withoutQty } = order.lines[0]!

describe('the schema of the JSON layout', () => {
  test('has every field of the table', () => {
    const { properties } = bookSchema.properties.orders.items
    for (const field of fields) {
      const level = field.level === 'order' ? properties : properties.lines.items.properties
      expect(Object.keys(level)).toContain(field.name)
    }
  })

  test.each([
    ['a whole order', order, true],
    ['an order without lines', { ...order, lines: [] }, false],
    ['a line without a quantity', { ...order, lines: [withoutQty] }, false],
    ['a channel that is none', { ...order, channel: 'b2d' }, false],
    ['a negative number', { ...order, freight: -1 }, false],
    ['a short code', { ...order, lines: [{ ...order.lines[0], hsCode: '62' }] }, false],
  ])('%s: %#', (_name, value, valid) => {
    expect(Value.Check(bookSchema, { orders: [value] })).toBe(valid)
  })
})
