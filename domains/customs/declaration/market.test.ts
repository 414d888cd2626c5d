import { expect, it } from 'vitest'
import { groupsOf } from './market.ts'

const shipment = (declarations: readonly (readonly string[])[]) => ({
  shipment: 'C-1',
  mode: '1039',
  declarations: declarations.map(orders => ({ orders, lines: orders.length })),
  leave: [{ orderNo: 'B', line: 2, code: 'brand.not_authorised' }],
})

it('orders of one declaration are one group, with the lines that leave', () => {
  const groups = groupsOf([shipment([['A', 'B'], ['C']])])
  expect(groups.get('A')).toBe(groups.get('B'))
  expect(groups.get('A')).not.toBe(groups.get('C'))
  expect(groups.get('B')!.leave).toEqual(new Map([['B', new Set([2])]]))
})

it('an order that is spread over declarations is by itself, and the others go on without it', () => {
  const groups = groupsOf([
    shipment([
      ['A', 'X'],
      ['X', 'C'],
    ]),
  ])
  expect([...groups].map(([order, { orders }]) => [order, orders])).toEqual([
    ['A', ['A']],
    ['X', ['X']],
    ['C', ['C']],
  ])
})

it('only market procurement is consolidated', () => {
  expect(groupsOf([{ ...shipment([['A', 'B']]), mode: '9810' }]).size).toBe(0)
})
