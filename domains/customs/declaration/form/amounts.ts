import type { Order } from '@tongqu/tariff'
import { type Decimal, decimal, less, partOf, plain, quotient, rounded, sum, times } from './decimal.ts'

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

/** Shares by value; the last takes the remainder of a cent. */
function spread(amount: Decimal, by: readonly Decimal[]): Decimal[] {
  const whole = sum(by)
  const shares = by.slice(0, -1).map(each => partOf(amount, each, whole, MONEY))
  return [...shares, less(amount, sum([...shares, { units: 0n, scale: MONEY }]))]
}

/** The sum of a weight over all lines; undefined where one line has none. */
export function weight(order: Order, of: 'grossWeight' | 'netWeight'): string | undefined {
  const weights = order.lines.map(line => line[of])
  if (weights.some(each => each === undefined)) return undefined
  return plain(sum(weights.map(each => decimal(each!))))
}
