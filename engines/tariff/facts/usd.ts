import { POWERS } from '../amount/decimal.ts'
import { mulDiv } from '../amount/exact.ts'
import type { LineFacts, OrderFacts } from './facts.ts'

/** An exact amount in the order's currency: `m / 10^s`. */
interface Exact {
  readonly m: bigint | number
  readonly s: number
}

const SAFE = 2 ** 52

/** quantity × price of the lines less the discount, unrounded, in the order's currency. */
function exactAmount(lines: readonly LineFacts[], discount: { m: number; s: number } | undefined): Exact {
  let s = discount?.s ?? 0
  for (const line of lines) s = Math.max(s, line.qty.s + line.price.s)
  let sum = 0
  for (const line of lines) sum += line.qty.m * line.price.m * POWERS[s - line.qty.s - line.price.s]!
  if (sum < SAFE && (discount?.m ?? 0) < SAFE / 1e8) {
    return { m: sum - (discount === undefined ? 0 : discount.m * POWERS[s - discount.s]!), s }
  }
  let big = 0n
  for (const line of lines) {
    big += BigInt(line.qty.m) * BigInt(line.price.m) * 10n ** BigInt(s - line.qty.s - line.price.s)
  }
  if (discount !== undefined) big -= BigInt(discount.m) * 10n ** BigInt(s - discount.s)
  return { m: big, s }
}

/**
 * USD value as a fraction of whole numbers, unrounded: amount × rate(currency) / rate(USD). Undefined where a
 * rate is not loaded.
 */
export function usdFraction(
  facts: OrderFacts,
  lines: readonly LineFacts[] = facts.lines,
): { n: bigint; d: bigint } | undefined {
  const amount = exactAmount(lines, lines === facts.lines ? facts.discountText : undefined)
  const m = BigInt(amount.m)
  if (facts.order.currency === 'USD') return { n: m, d: 10n ** BigInt(amount.s) }
  const usd = facts.day.customsRates.get('USD')
  if (usd === undefined || facts.fx === undefined) return undefined
  return {
    n: m * BigInt(facts.fx.m) * 10n ** BigInt(usd.s),
    d: 10n ** BigInt(amount.s + facts.fx.s) * BigInt(usd.m),
  }
}

/** Whether the order's value in USD, unrounded, is above a limit in cents of USD; undefined: no rate. */
export function aboveUsd(facts: OrderFacts, limit: number): boolean | undefined {
  if (facts.order.currency === 'USD') {
    const amount = exactAmount(facts.lines, facts.discountText)
    // Cents against amount: both on the scale of the finer.
    if (typeof amount.m === 'number' && amount.s <= 9) {
      const bound = limit * POWERS[Math.max(0, amount.s - 2)]!
      return amount.m * POWERS[Math.max(0, 2 - amount.s)]! > bound
    }
  } else if (clearlyBelow(facts, limit)) return false
  const usd = usdFraction(facts)
  return usd === undefined ? undefined : usd.n * 100n > BigInt(limit) * usd.d
}

/** Most orders are far below the limit: seen from the rounded CNY value without exact arithmetic. */
function clearlyBelow(facts: OrderFacts, limit: number): boolean {
  const usd = facts.day.customsRates.get('USD')
  if (usd === undefined || facts.fx === undefined) return false
  return (facts.value + facts.lines.length) * POWERS[usd.s]! < limit * usd.m * 0.99
}

/** Value in USD, rounded half up to a cent, for showing; undefined: no rate. */
export function usdCents(facts: OrderFacts): number | undefined {
  if (facts.order.currency !== 'USD') {
    const usd = facts.day.customsRates.get('USD')
    return usd === undefined || facts.fx === undefined
      ? undefined
      : mulDiv(facts.value, POWERS[usd.s]!, usd.m)
  }
  const usd = usdFraction(facts)
  return usd === undefined ? undefined : Number((200n * usd.n + usd.d) / (2n * usd.d))
}
