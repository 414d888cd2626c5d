import type { Writable } from 'node:stream'
import type { PlannedOrder } from '@tongqu/customs/plan'
import { renderDecision } from '@tongqu/tariff'
import { say } from '../output.ts'
import { type PlanJob, type PlanTotals, planHead } from './make.ts'
import type { PlanSink } from './sink.ts'

/** Writes the plan as JSON while it is made, each order on a line of its own. */
export class JsonPlan implements PlanSink {
  readonly #out: Writable
  readonly #job: PlanJob
  #first = true

  constructor(out: Writable, job: PlanJob) {
    this.#out = out
    this.#job = job
  }

  async add(orders: readonly PlannedOrder[]): Promise<void> {
    const texts = orders.map(({ decision }) => JSON.stringify(renderDecision(decision, this.#job.language)))
    if (texts.length > 0) await say(this.#out, `${this.#begin()}${texts.join(',\n')}`)
  }

  async end(plan: PlanTotals): Promise<void> {
    const { planned, refused, refusedOrders, taxes, refund, shipments, warnings } = plan
    const totals = { orders: planned + refusedOrders, planned, refused: refusedOrders, taxes, refund }
    const rest = JSON.stringify({ shipments, warnings, refused, totals }).slice(1)
    const begin = this.#first ? this.#head() : ''
    await say(this.#out, `${begin}\n],${rest}\n`)
  }

  #begin(): string {
    if (!this.#first) return ',\n'
    this.#first = false
    return this.#head()
  }

  #head(): string {
    return `${JSON.stringify(planHead(this.#job)).slice(0, -1)},"orders":[\n`
  }
}
