import { formatCents } from '../amount/cents.ts'
import { yearOf } from '../amount/day.ts'
import type { OrderPlan } from '../plan.ts'

interface BuyerYear {
  /** Most that an order stated as used before it. */
  used: number
  /** Sum of the book's own retail imports. */
  sum: number
  readonly limit: number
}

/**
 * A buyer's retail imports over the book: each order is decided by the yearly amount it states, so that a book
 * planned in parts gives the same orders; that they are too much together is a warning.
 */
export class BuyerTotals {
  readonly #years = new Map<string, BuyerYear>()

  add(plan: OrderPlan): void {
    const { order, facts, chosen } = plan
    if (order.direction !== 'import' || !order.buyerId) return
    if (chosen !== '9610' && chosen !== '1210' && chosen !== '1239') return
    const limit = facts.day.rules.retail.yearLimit.value
    if (limit === undefined) return
    const lines = plan.modes.find(mode => mode.mode === chosen)?.amounts?.lines ?? []
    const value = lines.reduce((sum, line) => sum + line.dutiableValue, 0)
    const key = `${order.buyerId} ${yearOf(plan.day)}`
    const year = this.#years.get(key) ?? { used: 0, sum: 0, limit }
    year.used = Math.max(year.used, facts.yearUsed ?? 0)
    year.sum += value
    this.#years.set(key, year)
  }

  warnings(): { code: string; params: Record<string, string> }[] {
    return [...this.#years]
      .filter(([, year]) => year.used + year.sum > year.limit)
      .map(([key, year]) => ({
        code: 'retail.buyer_total_over_limit',
        params: {
          buyer: masked(key.slice(0, key.lastIndexOf(' '))),
          total: formatCents(year.used + year.sum),
          limit: formatCents(year.limit),
        },
      }))
  }
}

/** An identity number is not printed whole. */
const masked = (id: string): string => (id.length <= 6 ? id : `${id.slice(0, 3)}…${id.slice(-2)}`)
