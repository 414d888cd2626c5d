import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCents, parseCents } from './cents.ts'
import { addDays, addMonths, isDay, nextMonthStart } from './day.ts'
import { decimalText, parseDecimal } from './decimal.ts'
import { bigDivRound, mulDiv, scaledProduct } from './exact.ts'
import { parseRate } from './rate.ts'

const amount = fc.integer({ min: 0, max: 9e12 })

describe('exact amounts', () => {
  it('a product divided is rounded half up exactly, however large', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, n, d) => {
        expect(mulDiv(a, n, d)).toBe(Number(bigDivRound(BigInt(a) * BigInt(n), BigInt(d))))
      }),
    )
  })

  it('quantity × price × rate is exact at every scale', () => {
    const m = fc.integer({ min: 0, max: 1e8 })
    fc.assert(
      fc.property(
        m,
        m,
        fc.integer({ min: 1, max: 1e5 }),
        fc.integer({ min: -2, max: 10 }),
        (a, b, c, scale) => {
          const exact = BigInt(a) * BigInt(b) * BigInt(c)
          const expected =
            scale <= 0 ? exact * 10n ** BigInt(-scale) : bigDivRound(exact, 10n ** BigInt(scale))
          fc.pre(expected <= 10n ** 15n)
          expect(scaledProduct(a, b, c, scale)).toBe(Number(expected))
        },
      ),
    )
  })

  it('a half is rounded up and what is just below it down', () => {
    expect([mulDiv(1, 1, 2), mulDiv(49, 1, 100), mulDiv(12512, 1, 10), mulDiv(12515, 1, 10)]).toEqual([
      1, 0, 1251, 1252,
    ])
  })

  it('cents written and read again are the same', () => {
    fc.assert(
      fc.property(amount, cents => {
        expect(parseCents(formatCents(cents))).toBe(cents)
      }),
    )
    expect(formatCents(-5)).toBe('-0.05')
    expect([parseCents('1.005'), parseCents('1.500'), parseCents('7')]).toEqual([undefined, 150, 700])
  })

  it('a decimal is digits with at most one point and at most 15 digits', () => {
    for (const bad of [
      '',
      '.',
      '1.',
      '.5',
      '-1',
      '+1',
      '1e3',
      '1,000',
      ' 1',
      '1.2.3',
      '１',
      '1234567890123456',
    ]) {
      expect(parseDecimal(bad), bad).toBeUndefined()
    }
    expect(parseDecimal('0012.340')).toEqual({ m: 12340, s: 3 })
    expect(decimalText({ m: 12340, s: 3 })).toBe('12.34')
    expect(decimalText({ m: 5, s: 3 })).toBe('0.005')
    expect(parseRate('0.130')?.text).toBe('0.13')
  })
})

describe('legal days', () => {
  it('months end on their last day and days cross years', () => {
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2026-03-15', 36)).toBe('2029-03-15')
    expect(addDays('2026-12-15', 30)).toBe('2027-01-14')
    expect(nextMonthStart('2026-12-31')).toBe('2027-01-01')
    expect([isDay('2026-02-29'), isDay('2028-02-29'), isDay('2026-1-1')]).toEqual([false, true, false])
  })
})
