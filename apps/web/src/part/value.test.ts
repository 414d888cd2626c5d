import { expect, test } from 'vitest'
import { shownValue } from './value.ts'

test('a value is shown as an official would write it', () => {
  expect(shownValue('150000')).toBe('150000')
  expect(shownValue(['0.13', '0.09'])).toBe('0.13, 0.09')
  expect(shownValue({ export: ['0110', '1039'], open: true })).toBe('export: 0110, 1039; open: true')
  expect(shownValue(undefined)).toBe('—')
})
