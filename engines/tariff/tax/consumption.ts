import { type Rate, rateOf, ZERO_RATE } from '../amount/rate.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import type { UnitTax } from '../tables/tables.ts'
import type { Verdict } from '../verdict.ts'
import { noteEdition } from './edition.ts'

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
  if (line.consumptionRate !== undefined || line.consumptionUnitTax !== undefined) return stated(line)
  const { unitTax, consumption } = line.goods
  if (unitTax !== undefined) return unitTaxOf(facts, line, unitTax.value, verdict)
  const unitTaxed = verdict.take(facts.day.rules.goods.unitTaxed)
  if (unitTaxed === undefined) return undefined
  if (unitTaxed.has(line.goods.code)) {
    verdict.need('consumptionUnitTax', line.no)
    return undefined
  }
  if (consumption === undefined) {
    verdict.need('consumptionRate', line.no)
    return undefined
  }
  noteEdition(facts.day, verdict)
  if (consumption.n === 0) return NONE
  const gated = highEnd(facts, line, value, verdict)
  if (gated === undefined) return undefined
  return gated ? { rate: consumption, specific: undefined } : NONE
}

function stated(line: LineFacts): Consumption {
  const rate = line.consumptionRate ?? ZERO_RATE
  const unit = line.consumptionUnitTax
  return { rate, specific: unit === undefined ? undefined : specificCents(rateOf(line.qty), unit) }
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
): Consumption | undefined {
  const quantity = quantityIn(facts, line, tax.unit, verdict)
  if (quantity === undefined) return undefined
  noteEdition(facts.day, verdict)
  const perUnit = specificCents(ONE_RATE, tax.perUnit)
  return { rate: tax.rate, specific: { n: quantity.n * perUnit.n, d: quantity.d * perUnit.d } }
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
