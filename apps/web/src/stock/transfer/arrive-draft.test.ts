import { expect, test } from 'vitest'
import type { StockTransfer } from '../../remote/market.ts'
import { areArrivals, arrivalsFor, arrivalsOf, findArrival } from './arrive-draft.ts'

const line = (n: number, sku: string, lot: string | undefined, inTransit: string) => ({
  line: n,
  article: `article-${n}`,
  sku,
  unit: '007',
  ...(lot ? { lot } : {}),
  ordered: '10',
  sent: '10',
  arrived: '0',
  lost: '0',
  turnedBack: '0',
  inTransit,
})
const transfer: StockTransfer = {
  id: 'transfer',
  number: 'T-1',
  state: 'dispatched',
  owner: 'owner',
  from: 'a',
  fromKeeper: 'keeper',
  to: 'b',
  toKeeper: 'keeper',
  at: '2026-11-23T00:00:00Z',
  lines: [line(1, 'TEA', 'L1', '10'), line(2, 'TEA', 'L2', '4'), line(3, 'CUP', undefined, '0')],
}
const empty = arrivalsFor(transfer)

test('only what is on the way is asked about', () => {
  expect(empty.map(entry => entry.line)).toEqual([1, 2])
  expect(arrivalsOf(empty)).toEqual([])
})

test('what was lost goes with its kind and reason, with or without what came', () => {
  const draft = empty.with(1, { ...empty[1]!, lost: '1', kind: 'damaged', why: ' 进水 ' })
  expect(arrivalsOf(draft)).toEqual([
    { at: 1, entry: { line: 2, loss: { quantity: '1', kind: 'damaged', reason: '进水' } } },
  ])
})

test('a scanned article leads to its next line without a quantity, a scanned lot to its own', () => {
  expect(findArrival(transfer, empty, 'tea')).toBe(0)
  expect(findArrival(transfer, empty.with(0, { ...empty[0]!, quantity: '10' }), 'TEA')).toBe(1)
  expect(findArrival(transfer, empty, 'l2')).toBe(1)
  expect(findArrival(transfer, empty, 'CUP')).toBeUndefined()
})

test('a draft of other lines is left', () => {
  expect(areArrivals(JSON.parse(JSON.stringify(empty)), transfer)).toBe(true)
  expect(areArrivals(empty.slice(1), transfer)).toBe(false)
  expect(areArrivals(null, transfer)).toBe(false)
})
