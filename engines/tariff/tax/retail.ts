import { bigDivRound, mulDiv } from '../amount/exact.ts'
import type { Rate } from '../amount/rate.ts'
import type { OrderFacts } from '../facts/facts.ts'
import type { LineTaxes } from '../reason.ts'
import type { Verdict } from '../verdict.ts'
import { lineTaxes } from './amounts.ts'
import { type Consumption, consumptionOf } from './consumption.ts'
import { vatRate } from './duty.ts'
import { noteUnknownCode } from './edition.ts'
import { exactConsumption } from './full.ts'

const SAFE = 2 ** 52

/**
 * Retail import within the limits (财关税〔2016〕18号): duty at the rule's rate (0), VAT and consumption tax
 * computed unrounded by law, each reduced by the factor and rounded half up once. The small-amount exemption
 * does not apply.
 */
export function retailTaxes(
  facts: OrderFacts,
  values: readonly number[],
  verdict: Verdict,
): LineTaxes[] | undefined {
  const { duty: dutyRule, factor: factorRule } = facts.day.rules.retail
  const duty = verdict.take(dutyRule)
  const factor = verdict.take(factorRule)
  const lines: LineTaxes[] = []
  for (let i = 0; i < facts.lines.length; i++) {
    const line = facts.lines[i]!
    noteUnknownCode(line, verdict)
    const consumption = consumptionOf(facts, line, values[i]!, verdict)
    const vat = vatRate(facts, line, verdict)
    if (!duty || !factor || !consumption || !vat) continue
    const taxes = lineTaxes(line.no, values[i]!)
    taxes.duty = mulDiv(values[i]!, duty.n, duty.d)
    reduced(taxes, values[i]! + taxes.duty, consumption, vat, factor)
    lines.push(taxes)
  }
  return lines.length === facts.lines.length ? lines : undefined
}

function reduced(taxes: LineTaxes, base: number, tax: Consumption, vat: Rate, factor: Rate): void {
  const { rate, specific } = tax
  const rest = rate.d - rate.n
  const n = rate.d * vat.n * factor.n
  const d = rest * vat.d * factor.d
  if (specific !== undefined || n > SAFE || d > SAFE) {
    reducedExactly(taxes, base, tax, vat, factor)
    return
  }
  taxes.consumptionTax = rate.n === 0 ? 0 : mulDiv(base, rate.n * factor.n, rest * factor.d)
  taxes.vat = mulDiv(base, n, d)
}

/** The same with a specific part, or with rates too fine for plain numbers. */
function reducedExactly(taxes: LineTaxes, base: number, tax: Consumption, vat: Rate, factor: Rate): void {
  const consumption = exactConsumption(base, tax.rate, tax.specific ?? { n: 0n, d: 1n })
  const fn = BigInt(factor.n)
  const fd = BigInt(factor.d)
  taxes.consumptionTax = Number(bigDivRound(consumption.n * fn, consumption.d * fd))
  const whole = BigInt(base) * consumption.d + consumption.n
  taxes.vat = Number(bigDivRound(whole * BigInt(vat.n) * fn, consumption.d * BigInt(vat.d) * fd))
}
