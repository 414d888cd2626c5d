import type { Refusal } from '@tongqu/kernel/refusal'
import { parseQuantity } from './quantity.ts'
import { stockRefusals } from './refusals.ts'

/** What an article's quantities are judged by. */
export interface Counted {
  readonly sku: string
  readonly unit: string
  readonly scale: number
}

/** A quantity as a caller gives it, with the unit it thinks of. */
export interface AskedQuantity {
  readonly quantity: string
  readonly unit?: string | undefined
}

/**
 * The quantity in the smallest pieces of the article's unit, or why it is none.
 * @param least 0n: nothing is an answer too (a count)
 */
export function amountOf(
  article: Counted,
  { quantity, unit }: AskedQuantity,
  place: string,
  least: 0n | 1n = 1n,
): bigint | Refusal {
  const { sku, scale } = article
  if (unit !== undefined && unit !== article.unit)
    return stockRefusals.refuse('quantity.wrong_unit', { sku, unit: article.unit, asked: unit }, place)
  const amount = parseQuantity(quantity, scale, least)
  if (typeof amount === 'bigint') return amount
  const code =
    amount === 'not_positive' && least === 0n ? 'quantity.negative' : (`quantity.${amount}` as const)
  return stockRefusals.refuse(code, { quantity, scale }, place)
}
