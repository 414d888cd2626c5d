import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { decisionOf, explainDifference, type Order, type OrderLine, renderDecision } from '@tongqu/tariff'
import type { Static } from 'typebox'
import type { Rulebook } from '../rules/of-packs.ts'
import type { PlanTables } from '../tables/index.ts'
import type { WhatIf, WhatIfResult } from './contract.ts'
import { planRefusals } from './refusals.ts'
import { planContext } from './run.ts'
import { findOrder, findPlan } from './service.ts'

type Ask = Static<typeof WhatIf>

/** Plans a saved order as it was, and again with what the reader changes; saves nothing. */
export async function whatIf(
  work: UnitOfWork,
  ask: Ask,
  parts: { readonly tables: PlanTables; readonly rules: Rulebook },
): Promise<Static<typeof WhatIfResult> | Refusal> {
  const plan = await findPlan(work, ask.id)
  if (isRefusal(plan)) return plan
  const row = await findOrder(work, ask.id, ask.orderNo)
  if (isRefusal(row)) return row
  const changed = changedOrder(row.input, ask)
  if (isRefusal(changed)) return changed
  const fx = plan.fx
  const before = planContext({ ...parts, date: row.decision.day, fx })
  const after = planContext({ ...parts, date: ask.date ?? row.decision.day, fx: { ...fx, ...ask.fx } })
  const { after: outcome, causes } = explainDifference(changed, before, after, row.decision.usedBefore)
  if ('refused' in outcome) {
    const [first] = outcome.refused
    return planRefusals.refuse('plan.input_refused', { column: first!.column, code: first!.code })
  }
  const language = work.actor.language
  return {
    before: renderDecision(row.decision, language),
    after: renderDecision(decisionOf(outcome), language),
    differences: causes.map(({ kind, id, before, after, decisive }) => ({
      kind,
      id,
      decisive,
      ...(before && { before: { ...before } }),
      ...(after && { after: { ...after } }),
    })),
  }
}

function changedOrder(order: Order, { date, lines = [] }: Ask): Order | Refusal {
  const changed: OrderLine[] = [...order.lines]
  for (const { line, ...fields } of lines) {
    const before = changed[line - 1]
    if (!before) return planRefusals.refuse('plan.no_such_line', { line }, '/lines')
    const merged: Record<string, unknown> = { ...before, ...fields }
    for (const [name, value] of Object.entries(fields)) if (value === null) delete merged[name]
    changed[line - 1] = merged as unknown as OrderLine
  }
  return { ...order, ...(date && { date }), lines: changed }
}
