/**
 * Dated facts about goods, by a code's first digits: refund rates, the list of retail-import goods, unit
 * consumption taxes, postal rates. A fact for more digits stands over one for fewer.
 */
import { type DecimalText, decimalText, isFraction } from './cells.ts'
import { isStrength, overlapsAny, type Period, readPeriod, type Strength } from './periods.ts'
import { type Layout, type Report, type RowSource, readRecords, reporter, type TableProblem } from './rows.ts'

interface DatedFact extends Period {
  /** 2 to 10 digits: the fact holds for every code that begins with them. */
  readonly code: string
  readonly source: string
  readonly strength: Strength
  readonly note?: string
}

/** Export refund rate (出口退税率), a fraction; "0" is a known rate of zero. */
export interface RefundRate extends DatedFact {
  readonly rate: DecimalText
}

/** Whether the goods are on the list of retail-import goods (正面清单). A code not named here is unknown. */
export interface PositiveListEntry extends DatedFact {
  readonly listed: boolean
}

/**
 * Goods whose consumption tax is specific or compound, so that the tariff table's rate alone is not the tax.
 * Without `perUnit` it is only known that there is such a part (it goes by price bands, or was not loaded):
 * the tax is then undetermined until a line states it.
 */
export interface UnitTax extends DatedFact {
  /** Ad valorem part, a fraction. */
  readonly rate?: DecimalText
  /** CNY for one `unit`. */
  readonly perUnit?: DecimalText
  /** Code of the unit table. */
  readonly unit?: string
}

/** Rate of the tax on personal postal articles (行邮税), a fraction. */
export interface PostalRate extends DatedFact {
  readonly rate: DecimalText
}

export interface DatedRead<Row> {
  readonly rows: readonly Row[]
  readonly problems: readonly TableProblem[]
}

type Field = 'code' | 'from' | 'to' | 'rate' | 'listed' | 'per_unit' | 'unit' | 'source' | 'strength' | 'note'
type Cell = (field: Field) => string

const HEADERS: Layout<Field>['headers'] = {
  code: ['code', '商品编码'],
  from: ['from', '起'],
  to: ['to', '止'],
  rate: ['rate', '税率', '退税率'],
  listed: ['listed', '正面清单'],
  per_unit: ['per_unit', '单位税额'],
  unit: ['unit', '单位'],
  source: ['source', '来源'],
  strength: ['strength', '依据'],
  note: ['note', '备注'],
}

const COMMON: readonly Field[] = ['code', 'from', 'source', 'strength']

/** Reads `code, rate, from, to, source, strength, note`. */
export const parseRefundRates = (source: RowSource): Promise<DatedRead<RefundRate>> =>
  parseDated(source, ['rate'], (fact, cell, report) => {
    const rate = fraction(cell, report)
    return rate === undefined ? undefined : { ...fact, rate }
  })

/** Reads `code, rate, from, to, source, strength, note`. */
export const parsePostalRates: (source: RowSource) => Promise<DatedRead<PostalRate>> = parseRefundRates

/** Reads `code, listed (yes | no), from, to, source, strength, note`. */
export const parsePositiveList = (source: RowSource): Promise<DatedRead<PositiveListEntry>> =>
  parseDated(source, ['listed'], (fact, cell, report) => {
    if (cell('listed') === 'yes' || cell('listed') === 'no')
      return { ...fact, listed: cell('listed') === 'yes' }
    report('listed', 'table.value_unknown', 'refused')
    return undefined
  })

/** Reads `code, rate, per_unit, unit, from, to, source, strength, note`; the three values stand together or not at all. */
export const parseUnitTaxes = (source: RowSource): Promise<DatedRead<UnitTax>> =>
  parseDated(source, ['rate', 'per_unit', 'unit'], (fact, cell, report) => {
    if (`${cell('rate')}${cell('per_unit')}${cell('unit')}` === '') return fact
    const rate = fraction(cell, report)
    const perUnit = decimalText(cell('per_unit'))
    const unit = cell('unit')
    if (perUnit === undefined) report('per_unit', 'table.rate_malformed', 'refused')
    else if (!/^\d{3}$/.test(unit)) report('unit', 'table.code_malformed', 'refused')
    else if (rate !== undefined) return { ...fact, rate, perUnit, unit }
    return undefined
  })

/**
 * Reads dated facts; a row that overlaps an earlier one of the same code digits is refused, and so is one
 * without a source or without a word on how strong that source is.
 */
const parseDated = async <Row extends DatedFact>(
  source: RowSource,
  values: readonly Field[],
  complete: (fact: DatedFact, cell: Cell, report: Report<Field>) => Row | undefined,
): Promise<DatedRead<Row>> => {
  const problems: TableProblem[] = []
  const byCode = new Map<string, Row[]>()
  for await (const record of readRecords(
    source,
    { headers: HEADERS, required: [...COMMON, ...values] },
    problems,
  )) {
    const report = reporter(record, problems)
    const fact = datedFact(record.cell, report)
    const row = fact && complete(fact, record.cell, report)
    if (!row) continue
    const same = byCode.get(row.code) ?? []
    if (overlapsAny(row, same)) report('from', 'table.period_overlaps', 'refused')
    else byCode.set(row.code, [...same, row])
  }
  return { rows: [...byCode.values()].flat(), problems }
}

const datedFact = (cell: Cell, report: Report<Field>): DatedFact | undefined => {
  const code = cell('code')
  const strength = cell('strength')
  const period = readPeriod(cell, report)
  if (!/^\d{2,10}$/.test(code)) report('code', 'table.code_malformed', 'refused')
  else if (cell('source') === '') report('source', 'table.value_missing', 'refused')
  else if (!isStrength(strength)) report('strength', 'table.value_unknown', 'refused')
  else if (period) {
    const note = cell('note')
    return { code, ...period, source: cell('source'), strength, ...(note !== '' && { note }) }
  }
  return undefined
}

const fraction = (cell: Cell, report: Report<Field>): DecimalText | undefined => {
  const rate = decimalText(cell('rate'))
  if (rate === undefined) report('rate', 'table.rate_malformed', 'refused')
  else if (!isFraction(rate)) report('rate', 'table.rate_not_a_fraction', 'refused')
  else return rate
  return undefined
}
