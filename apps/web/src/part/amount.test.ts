import { expect, test } from 'vitest'
import { cents, difference, fromCents, grouped, isZero, percent, share } from './amount.ts'

test('an amount is grouped by thousands and keeps its cents', () => {
  expect(grouped('1234567.80')).toBe('1,234,567.80')
  expect(grouped('-950.00')).toBe('\u2212950.00')
  expect(grouped('12')).toBe('12')
  expect(grouped('n/a')).toBe('n/a')
})

test('a difference is exact beyond what floating point holds', () => {
  expect(difference('90071992547409931.01', '0.02')).toBe('90071992547409930.99')
  expect(difference('0.10', '0.30')).toBe('-0.20')
})

test('cents go there and back', () => {
  for (const amount of ['0.00', '-0.05', '12.30']) expect(fromCents(cents(amount))).toBe(amount)
  expect(isZero('-0.00')).toBe(true)
})

test('a rate reads as percent without losing a digit', () => {
  expect(percent('0.0821')).toBe('8.21%')
  expect(percent('0.13')).toBe('13%')
  expect(percent('1')).toBe('100%')
  expect(percent('0.0005')).toBe('0.05%')
  expect(percent('-0.02')).toBe('\u22122%')
})

test('a bar is never longer than its place', () => {
  expect(share('149210.00', '150000')).toBe(99.4)
  expect(share('150000.01', '150000')).toBe(100)
  expect(share('1', '0')).toBe(0)
})
