import { expect, test } from 'vitest'
import { inUnit, isPositive, minus, signOf } from './decimal.ts'

test('a difference is exact and keeps the decimals of the finer number', () => {
  expect(minus('100', '40', '0.5')).toBe('59.5')
  expect(minus('1.000', '1.000')).toBe('0.000')
  expect(minus('0.10', '0.3')).toBe('-0.20')
  expect(minus('9223372036854775807', '1')).toBe('9223372036854775806')
})

test('only a number above zero is one', () => {
  for (const text of ['1', '0.001', ' 7 ']) expect(isPositive(text), text).toBe(true)
  for (const text of ['', '0', '0.000', '-1', 'x', '1,5', '.5']) expect(isPositive(text), text).toBe(false)
})

test('the sign of nothing is nothing', () => {
  expect(['-0.5', '0.00', '3'].map(signOf)).toEqual([-1, 0, 1])
})

test('smallest pieces are told in whole units', () => {
  expect(inUnit('12345', 2)).toBe('123.45')
  expect(inUnit('-5', 2)).toBe('-0.05')
  expect(inUnit('7', 0)).toBe('7')
})
