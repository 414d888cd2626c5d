import { expect, test } from 'vitest'
import { spansOf } from './presets.ts'

test('the last month is whole, over the turn of a year and in a leap year', () => {
  expect(spansOf('2027-01-05').lastMonth).toEqual({ from: '2026-12-01', asAt: '2026-12-31' })
  expect(spansOf('2028-03-01').lastMonth).toEqual({ from: '2028-02-01', asAt: '2028-02-29' })
})

test('this month and this year run on to now', () => {
  expect(spansOf('2026-11-24').thisMonth).toEqual({ from: '2026-11-01' })
  expect(spansOf('2026-11-24').thisYear).toEqual({ from: '2026-01-01' })
})
