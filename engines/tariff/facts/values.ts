import type { Decimal } from '../amount/decimal.ts'
import { mulDiv, scaledProduct } from '../amount/exact.ts'
import type { Verdict } from '../verdict.ts'
import type { OrderFacts } from './facts.ts'

/**
 * Spreads a total over lines by their value: each share is rounded half up, the last line takes the remainder.
 * With equal weights of zero everything falls to the last line. The shares add up to the total.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  let sum = 0
  for (const weight of weights) sum += weight
  if (sum === total) return weights as number[]
  const shares: number[] = []
  let left = total
  const last = weights.length - 1
  for (let i = 0; i < last; i++) {
    const share = sum === 0 ? 0 : Math.min(left, mulDiv(total, weights[i]!, sum))
    shares.push(share)
    left -= share
  }
  shares.push(left)
  return shares
}

const cnyOf = (facts: OrderFacts): number[] => facts.lines.map(line => line.cny ?? 0)

/** Whether the customs' rate of the order's currency is loaded. */
export function convertible(facts: OrderFacts, verdict: Verdict): boolean {
  if (facts.fx !== undefined) return true
  verdict.need('fx', undefined, { id: facts.order.currency })
  return false
}

/** Price less discount per line, in cents. */
export const netValues = (facts: OrderFacts): number[] => spread(facts.value, cnyOf(facts))

/**
 * Dutiable value of retail import: actual price with freight and insurance, points not deducted
 * (财关税〔2016〕18号). An insurance nobody charged is none: the price is the actual one.
 */
export const retailValues = (facts: OrderFacts): number[] =>
  spread(facts.value + (facts.freight ?? 0) + (facts.insurance ?? 0), cnyOf(facts))

/**
 * Dutiable value of general import, CIF. An order that states a freight or insurance without an incoterm
 * has them beside the price; under CIF they are inside it. An unknown insurance under FOB, EXW or CFR is
 * reckoned by the rate of the rules.
 */
export function cifValues(facts: OrderFacts, verdict: Verdict): number[] | undefined {
  const { incoterm } = facts.order
  if (incoterm === undefined) {
    if (facts.freight || facts.insurance) verdict.note('value.freight_beside_price')
    return retailValues(facts)
  }
  if (incoterm === 'CIF') return netValues(facts)
  let base = facts.value
  if (incoterm !== 'CFR') {
    if (facts.freight === undefined) {
      verdict.need('freight')
      return undefined
    }
    base += facts.freight
  }
  const insurance = facts.insurance ?? reckonedInsurance(facts, verdict, base)
  return insurance === undefined ? undefined : spread(base + insurance, cnyOf(facts))
}

function reckonedInsurance(facts: OrderFacts, verdict: Verdict, base: number): number | undefined {
  const rule = facts.day.rules.goods.insuranceRate
  const rate = verdict.take(rule)
  if (rate === undefined) return undefined
  verdict.note('value.insurance_reckoned', rule.use, { rate: rate.text })
  return mulDiv(base, rate.n, rate.d)
}

/** FOB value of an export per line: a CIF or CFR price less the freight and insurance inside it. */
export function fobValues(facts: OrderFacts, verdict: Verdict): number[] | undefined {
  const { incoterm } = facts.order
  let inside = 0
  if (incoterm === 'CIF' || incoterm === 'CFR') {
    if (facts.freight === undefined) verdict.need('freight')
    else inside += facts.freight
  }
  if (incoterm === 'CIF') {
    if (facts.insurance === undefined) verdict.need('insurance')
    else inside += facts.insurance
  }
  if (verdict.undetermined) return undefined
  if (inside > facts.value) {
    verdict.need('price_above_freight')
    return undefined
  }
  return spread(facts.value - inside, cnyOf(facts))
}

/** FOB per line at the tax office's rate for refunds; the register is never replaced by another. */
export function refundFob(facts: OrderFacts, verdict: Verdict): number[] | undefined {
  const fx = facts.day.refundRates.get(facts.order.currency)
  if (fx === undefined) {
    verdict.need('fx_refund', undefined, { id: facts.order.currency })
    return undefined
  }
  if (facts.fx !== undefined && fx.m === facts.fx.m && fx.s === facts.fx.s) return fobValues(facts, verdict)
  return fobValues(atRate(facts, fx), verdict)
}

/** The same order in CNY at another rate. */
function atRate(facts: OrderFacts, fx: Decimal): OrderFacts {
  const cny = (amount: Decimal | undefined): number | undefined =>
    amount === undefined ? undefined : scaledProduct(amount.m, fx.m, 1, amount.s + fx.s - 2)
  const lines = facts.lines.map(line => ({
    ...line,
    cny: scaledProduct(line.qty.m, line.price.m, fx.m, line.qty.s + line.price.s + fx.s - 2),
  }))
  const gross = lines.reduce((sum, line) => sum + line.cny, 0)
  const discount = cny(facts.discountText) ?? 0
  return {
    ...facts,
    lines,
    fx,
    gross,
    discount,
    value: gross - discount,
    freight: cny(facts.freightText),
    insurance: cny(facts.insuranceText),
  }
}
