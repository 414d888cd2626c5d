import { type Decimal, decimalText, POWERS, parseDecimal } from './decimal.ts'

/** A fraction n / d with d a power of ten: 13 % is 13 / 100. */
export interface Rate {
  readonly n: number
  readonly d: number
  /** As a fraction: "0.13". */
  readonly text: string
}

export const ZERO_RATE: Rate = { n: 0, d: 1, text: '0' }

const cache = new Map<string, Rate | undefined>()
/** A book holds a handful of rates; the bound only keeps a hostile one from filling the memory. */
const CACHE_BOUND = 10_000

/** Reads "0.13"; the same text gives the same object. Undefined where it is no decimal. */
export function parseRate(text: string): Rate | undefined {
  const known = cache.get(text)
  if (known !== undefined || cache.has(text)) return known
  const decimal = parseDecimal(text)
  const rate = decimal === undefined ? undefined : rateOf(decimal)
  if (cache.size >= CACHE_BOUND) cache.clear()
  cache.set(text, rate)
  return rate
}

export function rateOf(decimal: Decimal): Rate {
  return { n: decimal.m, d: POWERS[decimal.s] ?? 10 ** decimal.s, text: decimalText(decimal) }
}

/** Whether a is less than b. */
export const lessRate = (a: Rate, b: Rate): boolean => a.n * b.d < b.n * a.d

export const sameRate = (a: Rate, b: Rate): boolean => a.n * b.d === b.n * a.d

/** "13%" for a text that a person reads. */
export function percent(rate: Rate): string {
  return `${decimalText({ m: rate.n * 100, s: Math.round(Math.log10(rate.d)) })}%`
}
