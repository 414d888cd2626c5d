import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { PlannedOrder } from '@tongqu/customs/plan'
import { renderDecision } from '@tongqu/tariff'
import { type PlanJob, type PlanTotals, planHead } from './make.ts'

/** Writes the plan as JSON while it is made: memory holds one piece, whatever the book's length. */
export class JsonPlan {
  readonly #out: Writable
  readonly #job: PlanJob
  #first = true

  constructor(out: Writable, job: PlanJob) {
    this.#out = out
    this.#job = job
  }

  async add(orders: readonly PlannedOrder[], _refused: unknown): Promise<void> {
    const texts = orders.map(({ decision }) => JSON.stringify(renderDecision(decision, this.#job.language)))
    if (texts.length > 0) await this.#write(`${this.#begin()}${texts.join(',\n')}`)
  }

  async end({
    planned,
    refused,
    refusedOrders,
    taxes,
    refund,
    shipments,
    warnings,
  }: PlanTotals): Promise<void> {
    const totals = { orders: planned + refusedOrders, planned, refused: refusedOrders, taxes, refund }
    const rest = JSON.stringify({ shipments, warnings, refused, totals }).slice(1)
    const begin = this.#first ? this.#head() : ''
    await this.#write(`${begin}],${rest}\n`)
  }

  #begin(): string {
    if (!this.#first) return ',\n'
    this.#first = false
    return this.#head()
  }

  #head(): string {
    return `${JSON.stringify(planHead(this.#job)).slice(0, -1)},"orders":[\n`
  }

  async #write(text: string): Promise<void> {
    if (!this.#out.write(text)) await once(this.#out, 'drain')
  }
}
