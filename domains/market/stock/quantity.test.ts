import { inUnit } from '@tongqu/ledger'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exceedsShare, millionths } from './fraction.ts'
import { parseQuantity, QUANTITY_PATTERN } from './quantity.ts'

it('reads a quantity to the smallest piece, exactly', () => {
  expect([parseQuantity('2.5', 3), parseQuantity('0.001', 3), parseQuantity('12', 0)]).toEqual([
    2500n,
    1n,
    12n,
  ])
  expect(parseQuantity('1.500', 1)).toBe(15n)
})

it('says why a text is no quantity', () => {
  expect(parseQuantity('0', 0)).toBe('not_positive')
  expect(parseQuantity('0.000', 3)).toBe('not_positive')
  expect(parseQuantity('-1', 0)).toBe('not_positive')
  expect(parseQuantity('-0.0001', 3)).toBe('not_positive')
  expect(parseQuantity('1.5', 0)).toBe('too_fine')
  expect(parseQuantity('999999999999999', 6)).toBe('too_large')
})

it('takes nothing for an answer where things are counted, and never less', () => {
  expect([parseQuantity('0', 0, 0n), parseQuantity('0.00', 3, 0n)]).toEqual([0n, 0n])
  expect([parseQuantity('-1', 0, 0n), parseQuantity('-0', 0, 0n)]).toEqual(['not_positive', 'not_positive'])
})

it('reads back every quantity that it shows', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 15n), fc.nat(6), (amount, scale) => {
      const text = inUnit(amount, scale)
      fc.pre(new RegExp(QUANTITY_PATTERN).test(text))
      expect(parseQuantity(text, scale)).toBe(amount)
    }),
  )
})

it('holds a share of a rule to the piece', () => {
  expect(millionths('0.05')).toBe(50_000n)
  expect([exceedsShare(5n, 100n, millionths('0.05')), exceedsShare(6n, 100n, millionths('0.05'))]).toEqual([
    false,
    true,
  ])
  expect(() => millionths('5%')).toThrow('decimal')
})
