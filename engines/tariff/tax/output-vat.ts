import { mulDiv } from '../amount/exact.ts'
import type { Rate } from '../amount/rate.ts'
import type { LineFacts, OrderFacts } from '../facts/facts.ts'
import type { Verdict } from '../verdict.ts'
import { noteEdition } from './edition.ts'

/** FOB per line in CNY at the tax office's rate; asked only where it is needed. */
export type FobOf = (verdict: Verdict) => readonly number[] | undefined

/** Output VAT inside a line's FOB price. */
export function outputVat(facts: OrderFacts, line: LineFacts, fob: FobOf, verdict: Verdict): number {
  const rate = exportVatRate(facts, line, verdict)
  const value = fob(verdict)?.[line.no - 1]
  return rate === undefined || value === undefined ? 0 : mulDiv(value, rate.n, rate.d + rate.n)
}

/** The domestic VAT rate of the goods: stated on the line, else the table's. */
export function exportVatRate(facts: OrderFacts, line: LineFacts, verdict: Verdict): Rate | undefined {
  const rate = line.vatRate ?? line.goods.vat
  if (rate === undefined) verdict.need('vatRate', line.no)
  else if (line.vatRate === undefined) noteEdition(facts.day, verdict)
  return rate
}
