import { expect, test } from 'vitest'
import { daysBetween, spanText } from './time-left.ts'

const minutes = (n: number) => n * 60_000

test('a span is told in its two largest units and never rounded up', () => {
  expect(spanText(minutes(59.9), 'zh')).toBe('59 分钟')
  expect(spanText(minutes(185), 'en')).toBe('3 h 5 min')
  expect(spanText(minutes(180), 'zh')).toBe('3 小时')
  expect(spanText(minutes(60 * 51), 'zh')).toBe('2 天 3 小时')
  expect(spanText(-5, 'en')).toBe('0 min')
})

test('days are counted over the ends of months and years', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
  expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2)
})
