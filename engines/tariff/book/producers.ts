import type { OrderPlan } from '../plan.ts'

/**
 * Exports of a producer by month. Each order is reckoned on the month's input VAT as if it were the month's only
 * export; where a book holds several of one month, together they may be refunded less.
 */
export class ProducerMonths {
  readonly #orders = new Map<string, number>()

  add(plan: OrderPlan): void {
    const { order, chosen } = plan
    if (order.direction !== 'export' || order.sellerKind !== 'producer') return
    const amounts = plan.modes.find(mode => mode.mode === chosen)?.amounts
    if (amounts === undefined || amounts.refund === 0) return
    const key = `${plan.day.slice(0, 7)} ${order.sellerId ?? ''}`
    this.#orders.set(key, (this.#orders.get(key) ?? 0) + 1)
  }

  /** Orders that share their producer's month with another one. */
  get sharing(): number {
    return [...this.#orders.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0)
  }
}
