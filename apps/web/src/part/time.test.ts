import { expect, test } from 'vitest'
import { dayAndTime, preciseTime } from './time.ts'

test('an instant is shown in the time of Shanghai, wherever the reader sits', () => {
  expect(dayAndTime('2026-11-22T17:05:00Z')).toBe('2026-11-23 01:05')
})

test('a precise instant keeps its thousandths', () => {
  expect(preciseTime('2026-11-22T17:05:09.007Z')).toBe('2026-11-23 01:05:09.007')
})
