import { expect, test } from 'vitest'
import type { Receipt } from '../../remote/market.ts'
import { noPaper } from '../paper.ts'
import { draftFor, entriesOf, inputOf, isDraftFor, scan, stillDue } from './receive-draft.ts'

const line = (n: number, sku: string, accepted = '0', rejected = '0') => ({
  line: n,
  article: `article-${n}`,
  sku,
  unit: '007',
  announced: '100',
  accepted,
  rejected,
  difference: '0',
})
const receipt: Receipt = {
  id: 'receipt',
  number: 'R-1',
  state: 'receiving',
  owner: 'owner',
  warehouse: 'warehouse',
  keeper: 'keeper',
  source: 'supplier',
  at: '2026-11-23T00:00:00Z',
  lines: [line(1, 'TEA-1'), line(2, 'MILK', '90', '10'), line(3, 'PHONE', '40')],
}
const tracking = (article: string) =>
  ({ 'article-1': 'none', 'article-2': 'lot', 'article-3': 'serial' })[article] as 'none' | 'lot' | 'serial'
const empty = draftFor(receipt)
const typed = (at: number, part: object) => ({
  ...empty,
  entries: empty.entries.with(at, { ...empty.entries[at]!, ...part }),
})

test('only lines that something is waited for of are asked about', () => {
  expect(receipt.lines.map(stillDue)).toEqual(['100', '0', '60'])
  expect(empty.entries.map(entry => entry.line)).toEqual([1, 3])
  expect(stillDue(line(1, 'X', '105'))).toBe('0')
})

test('only entries that say something are sent, and each knows its place on the page', () => {
  expect(inputOf(receipt, empty, noPaper).entries).toEqual([])
  const draft = typed(1, { quantity: ' 5 ', lot: 'S-1', expiresOn: '2027-01-01' })
  expect(entriesOf(draft)).toEqual([
    { at: 1, entry: { line: 3, quantity: '5', lot: { number: 'S-1', expiresOn: '2027-01-01' } } },
  ])
})

test('goods may be turned away and nothing taken in', () => {
  expect(inputOf(receipt, typed(0, { rejected: '2', why: '破损' }), noPaper).entries).toEqual([
    { line: 1, rejected: { quantity: '2', reason: '破损' } },
  ])
})

test('a scanned article is found whatever its case, and a second time begins another entry', () => {
  expect(scan(receipt, empty, ' tea-1', undefined, tracking).at).toBe(0)
  const again = scan(receipt, typed(0, { quantity: '3' }), 'TEA-1', undefined, tracking)
  expect(again.at).toBe(2)
  expect(again.draft.entries[2]).toMatchObject({ line: 1, quantity: '' })
})

test('a code after an article that is told apart is the lot’s, of a piece with its number one piece', () => {
  const scanned = scan(receipt, empty, 'SN-7', 1, tracking)
  expect(scanned.draft.entries[1]).toMatchObject({ lot: 'SN-7', quantity: '1' })
  expect(scan(receipt, scanned.draft, 'SN-8', 1, tracking).at).toBeUndefined()
})

test('a code that means nothing here changes nothing', () => {
  expect(scan(receipt, empty, 'NOBODY', undefined, tracking)).toEqual({ draft: empty, at: undefined })
  expect(scan(receipt, empty, 'LOT-1', 0, tracking).at).toBeUndefined()
})

test('a kept draft of other lines is left', () => {
  expect(isDraftFor(JSON.parse(JSON.stringify(empty)), receipt)).toBe(true)
  expect(isDraftFor({ ...empty, entries: [{ ...empty.entries[0], line: 9 }] }, receipt)).toBe(false)
  expect(isDraftFor('x', receipt)).toBe(false)
})

test('a paper goes with what came, and none where none was named', () => {
  const paper = { type: 'declaration', reference: ' 5201 ' }
  expect(inputOf(receipt, empty, paper).paper).toEqual({ type: 'declaration', reference: '5201' })
  expect(inputOf(receipt, empty, noPaper)).not.toHaveProperty('paper')
})
