import { yearOf } from '../amount/day.ts'
import { yearUsed } from '../facts/year-used.ts'
import type { Order } from '../order.ts'
import type { OrderPlan } from '../plan.ts'

/**
 * Yearly amounts of a book's buyers, in cents of CNY. An order that goes by a retail mode uses up its dutiable
 * value: later orders of the book find what was stated or recorded before and what its earlier orders put on it.
 */
export class BuyerYears {
  readonly #used: Map<string, number>
  #unstated = 0

  /** `before`: the years as an earlier part of the book left them. */
  constructor(before?: BuyerYears) {
    this.#used = new Map(before === undefined ? [] : before.#used)
  }

  /** Orders that go by a retail mode although nobody states the buyer's amount. */
  get unstated(): number {
    return this.#unstated
  }

  /** What earlier orders leave the buyer's amount of the order's year at; undefined: there are none. */
  before(order: Order, day: string): number | undefined {
    return this.#used.size === 0 ? undefined : this.#used.get(keyOf(order, day))
  }

  add(plan: OrderPlan): void {
    const { order, chosen } = plan
    if (order.direction !== 'import' || !order.buyerId) return
    if (chosen !== '9610' && chosen !== '1210' && chosen !== '1239') return
    const { amount, from } = yearUsed(plan.facts)
    if (from === 'no_record') this.#unstated++
    const lines = plan.modes.find(mode => mode.mode === chosen)?.amounts?.lines ?? []
    const value = lines.reduce((sum, line) => sum + line.dutiableValue, 0)
    this.#used.set(keyOf(order, plan.day), amount + value)
  }
}

const keyOf = (order: Order, day: string): string => `${yearOf(day)} ${order.buyerId}`
