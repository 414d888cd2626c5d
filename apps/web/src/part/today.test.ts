import { expect, test } from 'vitest'
import { dayOf, endOfDay } from './today.ts'

test('the day is Shanghai’s, and ends when it ends there', () => {
  expect(dayOf('2026-11-23T16:00:00Z')).toBe('2026-11-24')
  expect(endOfDay('2026-11-24')).toBe('2026-11-24T15:59:59.999Z')
  expect(dayOf(endOfDay('2026-12-31'))).toBe('2026-12-31')
})
