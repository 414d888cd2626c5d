import { Readable } from 'node:stream'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Language } from '@tongqu/kernel/text'
import { formatCents, type Order, type OrderJson, renderDecision } from '@tongqu/tariff'
import { writeResult } from './book/index.ts'
import type { PlanJson, PlanRemarkJson } from './plan-json.ts'
import { planRefusals } from './refusals.ts'
import type { PlanRow } from './rows.ts'
import { findPlan, withOverride } from './service.ts'
import * as store from './store.ts'

const PIECE = 500

/** A plan that is done, as a workbook in the reader's language. */
export async function resultWorkbook(
  work: UnitOfWork,
  id: string,
  language: Language,
): Promise<{ name: string; content: Readable } | Refusal> {
  const plan = await findPlan(work, id)
  if (isRefusal(plan)) return plan
  if (plan.state !== 'done') return planRefusals.refuse('plan.not_done', { state: plan.state })
  const inputs = new Map<string, Order>()
  const orders: OrderJson[] = []
  for (let after = -1; ; ) {
    const rows = await store.wholeOrders(work.tx, id, after, PIECE)
    for (const row of rows) {
      inputs.set(row.order_no, row.input)
      orders.push(renderDecision(withOverride(row), language))
    }
    if (rows.length < PIECE) break
    after = rows.at(-1)!.position
  }
  const json = await planJson(work, plan, orders, language)
  const content = Readable.from(writeResult(json, { lang: language, orders: inputs }))
  return { name: `${plan.number}.xlsx`, content }
}

async function planJson(
  work: UnitOfWork,
  plan: PlanRow,
  orders: readonly OrderJson[],
  language: Language,
): Promise<PlanJson> {
  const refused: PlanRemarkJson[] = []
  for (let after = -1; ; ) {
    const rows = await store.listRefused(work.tx, plan.id, after, PIECE)
    for (const { refusal } of rows) refused.push({ ...refusal, text: refusal.text[language] })
    if (rows.length < PIECE) break
    after = rows.at(-1)!.position
  }
  return {
    date: plan.date,
    ruleset: { id: plan.ruleset_id ?? '', asAt: plan.date, digest: plan.ruleset_digest ?? '' },
    fx: { ...plan.rates },
    orders,
    shipments: plan.shipments,
    warnings: plan.warnings.map(({ code, text }) => ({ code, text: text[language] })),
    refused,
    totals: {
      orders: plan.planned + plan.refused,
      planned: plan.planned,
      refused: plan.refused,
      taxes: formatCents(Number(plan.taxes)),
      refund: formatCents(Number(plan.refund)),
    },
  }
}
