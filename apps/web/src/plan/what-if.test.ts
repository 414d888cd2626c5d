import { expect, test } from 'vitest'
import { badField, changesOf, draftOf, fromPercent, isTrial, modePairs, toPercent } from './what-if.ts'

const input = {
  currency: 'USD',
  lines: [{ invoiceAmount: '1000.00', invoiceRate: '0.13' }, {}],
}
const start = draftOf(input, '2026-11-23')

test('a rate is typed in percent and sent as a share, without rounding', () => {
  for (const [share, shown] of [
    ['0.13', '13'],
    ['0.01', '1'],
    ['0.035', '3.5'],
    ['1', '100'],
    ['0.105', '10.5'],
  ]) {
    expect(toPercent(share)).toBe(shown)
    expect(fromPercent(shown ?? '')).toBe(share)
  }
})

test('only what was changed is asked for', () => {
  expect(changesOf(start, start, 'USD')).toBeUndefined()
  expect(changesOf({ ...start, date: '2027-01-01', rate: '7.05' }, start, 'USD')).toEqual({
    date: '2027-01-01',
    fx: { USD: '7.05' },
  })
})

test('an emptied invoice is taken away, a new one is added to its line', () => {
  const lines = [
    { invoiceAmount: '', invoiceRate: '' },
    { invoiceAmount: '88.50', invoiceRate: '3' },
  ]
  expect(changesOf({ ...start, lines }, start, 'USD')).toEqual({
    lines: [
      { line: 1, invoiceAmount: null, invoiceRate: null },
      { line: 2, invoiceAmount: '88.50', invoiceRate: '0.03' },
    ],
  })
})

test('a field that holds no number is named', () => {
  expect(badField({ ...start, rate: '7,10' })).toBe('7,10')
  expect(badField(start)).toBeUndefined()
})

test('a mode that only one of the plans has is still shown', () => {
  const plan = (mode: string) => ({
    orderNo: 'A',
    value: {},
    chosen: null,
    modes: [{ mode, allowed: true as const, reasons: [] }],
  })
  expect(modePairs(plan('0110'), plan('1039')).map(pair => [pair.mode, !!pair.before, !!pair.after])).toEqual(
    [
      ['0110', true, false],
      ['1039', false, true],
    ],
  )
})

test('a kept trial is taken up by the order that it was made for, and by no other', () => {
  const kept = JSON.parse(JSON.stringify({ draft: { ...start, rate: '7.05' }, asked: start }))
  expect(isTrial(kept, start)).toBe(true)
  expect(isTrial({ draft: start }, start)).toBe(true)
  expect(isTrial(kept, draftOf({ lines: [{}] }, '2026-11-23'))).toBe(false)
  expect(isTrial({ draft: { ...start, rate: 7 } }, start)).toBe(false)
  expect(isTrial(undefined, start)).toBe(false)
})
