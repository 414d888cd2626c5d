import type { Order } from '@tongqu/tariff'
import { type Decimal, decimal, less, plain, quotient, rounded, sum, times } from './decimal.ts'

/* What lines and orders come to in a message: cents, half up; a price cut is spread over the lines by value. */

const MONEY = 2
/** Digits that an amount of a message has behind the point at most (N19,5). */
const PRICE = 5

export interface LineAmounts {
  readonly price: string
  readonly total: string
}

export interface OrderAmounts {
  readonly goods: Decimal
  readonly lines: readonly LineAmounts[]
}

/** Goods and lines after price cuts, in the order's currency. Points do not lower them: they are a way of paying. */
export function orderAmounts({ lines, discount }: Order): OrderAmounts {
  const gross = lines.map(line => rounded(times(decimal(line.qty), decimal(line.price)), MONEY))
  const whole = sum(gross)
  const cut = discount === undefined ? undefined : rounded(decimal(discount), MONEY)
  if (cut === undefined || cut.units === 0n)
    return {
      goods: whole,
      lines: lines.map((line, n) => ({ price: plain(decimal(line.price)), total: plain(gross[n]!) })),
    }
  const cuts = spread(cut, gross)
  const totals = gross.map((each, n) => less(each, cuts[n]!))
  return {
    goods: less(whole, cut),
    lines: lines.map((line, n) => ({
      price: plain(quotient(totals[n]!, decimal(line.qty), PRICE)),
      total: plain(totals[n]!),
    })),
  }
}

/**
 * Shares by value, in cents: each cut to the cent, then a cent more for those that lost most by it. So no share is
 * greater than what it is taken from.
 * @param amount at most the sum of `by`; all are cents
 */
function spread(amount: Decimal, by: readonly Decimal[]): Decimal[] {
  const whole = by.reduce((total, { units }) => total + units, 0n)
  if (whole === 0n) return by.map(() => ({ units: 0n, scale: MONEY }))
  const exact = by.map(({ units }) => amount.units * units)
  const shares = exact.map(each => each / whole)
  const left = Number(amount.units - shares.reduce((total, each) => total + each, 0n))
  const byLoss = [...exact.keys()].sort((a, b) => Number((exact[b]! % whole) - (exact[a]! % whole)) || a - b)
  for (const n of byLoss.slice(0, left)) shares[n]! += 1n
  return shares.map(units => ({ units, scale: MONEY }))
}

/** The sum of a weight over all lines; undefined where one line has none. */
export function weight(order: Order, of: 'grossWeight' | 'netWeight'): string | undefined {
  const weights = order.lines.map(line => line[of])
  if (weights.some(each => each === undefined)) return undefined
  return plain(sum(weights.map(each => decimal(each!))))
}
