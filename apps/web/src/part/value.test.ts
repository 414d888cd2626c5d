import { expect, test } from 'vitest'
import { shownValue, valueLines } from './value.ts'

test('a plain value is one line', () => {
  expect(valueLines('150000')).toEqual(['150000'])
  expect(valueLines(['0.13', '0.09'])).toEqual(['0.13, 0.09'])
  expect(shownValue(undefined)).toBe('—')
})

test('a map is shown by its keys, a scale by its steps', () => {
  expect(valueLines({ '0110': ['declaration', 'contract'], '1039': ['declaration'] })).toEqual([
    '0110: declaration, contract',
    '1039: declaration',
  ])
  const scale = [
    { up_to: '30000.00', rate: '0.05' },
    { up_to: '90000.00', rate: '0.10' },
  ]
  expect(valueLines({ scale, halved: true })).toEqual([
    'scale:',
    '  up_to 30000.00 · rate 0.05',
    '  up_to 90000.00 · rate 0.10',
    'halved: true',
  ])
})
