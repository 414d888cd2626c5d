import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Language } from '@tongqu/kernel/text'
import { renderDecision } from '@tongqu/tariff'
import { type ResultOrder, type ResultPlan, writeResult } from './book/index.ts'
import { type PlanRemarkJson, remarkJson } from './plan-json.ts'
import { planRefusals } from './refusals.ts'
import type { PlanRow } from './rows.ts'
import { findPlan, withOverride } from './service.ts'
import * as store from './store.ts'

/** Orders read at once: what they are rendered to is the only part of a plan that memory holds. */
const PIECE = 100

/**
 * A plan that is done, as a workbook in the reader's language. Its orders are read again for each sheet, in the
 * reader's own transaction; only the packed bytes are kept, for that transaction ends before they are sent.
 */
export async function resultWorkbook(
  work: UnitOfWork,
  id: string,
  language: Language,
): Promise<{ name: string; content: Readable } | Refusal> {
  const plan = await findPlan(work, id)
  if (isRefusal(plan)) return plan
  if (plan.state !== 'done') return planRefusals.refuse('plan.not_done', { state: plan.state })
  const packed = await buffer(writeResult(await resultOf(work, plan, language), language))
  return { name: `${plan.number}.xlsx`, content: Readable.from([packed]) }
}

async function resultOf(work: UnitOfWork, plan: PlanRow, language: Language): Promise<ResultPlan> {
  return {
    date: plan.date,
    ruleset: { id: plan.ruleset_id ?? '', asAt: plan.date, digest: plan.ruleset_digest ?? '' },
    fx: { ...plan.rates },
    orders: () => ordersOf(work, plan.id, language),
    shipments: plan.shipments,
    warnings: plan.warnings.map(({ code, text }) => ({ code, text: text[language] })),
    refused: await refusedOf(work, plan.id, language),
  }
}

async function* ordersOf(work: UnitOfWork, id: string, language: Language): AsyncGenerator<ResultOrder> {
  for (let after = -1; ; ) {
    const rows = await store.wholeOrders(work.tx, id, after, PIECE)
    for (const row of rows)
      yield { plan: renderDecision(withOverride(row), language), goods: row.input.lines }
    if (rows.length < PIECE) return
    after = rows.at(-1)!.position
  }
}

async function refusedOf(work: UnitOfWork, id: string, language: Language): Promise<PlanRemarkJson[]> {
  const refused: PlanRemarkJson[] = []
  for (let after = -1; ; ) {
    const rows = await store.listRefused(work.tx, id, after, PIECE)
    for (const { refusal } of rows) refused.push(remarkJson(refusal, language))
    if (rows.length < PIECE) return refused
    after = rows.at(-1)!.position
  }
}
