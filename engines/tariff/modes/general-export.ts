import { convertible } from '../facts/values.ts'
import type { Work } from '../facts/work.ts'
import type { ModeAmounts, ModePlan } from '../reason.ts'
import { totalAmounts } from '../tax/amounts.ts'
import { Verdict } from '../verdict.ts'
import { documentsOf, exportLines, refundDeadlines, refuseBanned } from './common.ts'

/** 0110 一般贸易, export: open to any goods that are not banned; the question is what VAT does. */
export function generalExport(work: Work): ModePlan {
  const verdict = new Verdict()
  refuseBanned(work.facts, verdict)
  noteShortCodes(work, verdict)
  return verdict.close('0110', declaredExport(work, '0110', verdict))
}

/**
 * Amounts of an export by formal declaration: export duty, deemed VAT, refund and its deadlines. Undefined
 * where something is missing; the verdict says what.
 */
export function declaredExport(work: Work, form: string, verdict: Verdict): ModeAmounts | undefined {
  const { facts } = work
  if (!convertible(facts, verdict)) return undefined
  const duties = work.exportDuties(verdict)
  const vat = work.exportVat()
  verdict.absorb(vat.verdict)
  const documents = documentsOf(facts, form, verdict)
  if (!verdict.open || duties === undefined) return undefined
  const lines = exportLines(work, duties)
  let refunded = 0
  for (let i = 0; i < lines.length; i++) {
    lines[i]!.vat = vat.vat[i]!
    lines[i]!.refund = vat.refund[i]!
    refunded += vat.refund[i]!
  }
  const deadlines = refunded > 0 ? refundDeadlines(facts, verdict) : []
  return verdict.open ? totalAmounts(lines, documents, deadlines) : undefined
}

/** A declaration needs ten digits; the plan does not, where the shorter code is clear. */
export function noteShortCodes(work: Work, verdict: Verdict): void {
  for (const line of work.facts.lines) {
    if (line.goods.code.length < 10)
      verdict.note('declaration.needs_ten_digits', undefined, undefined, line.no)
  }
}
