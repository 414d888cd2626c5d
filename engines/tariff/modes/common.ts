import { addMonths, nextMonthStart, nextYear } from '../amount/day.ts'
import { derive } from '../context.ts'
import type { OrderFacts } from '../facts/facts.ts'
import { netValues } from '../facts/values.ts'
import { certified, type Work } from '../facts/work.ts'
import type { CustomsMode } from '../order.ts'
import type { Deadline, LineTaxes } from '../reason.ts'
import { lineTaxes } from '../tax/amounts.ts'
import { Verdict } from '../verdict.ts'

/** Documents and messages of a mode or of one form of it, in force on the order's day. */
export function documentsOf(facts: OrderFacts, form: string, verdict: Verdict): readonly string[] {
  const { exports, imports } = facts.day.rules.papers
  const rule = facts.order.direction === 'export' ? exports : imports
  const table = verdict.take(rule)
  const found = table?.get(form)
  if (table !== undefined && found === undefined)
    verdict.need('parameter', undefined, { id: `${rule.id}: ${form}` })
  return found ?? []
}

/** Goods whose certificates forbid the direction are out of every mode. */
export function refuseBanned(facts: OrderFacts, verdict: Verdict): void {
  const { exportBanned, importBanned } = facts.day.rules.goods
  const outward = facts.order.direction === 'export'
  const rule = outward ? exportBanned : importBanned
  const letters = verdict.ask(rule)
  for (const line of facts.lines) {
    if (certified(line, letters) !== true) continue
    verdict.refuse(outward ? 'goods.export_banned' : 'goods.import_banned', rule.use, undefined, line.no)
  }
}

/** Lines of an export with their FOB (or, where that is unknown, net) value and export duty. */
export function exportLines(work: Work, duties: readonly number[]): LineTaxes[] {
  // No tax here rests on this value, so an unknown freight does not stand in the way.
  const values = work.fob(new Verdict()) ?? netValues(work.facts)
  return values.map((value, i) => {
    const line = lineTaxes(i + 1, value)
    line.exportDuty = duties[i]!
    return line
  })
}

/** Until when a refund can be declared, and the last day on which it still can. */
export function refundDeadlines(facts: OrderFacts, verdict: Verdict): readonly Deadline[] {
  const { declareUntil, lastMonths } = facts.day.rules.refund
  const until = verdict.take(declareUntil)
  if (until === undefined) return []
  const months = verdict.ask(lastMonths)
  return derive(facts.day, 'deadlines.refund', () => {
    const { day } = facts.day
    const declare = { what: 'refund.declare', from: nextMonthStart(day), until: nextYear(day, until) }
    return months === undefined
      ? [declare]
      : [declare, { what: 'refund.last_day', until: addMonths(day, months) }]
  })
}

/** Until when goods of this mode can come back without import tax, where the rule is in force. */
export function reimportDeadlines(
  facts: OrderFacts,
  mode: CustomsMode,
  verdict: Verdict,
): readonly Deadline[] {
  const rule = facts.day.rules.bonded.reimport
  if (rule.value === undefined || !rule.value.modes.includes(mode)) return []
  const free = verdict.ask(rule)!
  return derive(facts.day, 'deadlines.reimport', () => [
    { what: 'return.reimport_free', until: addMonths(facts.day.day, free.months) },
  ])
}
