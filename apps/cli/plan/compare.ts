import { planContext, runPlan } from '@tongqu/customs/plan'
import { type Difference, explainDifference, type PlanContext } from '@tongqu/tariff'
import { say } from '../output.ts'
import { EXIT, type Terminal } from '../verb.ts'
import type { PlanJob } from './make.ts'

export interface Days {
  /** The day to begin with; absent: each order's own day. */
  readonly from: string | undefined
  readonly to: string
}

/** Says, order by order, which rule versions make the plan of another day differ. */
export async function compareDays(
  { out, err, language }: Terminal,
  job: PlanJob,
  { from, to }: Days,
): Promise<number> {
  const contextOf = contexts(job)
  let orders = 0
  let changed = 0
  let refused = 0
  for await (const piece of runPlan(job)) {
    if (piece.kind === 'end') {
      refused += piece.refusedOrders
      break
    }
    for (const { text } of piece.refused) err.write(`✗ ${text[language]}\n`)
    orders += piece.orders.length
    for (const { order, decision } of piece.orders) {
      const day = from ?? decision.day
      const difference = explainDifference(order, contextOf(day), contextOf(to), decision.usedBefore)
      if (!difference.changed) continue
      changed++
      await say(out, `${order.orderNo}  ${day} → ${to}\n${causesText(difference)}`)
    }
  }
  if (orders === 0 && refused === 0) return EXIT.refused
  if (changed === 0) await say(out, language === 'zh' ? '没有差别\n' : 'No difference\n')
  return refused > 0 ? EXIT.partly : EXIT.done
}

/** One context a day, so that what a day shares is worked out once. */
function contexts(job: PlanJob): (day: string) => PlanContext {
  const made = new Map<string, PlanContext>()
  return day => {
    const context = made.get(day) ?? planContext({ ...job, date: day })
    made.set(day, context)
    return context
  }
}

/** What alone makes the difference; where only several together do, all of them. */
function causesText({ causes }: Difference): string {
  const decisive = causes.filter(cause => cause.decisive)
  return (decisive.length > 0 ? decisive : causes)
    .map(({ kind, id, before, after }) => `  ${kind} ${id}: ${versionText(before)} → ${versionText(after)}\n`)
    .join('')
}

function versionText(version: { readonly from?: string; readonly source?: string } | undefined): string {
  return version ? `${version.from ?? ''} ${version.source ?? ''}`.trim() : '—'
}
