import { bigDivRound, mulDiv } from '../amount/exact.ts'
import type { Rate } from '../amount/rate.ts'
import type { OrderFacts } from '../facts/facts.ts'
import type { LineTaxes } from '../reason.ts'
import type { Verdict } from '../verdict.ts'
import { lineTaxes, sumOf } from './amounts.ts'
import { type Consumption, consumptionOf } from './consumption.ts'
import { type DutyRates, dutyOn, dutyRates, vatRate } from './duty.ts'
import { noteUnknownCode } from './edition.ts'

interface LineRates {
  readonly duty: DutyRates
  readonly consumption: Consumption
  readonly vat: Rate
}

/**
 * Full import taxes on the dutiable values (cents per line): duty is rounded and enters consumption tax, which
 * is rounded, and both enter VAT, which is rounded. With `small`, each tax whose sum for the consignment does
 * not exceed the small amount is free. Undefined where a rate is missing; the verdict says which.
 */
export function fullTaxes(
  facts: OrderFacts,
  values: readonly number[],
  verdict: Verdict,
  small: boolean,
): LineTaxes[] | undefined {
  const rates = facts.lines.map((line, i) => {
    noteUnknownCode(line, verdict)
    const duty = dutyRates(facts, line, verdict)
    const consumption = consumptionOf(facts, line, values[i]!, verdict)
    const vat = vatRate(facts, line, verdict)
    return duty && consumption && vat ? { duty, consumption, vat } : undefined
  })
  const exemption = small ? smallAmount(facts, verdict) : NO_EXEMPTION
  if (exemption === undefined || rates.some(one => one === undefined)) return undefined
  return assess(values, rates as LineRates[], exemption, verdict)
}

interface Exemption {
  /** Cents up to which a tax of the consignment is free; −1: none is. */
  readonly upTo: number
  readonly freeEnters: boolean
  readonly note: (tax: string, verdict: Verdict) => void
  /** Says by what assumption a free tax does or does not enter the base of the next. */
  readonly noteBase: (verdict: Verdict) => void
}

const NO_EXEMPTION: Exemption = { upTo: -1, freeEnters: false, note: () => {}, noteBase: () => {} }

function smallAmount(facts: OrderFacts, verdict: Verdict): Exemption | undefined {
  const { smallAmount: rule, freeDutyInVatBase } = facts.day.rules.goods
  const upTo = verdict.take(rule)
  const freeEnters = verdict.take(freeDutyInVatBase)
  if (upTo === undefined || freeEnters === undefined) return undefined
  return {
    upTo,
    freeEnters,
    note: (tax, on) => on.note(`small_amount.${tax}_free`, rule.use),
    noteBase: on =>
      on.note(
        freeEnters ? 'small_amount.enters_base' : 'small_amount.left_out_of_base',
        freeDutyInVatBase.use,
      ),
  }
}

function assess(
  values: readonly number[],
  rates: readonly LineRates[],
  exemption: Exemption,
  verdict: Verdict,
): LineTaxes[] {
  const lines = values.map((value, i) => lineTaxes(i + 1, value))
  // What the later taxes are reckoned on, beside the value.
  const base = new Array<number>(lines.length).fill(0)
  lines.forEach((line, i) => {
    line.duty = dutyOn(line.dutiableValue, rates[i]!.duty)
  })
  enter(lines, 'duty', base, exemption, verdict)
  lines.forEach((line, i) => {
    line.consumptionTax = fullConsumption(line.dutiableValue + base[i]!, rates[i]!.consumption)
  })
  enter(lines, 'consumptionTax', base, exemption, verdict)
  lines.forEach((line, i) => {
    const { vat } = rates[i]!
    line.vat = mulDiv(line.dutiableValue + base[i]!, vat.n, vat.d)
  })
  enter(lines, 'vat', base, exemption, verdict)
  return lines
}

/** Lets a tax enter the base of the next, after freeing it where the consignment's amount is small. */
function enter(
  lines: readonly LineTaxes[],
  tax: 'duty' | 'consumptionTax' | 'vat',
  base: number[],
  exemption: Exemption,
  verdict: Verdict,
): void {
  const sum = sumOf(lines, tax)
  const free = sum > 0 && sum <= exemption.upTo
  if (free) {
    exemption.note(tax === 'consumptionTax' ? 'consumption_tax' : tax, verdict)
    if (tax !== 'vat') exemption.noteBase(verdict)
  }
  lines.forEach((line, i) => {
    if (!free || exemption.freeEnters) base[i]! += line[tax]
    if (free) line[tax] = 0
  })
}

/** (base + specific) / (1 − rate) × rate + specific, rounded half up once. */
function fullConsumption(base: number, tax: Consumption): number {
  const { rate, specific } = tax
  if (specific === undefined) return rate.n === 0 ? 0 : mulDiv(base, rate.n, rate.d - rate.n)
  const { n, d } = exactConsumption(base, rate, specific)
  return Number(bigDivRound(n, d))
}

/** The compound formula as an exact fraction of cents. */
export function exactConsumption(
  base: number,
  rate: Rate,
  specific: { readonly n: bigint; readonly d: bigint },
): { n: bigint; d: bigint } {
  const cn = BigInt(rate.n)
  const cd = BigInt(rate.d)
  return { n: BigInt(base) * specific.d * cn + specific.n * cd, d: specific.d * (cd - cn) }
}
