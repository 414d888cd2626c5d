import { addMonths } from '../amount/day.ts'
import { mulDiv } from '../amount/exact.ts'
import { derive } from '../context.ts'
import type { OrderFacts } from '../facts/facts.ts'
import { convertible } from '../facts/values.ts'
import { needsLicence, type Work } from '../facts/work.ts'
import type { Deadline, ModeAmounts, ModePlan } from '../reason.ts'
import { totalAmounts } from '../tax/amounts.ts'
import { Verdict } from '../verdict.ts'
import { documentsOf, exportLines, refuseBanned, reimportDeadlines } from './common.ts'
import { declaredExport } from './general-export.ts'

/**
 * 9610, export (跨境电商零售出口): parcels go by list. With special invoices they are declared in a monthly
 * summary and refunded; without one, in a comprehensive pilot zone, VAT is exempt and income tax is assessed.
 */
export function retailExport(work: Work): ModePlan {
  const { facts } = work
  const verdict = new Verdict()
  refuseBanned(facts, verdict)
  const rule = facts.day.rules.retail.exportOrder
  verdict.take(rule)
  if (!facts.order.platform || !facts.order.platformOrderNo) {
    verdict.refuse('retail.no_platform_order', rule.use)
    verdict.remedy = { code: 'obtain', what: 'platform.order' }
  }
  if (verdict.refused || !convertible(facts, verdict)) return verdict.close('9610')
  const amounts = hasInvoices(facts) ? withInvoices(work, verdict) : withoutInvoice(work, verdict)
  return verdict.close('9610', amounts)
}

const hasInvoices = (facts: OrderFacts): boolean =>
  facts.order.sellerKind === 'producer' || facts.lines.some(line => (line.invoice ?? 0) > 0)

function withInvoices(work: Work, verdict: Verdict): ModeAmounts | undefined {
  verdict.note('retail_export.summary_declaration', work.facts.day.rules.retail.summary.use)
  const amounts = declaredExport(work, '9610.summary', verdict)
  if (amounts === undefined) return undefined
  return { ...amounts, deadlines: [...amounts.deadlines, ...deadlines(work.facts, false, verdict)] }
}

function withoutInvoice(work: Work, verdict: Verdict): ModeAmounts | undefined {
  const { facts } = work
  const { bonded, retail } = facts.day.rules
  const zone = verdict.take(bonded.comprehensivePilotZone)
  const exemption = verdict.take(retail.exemptWithoutInvoice)
  if (zone === undefined || exemption === undefined) return undefined
  if (!zone) return withInvoices(work, verdict)
  const duties = work.exportDuties(verdict)
  const profit = verdict.take(retail.assessedProfit)
  const tax = verdict.take(retail.assessedTax)
  if (duties === undefined || profit === undefined || tax === undefined) return undefined
  const simplified = isSimplified(work, duties, verdict)
  const documents = documentsOf(facts, simplified ? '9610.simplified' : '9610.summary', verdict)
  const lines = exportLines(work, duties)
  for (const line of lines) line.assessed = mulDiv(line.dutiableValue, profit.n * tax.n, profit.d * tax.d)
  verdict.note('retail_export.exempt_without_invoice', retail.exemptWithoutInvoice.use)
  verdict.note('retail_export.income_tax_assessed', retail.assessedTax.use, { rate: tax.text })
  return verdict.open ? totalAmounts(lines, documents, deadlines(facts, simplified, verdict)) : undefined
}

/** Four digits and statistics only: a cheap parcel without export duty, refund or licence. */
function isSimplified(work: Work, duties: readonly number[], verdict: Verdict): boolean {
  const { facts } = work
  const rule = facts.day.rules.retail.simplifiedExport
  const bound = verdict.ask(rule)
  const fits =
    bound !== undefined &&
    facts.value <= bound.max_value &&
    duties.every(duty => duty === 0) &&
    facts.lines.every(line => needsLicence(facts, line, verdict) === false)
  if (fits) verdict.note('retail_export.simplified_list', rule.use)
  else verdict.note('retail_export.summary_declaration', facts.day.rules.retail.summary.use)
  return fits
}

function deadlines(facts: OrderFacts, simplified: boolean, verdict: Verdict): readonly Deadline[] {
  const back = reimportDeadlines(facts, '9610', verdict)
  const summary = simplified ? undefined : verdict.ask(facts.day.rules.retail.summary)
  if (summary === undefined) return back
  const declare = derive(facts.day, 'deadlines.summary', () => {
    const month = addMonths(`${facts.day.day.slice(0, 7)}-01`, 1).slice(0, 7)
    return { what: 'retail_export.summary', until: `${month}-${String(summary.until_day).padStart(2, '0')}` }
  })
  return [declare, ...back]
}
