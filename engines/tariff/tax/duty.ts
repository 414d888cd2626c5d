import { mulDiv } from '../amount/exact.ts'
import { lessRate, parseRate, percent, type Rate } from '../amount/rate.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import type { OriginMeasureRow } from '../tables/tables.ts'
import type { Verdict } from '../verdict.ts'
import { factUse, noteEdition } from './edition.ts'

/** Rates of import duty on a line: the tariff's, and those by origin beside it. */
export interface DutyRates {
  readonly base: Rate
  readonly byOrigin: readonly Rate[]
}

const NO_RATES: readonly Rate[] = []

/**
 * Import duty: the rate the line states, else the lower of the most-favoured-nation and the provisional rate,
 * with the anti-dumping, countervailing and additional duties of its origin. Where those are not loaded for
 * that origin and day, there is no answer, unless the line states its rate: then that is said beside it.
 */
export function dutyRates(facts: OrderFacts, line: LineFacts, verdict: Verdict): DutyRates | undefined {
  if (line.mfnRate !== undefined) return statedDuty(facts, line, line.mfnRate, verdict)
  const { goods } = line
  if (goods.mfn === undefined) {
    verdict.need('mfnRate', line.no)
    return undefined
  }
  noteEdition(facts.day, verdict)
  const byOrigin = measures(facts, line, verdict)
  if (byOrigin === undefined) verdict.need('originMeasures', line.no, { id: originOf(facts, line) })
  const base = lowerProvisional(facts, line, goods.mfn, verdict)
  if (byOrigin === undefined || base === undefined) return undefined
  noteAgreement(facts, line, base, verdict)
  return { base, byOrigin }
}

/** A stated rate stands over the tariff's; duties by origin that are loaded come on top all the same. */
function statedDuty(facts: OrderFacts, line: LineFacts, base: Rate, verdict: Verdict): DutyRates {
  const byOrigin = measures(facts, line, verdict)
  if (byOrigin === undefined) {
    const { use } = facts.day.rules.goods.originMeasures
    verdict.note('duty.measures_not_checked', use, { origin: originOf(facts, line) }, line.no)
  }
  return { base, byOrigin: byOrigin ?? NO_RATES }
}

const originOf = (facts: OrderFacts, line: LineFacts): string => line.line.origin ?? facts.order.country

function lowerProvisional(facts: OrderFacts, line: LineFacts, mfn: Rate, verdict: Verdict): Rate | undefined {
  const { provisional } = line.goods
  if (provisional === undefined) return mfn
  const rule = facts.day.rules.goods.lowerProvisional
  if (verdict.take(rule) === undefined) return undefined
  if (!lessRate(provisional, mfn)) return mfn
  verdict.note('duty.provisional_rate', rule.use, { rate: percent(provisional) }, line.no)
  return provisional
}

const sourced = ({ from, source, strength }: OriginMeasureRow) => ({ from, source, strength })

function measures(facts: OrderFacts, line: LineFacts, verdict: Verdict): readonly Rate[] | undefined {
  verdict.ask(facts.day.rules.goods.originMeasures)
  const origin = originOf(facts, line)
  const rows = facts.day.goods.measures(line.goods.code, origin)
  if (rows === undefined) return undefined
  const rates: Rate[] = []
  for (const row of rows) {
    const rate = parseRate(row.rate)
    if (rate === undefined) verdict.need('originMeasures', line.no, { id: origin })
    else rates.push(rate)
    const use = factUse(facts.day, 'origin_measures', sourced(row))
    verdict.use(use)
    verdict.note(`duty.${row.kind}`, use, { rate: row.rate, origin, source: row.source }, line.no)
  }
  return rates
}

/** With a certificate of origin a lower rate may be open; it is never taken without one. */
function noteAgreement(facts: OrderFacts, line: LineFacts, base: Rate, verdict: Verdict): void {
  const origin = originOf(facts, line)
  const agreement = facts.day.goods.agreement(line.goods.code, origin)
  if (agreement === undefined || !lessRate(agreement, base)) return
  verdict.note('duty.agreement_rate_open', undefined, { rate: percent(agreement), origin }, line.no)
}

/** Duty in cents, each duty rounded half up. */
export function dutyOn(value: number, rates: DutyRates): number {
  let duty = mulDiv(value, rates.base.n, rates.base.d)
  for (const rate of rates.byOrigin) duty += mulDiv(value, rate.n, rate.d)
  return duty
}

/** The import VAT rate the line states, else the table's. */
export function vatRate(facts: OrderFacts, line: LineFacts, verdict: Verdict): Rate | undefined {
  if (line.vatRate !== undefined) return line.vatRate
  if (line.goods.vat === undefined) {
    verdict.need('vatRate', line.no)
    return undefined
  }
  noteEdition(facts.day, verdict)
  return line.goods.vat
}
