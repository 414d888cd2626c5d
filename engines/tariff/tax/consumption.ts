import { type Rate, rateOf, ZERO_RATE } from '../amount/rate.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import type { UnitTax } from '../tables/tables.ts'
import type { Verdict } from '../verdict.ts'
import { noteEdition, noteFact } from './edition.ts'

/** A line's consumption tax: a share of the price, an amount in cents for the line, or both (compound). */
export interface Consumption {
  readonly rate: Rate
  /** Exact cents, n / d; undefined: nothing specific. */
  readonly specific: { readonly n: bigint; readonly d: bigint } | undefined
}

const NONE: Consumption = { rate: ZERO_RATE, specific: undefined }

/**
 * Consumption tax that the goods bear, by the line's own rates, else by the tables; undefined where a fact is
 * missing. `value` is the line's dutiable value in cents (the high-end cosmetics rule is a price per ml or g).
 */
export function consumptionOf(
  facts: OrderFacts,
  line: LineFacts,
  value: number,
  verdict: Verdict,
): Consumption | undefined {
  const rate = adValorem(facts, line, verdict)
  const specific = specificPart(facts, line, verdict)
  if (rate === undefined || specific === undefined) return undefined
  if (rate.n === 0) return specific === 'none' ? NONE : { rate, specific }
  const taxed = gateSilent(line) || highEnd(facts, line, value, verdict)
  if (taxed === undefined) return undefined
  return taxed ? { rate, specific: specific === 'none' ? undefined : specific } : NONE
}

/** A stated rate is taken as it is where no content is stated against which the cosmetics rule could hold it. */
const gateSilent = (line: LineFacts): boolean =>
  line.consumptionRate !== undefined && (line.content === undefined || line.line.contentUnit === undefined)

/** The rate the line states, else that of the unit-tax table, else the tariff's. */
function adValorem(facts: OrderFacts, line: LineFacts, verdict: Verdict): Rate | undefined {
  if (line.consumptionRate !== undefined) return line.consumptionRate
  const rate = line.goods.unitTax?.value.rate ?? line.goods.consumption
  if (rate === undefined) verdict.need('consumptionRate', line.no)
  else noteEdition(facts.day, verdict)
  return rate
}

/**
 * The amount per unit the line states, else the table's. Goods that bear one are never taken without it: a
 * stated rate replaces the ad valorem part only.
 */
function specificPart(
  facts: OrderFacts,
  line: LineFacts,
  verdict: Verdict,
): Consumption['specific'] | 'none' {
  if (line.consumptionUnitTax !== undefined) return specificCents(rateOf(line.qty), line.consumptionUnitTax)
  const { unitTax } = line.goods
  if (unitTax !== undefined) {
    noteFact(facts.day, 'unit_taxes', unitTax, verdict)
    return unitTaxOf(facts, line, unitTax.value, verdict)
  }
  const unitTaxed = verdict.take(facts.day.rules.goods.unitTaxed)
  if (unitTaxed === undefined) return undefined
  if (!unitTaxed.has(line.goods.code)) return 'none'
  verdict.need('consumptionUnitTax', line.no)
  return undefined
}

/** quantity × CNY per unit, as exact cents. */
function specificCents(quantity: Rate, perUnit: Rate): { n: bigint; d: bigint } {
  return { n: BigInt(quantity.n) * BigInt(perUnit.n) * 100n, d: BigInt(quantity.d) * BigInt(perUnit.d) }
}

function unitTaxOf(
  facts: OrderFacts,
  line: LineFacts,
  tax: UnitTax,
  verdict: Verdict,
): Consumption['specific'] {
  const quantity = quantityIn(facts, line, tax.unit, verdict)
  if (quantity === undefined) return undefined
  const perUnit = specificCents(ONE_RATE, tax.perUnit)
  return { n: quantity.n * perUnit.n, d: quantity.d * perUnit.d }
}

const ONE_RATE: Rate = { n: 1, d: 1, text: '1' }

/** The line's quantity in a unit: as stated, or from the net weight or the content. */
function quantityIn(
  facts: OrderFacts,
  line: LineFacts,
  unit: string,
  verdict: Verdict,
): { n: bigint; d: bigint } | undefined {
  const qty = rateOf(line.qty)
  if (line.line.unit === unit) return { n: BigInt(qty.n), d: BigInt(qty.d) }
  const { massUnits, volumeUnits } = facts.day.rules.goods
  const kilograms = massUnits.value?.get(unit)
  if (kilograms !== undefined && line.netWeight !== undefined) {
    verdict.take(massUnits)
    const weight = rateOf(line.netWeight)
    return { n: BigInt(weight.n) * BigInt(kilograms.d), d: BigInt(weight.d) * BigInt(kilograms.n) }
  }
  const millilitres = volumeUnits.value?.get(unit)
  if (millilitres !== undefined && line.content !== undefined && line.line.contentUnit === 'ml') {
    verdict.take(volumeUnits)
    const content = rateOf(line.content)
    return {
      n: BigInt(qty.n) * BigInt(content.n) * BigInt(millilitres.d),
      d: BigInt(qty.d) * BigInt(content.d) * BigInt(millilitres.n),
    }
  }
  verdict.need(kilograms === undefined ? 'quantityInUnit' : 'netWeight', line.no, { id: unit })
  return undefined
}

/** Whether a taxed cosmetic reaches the price per ml, g or piece at which it is high-end; true for other goods. */
function highEnd(facts: OrderFacts, line: LineFacts, value: number, verdict: Verdict): boolean | undefined {
  const rule = facts.day.rules.goods.cosmetics
  const cosmetics = verdict.take(rule)
  if (cosmetics === undefined) return undefined
  if (!cosmetics.codes.has(line.goods.code)) return true
  if (line.content === undefined || line.content.m === 0 || line.line.contentUnit === undefined) {
    verdict.need('content', line.no)
    return undefined
  }
  const bound = line.line.contentUnit === 'piece' ? cosmetics.per_piece : cosmetics.per_ml_or_g
  const content = rateOf(line.content)
  const qty = rateOf(line.qty)
  const amount = BigInt(bound) * BigInt(content.n) * BigInt(qty.n)
  const isHighEnd = BigInt(value) * BigInt(content.d) * BigInt(qty.d) >= amount
  if (!isHighEnd) verdict.note('consumption_tax.not_high_end', rule.use, undefined, line.no)
  return isHighEnd
}
