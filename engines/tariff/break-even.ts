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

/** At which surcharge for a special invoice, as a share of the price without one, two modes cost the same. */
export interface BreakEven {
  readonly between: readonly [CustomsMode, CustomsMode]
  /** Ten-thousandths: 821 is 0.0821. */
  readonly invoicePremium: number
}

const SCALE = 10_000

/**
 * The supplier's price is P without a special invoice and P (1 + s) with one, VAT at rate t inside. Under
 * general trade the refund at rate r is P (1 + s) r / (1 + t); under market procurement there is none. Both cost
 * the same where P (1 + s) (1 − r / (1 + t)) = P, that is at s = r / (1 + t − r): 13 % for 13 and 13, 8.65 % for
 * 13 and 9.
 *
 * A line with an invoice of A without VAT was bought for A (1 + t): its refund is A r and its P at the break-even
 * A (1 + t − r). A line without one is taken to have been bought for its own price. The share is the sum of the
 * refunds over the sum of the prices P. Undefined where there is no such choice, or a rate is unknown.
 */
export function breakEven(work: Work, modes: readonly ModePlan[]): BreakEven | undefined {
  const { facts } = work
  const { order } = facts
  if (order.direction !== 'export' || facts.value === 0) return undefined
  if (order.vatPayer === false || order.sellerKind === 'producer') return undefined
  const market = modes.find(plan => plan.mode === '1039')
  const general = modes.find(plan => plan.mode === '0110')
  if (market?.allowed !== true || general === undefined || general.allowed === false) return undefined
  const sums = refundAndPrice(facts)
  if (sums === undefined || sums.price === 0) return undefined
  return { between: ['0110', '1039'], invoicePremium: mulDiv(sums.refund, SCALE, sums.price) }
}

/** Refunds with an invoice on every line, and prices without one, in cents. */
function refundAndPrice(facts: OrderFacts): { refund: number; price: number } | undefined {
  const verdict = new Verdict()
  const values = netValues(facts)
  let refund = 0
  let price = 0
  for (let i = 0; i < facts.lines.length; i++) {
    const line = facts.lines[i]!
    const found = refundRateOf(facts, line, verdict)
    const invoiced = line.invoice !== undefined && line.invoice > 0 && line.invoiceRate !== undefined
    const vat = invoiced ? line.invoiceRate : exportVatRate(facts, line, verdict)
    if (found === undefined || vat === undefined) return undefined
    const rate = lessRate(vat, found.rate) ? vat : found.rate
    // 1 + t − r on the scale of both rates.
    const rest = (vat.d + vat.n) * rate.d - rate.n * vat.d
    const scale = vat.d * rate.d
    if (invoiced) {
      refund += mulDiv(line.invoice, rate.n, rate.d)
      price += mulDiv(line.invoice, rest, scale)
    } else {
      refund += mulDiv(values[i]!, rate.n * vat.d, rest)
      price += values[i]!
    }
  }
  return { refund, price }
}
