import type { Work } from '../facts/work.ts'
import type { ModePlan } from '../reason.ts'
import { Verdict } from '../verdict.ts'
import { refuseBanned, reimportDeadlines } from './common.ts'
import { declaredExport } from './general-export.ts'

/** 1210, export: bought at home, under 0110 into the zone (refund at entry), parcels out of it. */
export function bondedExport(work: Work): ModePlan {
  const { facts } = work
  const verdict = new Verdict()
  refuseBanned(facts, verdict)
  const rule = facts.day.rules.bonded.cityOpen
  const stated = facts.order.pilotCity
  const open = stated ?? verdict.ask(rule)
  if (open === undefined) verdict.need('pilotCity')
  else if (!open) verdict.refuse('bonded.city_not_open', rule.use)
  const order = facts.day.rules.retail.exportOrder
  if (!facts.order.platform || !facts.order.platformOrderNo) {
    verdict.refuse('retail.no_platform_order', order.use)
    verdict.remedy = { code: 'obtain', what: 'platform.order' }
  }
  if (verdict.refused) return verdict.close('1210')
  const amounts = declaredExport(work, '1210', verdict)
  if (amounts === undefined) return verdict.close('1210')
  const deadlines = [...amounts.deadlines, ...reimportDeadlines(facts, '1210', verdict)]
  if (amounts.refund > 0) verdict.note('bonded.refund_at_zone_entry', facts.day.rules.refund.trader.use)
  return verdict.close('1210', { ...amounts, deadlines })
}
