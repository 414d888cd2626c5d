import { mulDiv } from '../amount/exact.ts'
import { percent, type Rate, ZERO_RATE } from '../amount/rate.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import type { Verdict } from '../verdict.ts'
import { editionUse, noteEdition, noteUnknownCode } from './edition.ts'

/**
 * Export duty per line in cents: FOB without the duty × rate, that is FOB / (1 + rate) × rate. Goods whose
 * heading has no export duty at all need no table; undefined where a rate is missing.
 */
export function exportDuties(
  facts: OrderFacts,
  fob: () => readonly number[] | undefined,
  verdict: Verdict,
): readonly number[] | undefined {
  const rates = facts.lines.map(line => exportDutyRate(facts, line, verdict))
  if (rates.some(rate => rate === undefined)) return undefined
  if (rates.every(rate => rate!.n === 0)) return rates.map(() => 0)
  const values = fob()
  if (values === undefined || verdict.take(facts.day.rules.goods.exportDutyBase) === undefined)
    return undefined
  return values.map((value, i) => mulDiv(value, rates[i]!.n, rates[i]!.d + rates[i]!.n))
}

function exportDutyRate(facts: OrderFacts, line: LineFacts, verdict: Verdict): Rate | undefined {
  const { goods } = line
  const stated = line.line.exportDuty
  const rate = goods.exportDuty
  if (stated === false) {
    // A provisional rate of 0 may stand over the table's, which has none; that it was stated is said.
    if (rate !== undefined && rate.n > 0) {
      verdict.note('export_duty.stated_none', editionUse(facts.day), { rate: percent(rate) }, line.no)
    }
    return ZERO_RATE
  }
  if (rate !== undefined) {
    noteEdition(facts.day, verdict)
    if (rate.n > 0) verdict.note('export_duty.due', editionUse(facts.day), { rate: percent(rate) }, line.no)
    if (rate.n > 0 || stated === undefined) return rate
  }
  if (stated !== true && !mayBear(facts, line, verdict)) {
    noteUnknownCode(line, verdict)
    return ZERO_RATE
  }
  verdict.need(stated === true ? 'exportDutyRate' : 'exportDuty', line.no)
  return undefined
}

/** Whether the goods' heading bears export duty anywhere; a missing list says nothing, so it may. */
function mayBear(facts: OrderFacts, line: LineFacts, verdict: Verdict): boolean {
  const headings = verdict.take(facts.day.rules.goods.exportDutyHeadings)
  return headings === undefined || headings.has(line.goods.code)
}
