import { mulDiv } from '../amount/exact.ts'
import type { Rate } from '../amount/rate.ts'
import type { Ruleset } from '../rules/ruleset.ts'

export interface StallTax {
  /** Assessed profit, in cents. */
  readonly taxable: number
  readonly tax: number
  /** Sales of any twelve months above the limit: the assessment no longer applies. */
  readonly aboveSalesLimit: boolean
}

/**
 * Income tax of a stall under 1039: assessed profit rate × sales on the scale of business income, reduced for
 * the part up to the stated taxable income. Cents of CNY; undefined where the scale is not in force.
 */
export function stallIncomeTax(sales: number, profitRate: Rate, rules: Ruleset): StallTax | undefined {
  const rule = rules.market.stallTax.value
  if (rule === undefined) return undefined
  const taxable = mulDiv(sales, profitRate.n, profitRate.d)
  const full = scaleTax(taxable, rule.scale)
  const reducedPart = Math.min(taxable, rule.reduced_up_to)
  const reducible = taxable <= rule.reduced_up_to ? full : scaleTax(reducedPart, rule.scale)
  const reduced = mulDiv(reducible, rule.reduction.n, rule.reduction.d)
  return { taxable, tax: full - reduced, aboveSalesLimit: sales > rule.sales_limit }
}

interface Bracket {
  readonly up_to: number
  readonly rate: Rate
  readonly quick: number
}

function scaleTax(taxable: number, scale: readonly Bracket[]): number {
  const bracket = scale.find(one => taxable <= one.up_to)
  return bracket === undefined ? 0 : mulDiv(taxable, bracket.rate.n, bracket.rate.d) - bracket.quick
}

/**
 * Assessed income tax of a retail exporter without invoices (9610): income × profit rate × tax rate, in cents.
 * `taxRate` stands over the rule's (a small low-profit enterprise's). Undefined where a rule is not in force.
 */
export function assessedIncomeTax(income: number, rules: Ruleset, taxRate?: Rate): number | undefined {
  const profit = rules.retail.assessedProfit.value
  const tax = taxRate ?? rules.retail.assessedTax.value
  return profit === undefined || tax === undefined
    ? undefined
    : mulDiv(income, profit.n * tax.n, profit.d * tax.d)
}

/** Refund of a comprehensive service firm (代办退税): amount of the agency invoice × refund rate, in cents. */
export function agencyRefund(invoice: number, refundRate: Rate, rules: Ruleset): number | undefined {
  return rules.refund.agency.value === undefined ? undefined : mulDiv(invoice, refundRate.n, refundRate.d)
}
