import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import { usdFraction } from '../facts/usd.ts'
import { type Item, packDeclarations } from './pack.ts'

/** Above this many pieces of goods nobody is told how to split an order. */
const MOST_PIECES = 500

/**
 * Into how many market declarations an order above the limit (cents of USD) goes: its lines packed whole; a line
 * above the limit fills declarations by itself and its rest goes with the others. The discount lies on every
 * line alike.
 */
export function declarationsNeeded(facts: OrderFacts, limit: number): number {
  const whole = usdFraction(facts)!
  const weights = exactAmounts(facts.lines)
  const bound = BigInt(limit) * whole.d * weights.reduce((sum, weight) => sum + weight, 0n)
  let full = 0n
  const rest: Item<number>[] = []
  weights.forEach((weight, of) => {
    const size = weight * whole.n * 100n
    full += size / bound
    if (size % bound > 0n) rest.push({ size: size % bound, of })
  })
  return Number(full) + packDeclarations(rest, bound).length
}

/** quantity × price of each line on one scale. */
function exactAmounts(lines: readonly LineFacts[]): bigint[] {
  const scale = Math.max(...lines.map(line => line.qty.s + line.price.s))
  return lines.map(
    line => BigInt(line.qty.m) * BigInt(line.price.m) * 10n ** BigInt(scale - line.qty.s - line.price.s),
  )
}

/**
 * Into how many orders of retail import, each within the single limit (cents of CNY), an order can be split
 * piece by piece. A piece above the single limit goes as an order of one item; undefined: one is not below
 * `dearest` either, or there are too many pieces.
 */
export function ordersNeeded(
  lines: readonly LineFacts[],
  values: readonly number[],
  limit: number,
  dearest: number,
): number | undefined {
  const counts = lines.map(({ qty }) => (qty.m % 10 ** qty.s === 0 ? qty.m / 10 ** qty.s : 1))
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_PIECES) return undefined
  // A scale on which the value of one piece is whole.
  const scale = [...new Set(counts)].reduce((product, count) => product * BigInt(count), 1n)
  let alone = 0
  const items: Item<number>[] = []
  for (let i = 0; i < lines.length; i++) {
    const size = (BigInt(values[i]!) * scale) / BigInt(counts[i]!)
    if (size >= BigInt(dearest) * scale) return undefined
    if (size > BigInt(limit) * scale) alone += counts[i]!
    else for (let piece = 0; piece < counts[i]!; piece++) items.push({ size, of: i })
  }
  return alone + packDeclarations(items, BigInt(limit) * scale).length
}
