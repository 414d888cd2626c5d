/**
 * Dated facts about goods: refund rates, the list of retail-import goods, unit consumption taxes, postal
 * rates.
 */
import { type DecimalText, decimalText } from './cells.ts'
import type { RowSource } from './rows.ts'
import { type DatedFact, type DatedRead, fraction, parseDated } from './stated.ts'

/** Export refund rate (出口退税率), a fraction; "0" is a known rate of zero. */
export interface RefundRate extends DatedFact {
  readonly rate: DecimalText
  /** Special mark of a rate of 0 (特殊商品标识): 1 taxed as a domestic sale, 2 exempt. Absent: not stated. */
  readonly mark?: '1' | '2'
}

/** Whether the goods are on the list of retail-import goods (正面清单). A code not named here is unknown. */
export interface PositiveListEntry extends DatedFact {
  readonly listed: boolean
}

/** Consumption tax that goes by quantity: CNY per unit, beside the ad valorem rate in force with it. */
export interface UnitTax extends DatedFact {
  /** Ad valorem part, a fraction. */
  readonly rate: DecimalText
  /** CNY for one `unit`. */
  readonly perUnit: DecimalText
  /** Code of the unit table. */
  readonly unit: string
}

/** Rate of the tax on personal postal articles (行邮税), a fraction. */
export interface PostalRate extends DatedFact {
  readonly rate: DecimalText
}

/** Reads `code, rate, mark, from, to, source, strength, note`; a mark beside a rate above 0 is refused. */
export const parseRefundRates = (source: RowSource): Promise<DatedRead<RefundRate>> =>
  parseDated(source, ['rate'], (fact, cell, report) => {
    const rate = fraction(cell, report)
    const mark = cell('mark')
    if (rate === undefined) return undefined
    if (mark === '') return { ...fact, rate }
    if ((mark === '1' || mark === '2') && rate === '0') return { ...fact, rate, mark }
    report('mark', 'table.value_unknown', 'refused')
    return undefined
  })

/** Reads `code, rate, from, to, source, strength, note`. */
export const parsePostalRates = (source: RowSource): Promise<DatedRead<PostalRate>> =>
  parseDated(source, ['rate'], (fact, cell, report) => {
    const rate = fraction(cell, report)
    return rate === undefined ? undefined : { ...fact, rate }
  })

/** Reads `code, listed (yes | no), from, to, source, strength, note`. */
export const parsePositiveList = (source: RowSource): Promise<DatedRead<PositiveListEntry>> =>
  parseDated(source, ['listed'], (fact, cell, report) => {
    if (cell('listed') === 'yes' || cell('listed') === 'no')
      return { ...fact, listed: cell('listed') === 'yes' }
    report('listed', 'table.value_unknown', 'refused')
    return undefined
  })

/** Reads `code, rate, per_unit, unit, from, to, source, strength, note`. */
export const parseUnitTaxes = (source: RowSource): Promise<DatedRead<UnitTax>> =>
  parseDated(source, ['rate', 'per_unit', 'unit'], (fact, cell, report) => {
    const rate = fraction(cell, report)
    const perUnit = decimalText(cell('per_unit'))
    const unit = cell('unit')
    if (perUnit === undefined) report('per_unit', 'table.rate_malformed', 'refused')
    else if (!/^\d{3}$/.test(unit)) report('unit', 'table.code_malformed', 'refused')
    else if (rate !== undefined) return { ...fact, rate, perUnit, unit }
    return undefined
  })
