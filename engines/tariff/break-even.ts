import { mulDiv } from './amount/exact.ts'
import { lessRate } from './amount/rate.ts'
import type { OrderFacts } from './facts/facts.ts'
import { netValues } from './facts/values.ts'
import type { Work } from './facts/work.ts'
import type { CustomsMode } from './order.ts'
import type { ModePlan } from './reason.ts'
import { exportVatRate } from './tax/output-vat.ts'
import { refundRateOf } from './tax/refund-rate.ts'
import { Verdict } from './verdict.ts'

/** At which surcharge for a special invoice, as a share of the price, two modes cost the same. */
export interface BreakEven {
  readonly between: readonly [CustomsMode, CustomsMode]
  /** Ten-thousandths: 821 is 0.0821. */
  readonly invoicePremium: number
}

const SCALE = 10_000

/**
 * With an invoice under general trade the order costs its refund less, and the supplier's surcharge more; under
 * market procurement it costs what that mode costs. The surcharge at which both are equal, over the goods'
 * price. A line without an invoice is reckoned as if its price, VAT inside, stood on one at the goods' rate.
 * Undefined where there is no such choice, or a rate is unknown.
 */
export function breakEven(work: Work, modes: readonly ModePlan[]): BreakEven | undefined {
  const { facts } = work
  const { order } = facts
  if (order.direction !== 'export' || facts.value === 0) return undefined
  if (order.vatPayer === false || order.sellerKind === 'producer') return undefined
  const market = modes.find(plan => plan.mode === '1039')
  const general = modes.find(plan => plan.mode === '0110')
  if (market?.allowed !== true || general === undefined || general.allowed === false) return undefined
  const refund = refundWithInvoices(facts)
  if (refund === undefined) return undefined
  const saved = refund - market.amounts!.taxes.exportDuty + market.amounts!.netCost
  return { between: ['0110', '1039'], invoicePremium: mulDiv(Math.max(0, saved), SCALE, facts.value) }
}

function refundWithInvoices(facts: OrderFacts): number | undefined {
  const verdict = new Verdict()
  const values = netValues(facts)
  let sum = 0
  for (let i = 0; i < facts.lines.length; i++) {
    const line = facts.lines[i]!
    const found = refundRateOf(facts, line, verdict)
    if (found === undefined) return undefined
    if (line.invoice !== undefined && line.invoice > 0 && line.invoiceRate !== undefined) {
      const rate = lessRate(line.invoiceRate, found.rate) ? line.invoiceRate : found.rate
      sum += mulDiv(line.invoice, rate.n, rate.d)
      continue
    }
    const vat = exportVatRate(facts, line, verdict)
    if (vat === undefined) return undefined
    sum += mulDiv(mulDiv(values[i]!, vat.d, vat.d + vat.n), found.rate.n, found.rate.d)
  }
  return sum
}
