import { expect, test } from 'vitest'
import { effectiveShare } from './effective.ts'

test('retail-import VAT within the limits comes to 9.10 % of the value', () => {
  expect(effectiveShare('91.00', '1000.00')).toBe('9.10%')
})

test('halves round up, and nothing is said of nothing', () => {
  expect(effectiveShare('0.01', '80.00')).toBe('0.01%')
  expect(effectiveShare('0.00', '80.00')).toBeUndefined()
  expect(effectiveShare('5.00', '0.00')).toBeUndefined()
})
