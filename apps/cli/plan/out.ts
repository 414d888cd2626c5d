import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type PlannedOrder, writeResult } from '@tongqu/customs/plan'
import { type Order, type OrderJson, renderDecision } from '@tongqu/tariff'
import { JsonPlan } from './json.ts'
import { type PlanJob, type PlanTotals, planHead } from './make.ts'

/** Writes `plan.json` and `plan.xlsx` into a folder. */
export async function writeOut(folder: string, job: PlanJob) {
  const jsonPath = join(folder, 'plan.json')
  const stream = createWriteStream(jsonPath)
  await once(stream, 'open')
  const json = new JsonPlan(stream, job)
  const orders: OrderJson[] = []
  const inputs = new Map<string, Order>()
  return {
    async add(planned: readonly PlannedOrder[], refused: unknown): Promise<void> {
      await json.add(planned, refused)
      for (const { order, decision } of planned) {
        orders.push(renderDecision(decision, job.language))
        inputs.set(order.orderNo, order)
      }
    },
    /** @returns the files that were written */
    async end(totals: PlanTotals): Promise<readonly string[]> {
      await json.end(totals)
      await new Promise<void>(resolve => stream.end(resolve))
      const xlsxPath = join(folder, 'plan.xlsx')
      const { planned, refusedOrders, taxes, refund, refused, shipments, warnings } = totals
      const plan = {
        ...planHead(job),
        orders,
        shipments,
        warnings,
        refused,
        totals: { orders: planned + refusedOrders, planned, refused: refusedOrders, taxes, refund },
      }
      const content = writeResult(plan, { lang: job.language, orders: inputs })
      await pipeline(Readable.from(content), createWriteStream(xlsxPath))
      return [jsonPath, xlsxPath]
    },
  }
}
