import { planContext, runPlan } from '@tongqu/customs/plan'
import { explainDifference } from '@tongqu/tariff'
import { EXIT, type Terminal } from '../verb.ts'
import type { PlanJob } from './make.ts'

/** Says, order by order, which rule versions make the plan of another day differ. */
export async function compareDays(terminal: Terminal, job: PlanJob, day: string): Promise<number> {
  const { out, language } = terminal
  const before = planContext(job)
  const after = planContext({ ...job, date: day })
  let changed = 0
  for await (const piece of runPlan(job)) {
    if (piece.kind === 'end') break
    for (const { order } of piece.orders) {
      const difference = explainDifference(order, before, after)
      if (!difference.changed) continue
      changed++
      out.write(`${order.orderNo}  ${job.date} → ${day}\n`)
      for (const { kind, id, before: from, after: to, decisive } of difference.causes)
        if (decisive) out.write(`  ${kind} ${id}: ${versionText(from)} → ${versionText(to)}\n`)
    }
  }
  if (changed === 0) out.write(language === 'zh' ? '没有差别\n' : 'No difference\n')
  return EXIT.done
}

function versionText(version: { readonly from?: string; readonly source?: string } | undefined): string {
  return version ? `${version.from ?? ''} ${version.source ?? ''}`.trim() : '—'
}
