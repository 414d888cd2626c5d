import { join } from 'node:path'
import { type PlannedOrder, writeResult } from '@tongqu/customs/plan'
import { newFile, saveFile } from '@tongqu/kernel/files'
import { type Order, type OrderJson, renderDecision } from '@tongqu/tariff'
import { JsonPlan } from './json.ts'
import { type PlanJob, type PlanTotals, planHead } from './make.ts'

/** Writes `plan.json` and `plan.xlsx` into a folder. */
export async function writeOut(folder: string, job: PlanJob) {
  const jsonPath = join(folder, 'plan.json')
  const file = await newFile(jsonPath)
  const json = new JsonPlan(file.stream, job)
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
      await file.keep()
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
      await saveFile(xlsxPath, writeResult(plan, { lang: job.language, orders: inputs }))
      return [jsonPath, xlsxPath]
    },
  }
}
