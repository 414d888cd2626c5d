import { nextMonthStart, nextYear } from '../amount/day.ts'
import { derive } from '../context.ts'
import type { OrderFacts } from '../facts/facts.ts'
import { needsInspection, needsLicence, type Work } from '../facts/work.ts'
import type { Deadline, ModeAmounts, ModePlan } from '../reason.ts'
import { Verdict } from '../verdict.ts'
import { documentsOf, refuseBanned, reimportDeadlines } from './common.ts'
import { declaredExport } from './general-export.ts'

/** 9710 跨境电商B2B直接出口: a deal made on a cross-border e-commerce platform. */
export function directB2b(work: Work): ModePlan {
  const verdict = new Verdict()
  const { facts } = work
  const rule = facts.day.rules.retail.b2bOrder
  if (verdict.take(rule) !== undefined && !(facts.order.platform && facts.order.platformOrderNo)) {
    verdict.refuse('b2b.no_platform_order', rule.use)
    verdict.remedy = { code: 'obtain', what: 'platform.order' }
  }
  return b2b(work, '9710', verdict)
}

/** 9810 跨境电商出口海外仓: goods sent to an overseas warehouse before they are sold. */
export function overseasWarehouse(work: Work): ModePlan {
  const verdict = new Verdict()
  const { facts } = work
  const rule = facts.day.rules.retail.warehouseOrder
  if (verdict.take(rule) !== undefined && !facts.order.warehouseOrderNo) {
    verdict.refuse('warehouse.no_warehouse_order', rule.use)
    verdict.remedy = { code: 'obtain', what: 'warehouse.order' }
  }
  return b2b(work, '9810', verdict)
}

function b2b(work: Work, mode: '9710' | '9810', verdict: Verdict): ModePlan {
  const { facts } = work
  refuseBanned(facts, verdict)
  if (verdict.refused) return verdict.close(mode)
  const amounts = declaredExport(work, `${mode}.declaration`, verdict)
  if (amounts === undefined) return verdict.close(mode)
  const deadlines = [
    ...(mode === '9810' && amounts.refund > 0 ? preRefund(facts, verdict) : amounts.deadlines),
    ...reimportDeadlines(facts, mode, verdict),
  ]
  return verdict.close(mode, { ...amounts, documents: form(work, mode, amounts, verdict), deadlines })
}

/**
 * The list form is open to a small consignment without licence, export duty or inspection, and carries no
 * refund: it is taken where there is none to lose, else the declaration.
 */
function form(work: Work, mode: string, amounts: ModeAmounts, verdict: Verdict): readonly string[] {
  const { facts } = work
  const rule = facts.day.rules.retail.listForm
  const bound = verdict.ask(rule)
  const small =
    bound !== undefined &&
    facts.value <= bound.max_value &&
    amounts.taxes.exportDuty === 0 &&
    facts.lines.every(
      line => needsLicence(facts, line, verdict) === false && needsInspection(facts, line, verdict) === false,
    )
  if (!small) return amounts.documents
  if (amounts.refund > 0) {
    verdict.note('b2b.list_form_carries_no_refund', rule.use)
    return amounts.documents
  }
  verdict.note('b2b.list_form', rule.use)
  return documentsOf(facts, `${mode}.list`, verdict)
}

/** Refund at exit, settled after the sale: from the month after the pre-refund to the stated day of next year. */
function preRefund(facts: OrderFacts, verdict: Verdict): readonly Deadline[] {
  const rule = facts.day.rules.refund.preRefundUntil
  const until = verdict.ask(rule)
  if (until === undefined) return []
  verdict.note('warehouse.pre_refund', rule.use)
  return derive(facts.day, 'deadlines.prerefund', () => [
    { what: 'refund.settle', from: nextMonthStart(facts.day.day), until: nextYear(facts.day.day, until) },
  ])
}
