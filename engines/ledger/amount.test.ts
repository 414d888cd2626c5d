import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inUnit } from './amount.ts'
import { AMOUNT_MAX } from './machine/index.ts'

it.each([
  [12_345n, 2, '123.45'],
  [5n, 2, '0.05'],
  [-5n, 2, '-0.05'],
  [0n, 3, '0.000'],
  [7n, 0, '7'],
  [-70n, 0, '-70'],
  [AMOUNT_MAX, 18, '9.223372036854775807'],
])('shows %s pieces of scale %s as %s', (amount, scale, text) => {
  expect(inUnit(amount, scale)).toBe(text)
})

it('loses no digit: without its point the text is the amount', () => {
  const amounts = fc.bigInt({ min: -AMOUNT_MAX, max: AMOUNT_MAX })
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 18 }), (amount, scale) => {
      const text = inUnit(amount, scale)
      expect(BigInt(text.replace('.', ''))).toBe(amount)
      expect(text.split('.')[1]?.length ?? 0).toBe(scale)
    }),
  )
})
