import { formatCents } from '../amount/cents.ts'
import { mulDiv } from '../amount/exact.ts'
import { lessRate, type Rate, ZERO_RATE } from '../amount/rate.ts'
import type { OrderFacts } from '../facts/facts.ts'
import { spread } from '../facts/values.ts'
import type { Verdict } from '../verdict.ts'
import { exportVatRate, type FobOf, outputVat } from './output-vat.ts'
import { refundRateOf } from './refund-rate.ts'

/** A producer's month (免抵退税), in cents of CNY. */
export interface ProducerMonth {
  readonly fobAtRefundRate: number
  /** FOB × (tax rate − refund rate): not creditable. */
  readonly notCreditable: number
  readonly inputVat: number
  readonly domesticOutputVat: number
  /** Credit carried in from the month before. */
  readonly carriedIn: number
}

export interface ProducerRefund {
  readonly notCreditable: number
  /** What is to be paid for the month; 0 where a credit is left. */
  readonly payable: number
  readonly refund: number
  /** 免抵额: base of the surcharges. */
  readonly exemptedOffset: number
  readonly creditLeft: number
}

/** Exempt-credit-refund of one month: refund = the lesser of the credit and FOB × refund rate. */
export function producerRefund(month: ProducerMonth): ProducerRefund {
  const creditable = month.inputVat - month.notCreditable
  const due = month.domesticOutputVat - creditable - month.carriedIn
  const credit = due < 0 ? -due : 0
  const refund = Math.min(credit, month.fobAtRefundRate)
  return {
    notCreditable: month.notCreditable,
    payable: due > 0 ? due : 0,
    refund,
    exemptedOffset: month.fobAtRefundRate - refund,
    creditLeft: credit - refund,
  }
}

/** Fills refund and deemed output VAT per line for a producer; the refund is spread by FOB × refund rate. */
export function producerVat(
  facts: OrderFacts,
  fob: FobOf,
  refund: number[],
  vat: number[],
  verdict: Verdict,
): void {
  const rule = facts.day.rules.refund.producer
  const { inputVat, domesticOutputVat } = facts
  if (inputVat === undefined) verdict.need('inputVat')
  if (domesticOutputVat === undefined) verdict.need('domesticOutputVat')
  const values = fob(verdict)
  const known = verdict.take(rule) !== undefined
  if (!known || values === undefined || inputVat === undefined || domesticOutputVat === undefined) return
  const parts = lineParts(facts, values, fob, vat, verdict)
  const month = producerRefund({ ...parts, inputVat, domesticOutputVat, carriedIn: 0 })
  const shares = spread(month.refund, parts.byLine)
  for (let i = 0; i < shares.length; i++) refund[i] = shares[i]!
  verdict.note('refund.producer_month', rule.use, {
    notCreditable: formatCents(month.notCreditable),
    exemptedOffset: formatCents(month.exemptedOffset),
    payable: formatCents(month.payable),
    creditLeft: formatCents(month.creditLeft),
  })
}

function lineParts(
  facts: OrderFacts,
  values: readonly number[],
  fob: FobOf,
  vat: number[],
  verdict: Verdict,
): { fobAtRefundRate: number; notCreditable: number; byLine: number[] } {
  let fobAtRefundRate = 0
  let notCreditable = 0
  const byLine = facts.lines.map((line, i) => {
    const rate = exportVatRate(facts, line, verdict)
    const found = refundRateOf(facts, line, verdict)
    if (rate === undefined || found === undefined) return 0
    if (found.rate.n === 0) {
      verdict.note(`refund.rate_zero_${found.zero}`, facts.day.rules.refund.zeroRate.use, undefined, line.no)
      if (found.zero === 'taxed') vat[i] = outputVat(facts, line, fob, verdict)
      return 0
    }
    const value = values[i]!
    const refundable = mulDiv(value, found.rate.n, found.rate.d)
    const rest = difference(rate, found.rate)
    notCreditable += mulDiv(value, rest.n, rest.d)
    fobAtRefundRate += refundable
    return refundable
  })
  return { fobAtRefundRate, notCreditable, byLine }
}

function difference(a: Rate, b: Rate): Rate {
  if (!lessRate(b, a)) return ZERO_RATE
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d, text: '' }
}
