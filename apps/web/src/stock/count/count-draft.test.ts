import { expect, test } from 'vitest'
import type { CountSheet } from '../../remote/market.ts'
import { countsOf, findLine, isCountDraft, linesLeft } from './count-draft.ts'

const line = (n: number, sku: string, more: object = {}) => ({
  line: n,
  stock: `stock-${n}`,
  article: `article-${n}`,
  sku,
  unit: '007',
  open: true,
  entered: false,
  ...more,
})
const sheet: CountSheet = {
  id: 'count',
  number: 'C-1',
  state: 'counting',
  owner: 'owner',
  warehouse: 'warehouse',
  keeper: 'keeper',
  at: '2026-11-23T00:00:00Z',
  lines: [
    line(1, 'TEA', { lot: 'L1' }),
    line(2, 'TEA', { lot: 'L2' }),
    line(3, 'CUP', { entered: true }),
    line(4, 'SILK', { open: false }),
  ],
}

test('nothing is a count too, and only open lines are sent', () => {
  expect(countsOf(sheet, { 1: ' 0 ', 2: '', 4: '9' })).toEqual([{ line: 1, quantity: '0' }])
})

test('what is left is what nobody has entered', () => {
  expect(linesLeft(sheet)).toBe(2)
})

test('a lot’s code means its line, an article’s the next one that is not counted', () => {
  expect(findLine(sheet, {}, 'l2')).toBe(2)
  expect(findLine(sheet, {}, 'tea')).toBe(1)
  expect(findLine(sheet, { 1: '5' }, 'tea')).toBe(2)
  expect(findLine(sheet, {}, 'SILK')).toBeUndefined()
})

test('only texts by line are a draft', () => {
  expect(isCountDraft({ 1: '5' })).toBe(true)
  for (const other of [undefined, [], { 1: 5 }, 'x']) expect(isCountDraft(other)).toBe(false)
})
