import { formatCents } from '../amount/cents.ts'
import { mulDiv } from '../amount/exact.ts'
import { lessRate, percent, type Rate, sameRate } from '../amount/rate.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import { Verdict } from '../verdict.ts'
import { type FobOf, outputVat } from './output-vat.ts'
import { producerVat } from './producer.ts'
import { refundRateOf } from './refund-rate.ts'

/** What VAT does with an export: refund and deemed domestic sale per line, in cents. */
export interface ExportVat {
  readonly verdict: Verdict
  readonly refund: readonly number[]
  readonly vat: readonly number[]
}

/**
 * Export VAT of goods that leave by a formal declaration (0110, and the modes refunded as 0110).
 *
 * A trading firm is refunded on its special invoices; without one a general taxpayer is taxed as on a domestic
 * sale; a small taxpayer is exempt without refund; a producer goes by exempt-credit-refund on its month.
 * `fob` gives FOB in CNY at the tax office's rate and is asked only where it is needed.
 */
export function exportVat(facts: OrderFacts, fob: FobOf): ExportVat {
  const verdict = new Verdict()
  const refund = new Array<number>(facts.lines.length).fill(0)
  const vat = new Array<number>(facts.lines.length).fill(0)
  const { order } = facts
  if (order.vatPayer === undefined) verdict.need('vatPayer')
  else if (!order.vatPayer) exempt(facts, verdict)
  else if (order.sellerKind === undefined) verdict.need('sellerKind')
  else if (order.sellerKind === 'producer') producerVat(facts, fob, refund, vat, verdict)
  else tradingFirm(facts, fob, refund, vat, verdict)
  return { verdict, refund, vat }
}

function exempt(facts: OrderFacts, verdict: Verdict): void {
  const rule = facts.day.rules.refund.smallTaxpayer
  if (verdict.take(rule) !== undefined) verdict.note('refund.not_general_taxpayer', rule.use)
}

function tradingFirm(facts: OrderFacts, fob: FobOf, refund: number[], vat: number[], verdict: Verdict): void {
  let lost = 0
  let refunded = false
  for (let i = 0; i < facts.lines.length; i++) {
    const line = facts.lines[i]!
    if (line.invoice === undefined || line.invoice === 0) {
      vat[i] = deemedSale(facts, line, fob, verdict)
      continue
    }
    const found = invoiced(facts, line, verdict)
    if (found === undefined) continue
    if (found.rate.n > 0) {
      refunded = true
      refund[i] = mulDiv(line.invoice, found.rate.n, found.rate.d)
      lost += mulDiv(line.invoice, found.invoiceRate.n, found.invoiceRate.d) - refund[i]!
    } else if (found.zero === 'taxed') vat[i] = taxedAtZero(facts, line, found.invoiceRate, fob, verdict)
    else {
      verdict.note('refund.rate_zero_exempt', facts.day.rules.refund.zeroRate.use, undefined, line.no)
    }
  }
  if (refunded) verdict.note('refund.by_invoice', facts.day.rules.refund.trader.use)
  if (lost > 0) {
    verdict.note('refund.part_not_refunded', facts.day.rules.refund.trader.use, { amount: formatCents(lost) })
  }
}

interface Invoiced {
  readonly rate: Rate
  readonly invoiceRate: Rate
  readonly zero: 'taxed' | 'exempt' | undefined
}

/** The rate at which an invoice is refunded: the product's, but never above the invoice's own. */
function invoiced(facts: OrderFacts, line: LineFacts, verdict: Verdict): Invoiced | undefined {
  const { trader, supplierCap, invoiceRates } = facts.day.rules.refund
  const known = verdict.take(invoiceRates)
  const found = refundRateOf(facts, line, verdict)
  const { invoiceRate } = line
  if (verdict.take(trader) === undefined || known === undefined || found === undefined) return undefined
  if (invoiceRate === undefined || !known.some(rate => sameRate(rate, invoiceRate))) {
    verdict.need('invoiceRate', line.no)
    return undefined
  }
  if (!lessRate(invoiceRate, found.rate)) return { ...found, invoiceRate }
  if (verdict.take(supplierCap) === undefined) return undefined
  verdict.note('refund.capped_by_invoice', supplierCap.use, { rate: percent(invoiceRate) }, line.no)
  return { ...found, rate: invoiceRate, invoiceRate }
}

/** No special invoice: output VAT as on a domestic sale, price / (1 + rate) × rate. */
function deemedSale(facts: OrderFacts, line: LineFacts, fob: FobOf, verdict: Verdict): number {
  const rule = facts.day.rules.refund.noInvoice
  if (verdict.take(rule) === undefined) return 0
  // Goods whose refund rate of 0 means exempt bear no output VAT, invoice or not.
  const found = refundRateOf(facts, line, new Verdict())
  if (found?.rate.n === 0 && found.zero === 'exempt') {
    verdict.note('refund.rate_zero_exempt', facts.day.rules.refund.zeroRate.use, undefined, line.no)
    return 0
  }
  const output = outputVat(facts, line, fob, verdict)
  verdict.note('refund.no_invoice', rule.use, { vat: formatCents(output) }, line.no)
  return output
}

/** A refund rate of 0 that means taxed: output VAT less the invoice's creditable input, never below zero. */
function taxedAtZero(
  facts: OrderFacts,
  line: LineFacts,
  invoiceRate: Rate,
  fob: FobOf,
  verdict: Verdict,
): number {
  const output = outputVat(facts, line, fob, verdict)
  verdict.note('refund.rate_zero_taxed', facts.day.rules.refund.zeroRate.use, undefined, line.no)
  return Math.max(0, output - mulDiv(line.invoice ?? 0, invoiceRate.n, invoiceRate.d))
}
