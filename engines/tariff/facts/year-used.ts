import { parseCents } from '../amount/cents.ts'
import { yearOf } from '../amount/day.ts'
import type { OrderFacts } from './facts.ts'

/** A buyer's yearly amount before an order, in cents of CNY, and who says so. */
export interface YearUsed {
  readonly amount: number
  /** The order itself, earlier orders of its book, the platform's own record, or nobody (an empty record). */
  readonly from: 'order' | 'book' | 'record' | 'no_record'
}

/**
 * The yearly amount that the order states, else the platform's own record; an empty record knows of nothing. It
 * is never less than what earlier orders of the same book leave behind.
 */
export function yearUsed(facts: OrderFacts): YearUsed {
  const known = alone(facts)
  const { usedBefore } = facts
  return usedBefore !== undefined && usedBefore > known.amount ? { amount: usedBefore, from: 'book' } : known
}

function alone(facts: OrderFacts): YearUsed {
  if (facts.yearUsed !== undefined) return { amount: facts.yearUsed, from: 'order' }
  const { order, day } = facts
  const text = order.buyerId && day.context.yearUsed?.(order.buyerId, yearOf(day.day))
  const record = text ? parseCents(text) : undefined
  return record === undefined ? { amount: 0, from: 'no_record' } : { amount: record, from: 'record' }
}
