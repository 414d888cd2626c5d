/**
 * Reading of dated facts about goods, by a code's first digits. A fact for more digits stands over one for
 * fewer; two facts of one key never share a day.
 */
import { type DecimalText, decimalText, isFraction } from './cells.ts'
import { isStrength, overlapsAny, type Period, readPeriod, type Strength } from './periods.ts'
import { type Layout, type Report, type RowSource, readRecords, reporter, type TableProblem } from './rows.ts'

export interface DatedFact extends Period {
  /** 2 to 10 digits: the fact holds for every code that begins with them. */
  readonly code: string
  readonly source: string
  readonly strength: Strength
  readonly note?: string
}

export interface DatedRead<Row> {
  readonly rows: readonly Row[]
  readonly problems: readonly TableProblem[]
}

export type DatedField =
  | 'code'
  | 'from'
  | 'to'
  | 'rate'
  | 'mark'
  | 'listed'
  | 'per_unit'
  | 'unit'
  | 'origin'
  | 'kind'
  | 'source'
  | 'strength'
  | 'note'
export type Cell = (field: DatedField) => string

const HEADERS: Layout<DatedField>['headers'] = {
  code: ['code', '商品编码'],
  from: ['from', '起'],
  to: ['to', '止'],
  rate: ['rate', '税率', '退税率'],
  mark: ['mark', '特殊标志'],
  listed: ['listed', '正面清单'],
  per_unit: ['per_unit', '单位税额'],
  unit: ['unit', '单位'],
  origin: ['origin', '原产国'],
  kind: ['kind', '措施'],
  source: ['source', '来源'],
  strength: ['strength', '依据'],
  note: ['note', '备注'],
}

const COMMON: readonly DatedField[] = ['from', 'source', 'strength']

/** What of a row is common to all: its period, its source and how strong that is. */
export type Stated = Omit<DatedFact, 'code'>

/**
 * Reads rows that state a fact for a period; a row that overlaps an earlier one of the same key is refused,
 * and so is one without a source or without a word on how strong that source is.
 */
export const parseStated = async <Row extends Stated>(
  source: RowSource,
  values: readonly DatedField[],
  keyOf: (row: Row) => string,
  complete: (stated: Stated, cell: Cell, report: Report<DatedField>) => Row | undefined,
): Promise<DatedRead<Row>> => {
  const problems: TableProblem[] = []
  const byKey = new Map<string, Row[]>()
  const layout = { headers: HEADERS, required: [...values, ...COMMON] }
  for await (const record of readRecords(source, layout, problems)) {
    const report = reporter(record, problems)
    const stated = statedOf(record.cell, report)
    const row = stated && complete(stated, record.cell, report)
    if (!row) continue
    const same = byKey.get(keyOf(row)) ?? []
    if (overlapsAny(row, same)) report('from', 'table.period_overlaps', 'refused')
    else byKey.set(keyOf(row), [...same, row])
  }
  return { rows: [...byKey.values()].flat(), problems }
}

/** `parseStated` for facts about a code and nothing else. */
export const parseDated = <Row extends DatedFact>(
  source: RowSource,
  values: readonly DatedField[],
  complete: (fact: DatedFact, cell: Cell, report: Report<DatedField>) => Row | undefined,
): Promise<DatedRead<Row>> =>
  parseStated<Row>(
    source,
    ['code', ...values],
    row => row.code,
    (stated, cell, report) => {
      const fact = codeFact(stated, cell, report)
      return fact && complete(fact, cell, report)
    },
  )

/** Adds the code digits; undefined, and reported, when they are none. */
export const codeFact = (stated: Stated, cell: Cell, report: Report<DatedField>): DatedFact | undefined => {
  if (/^\d{2,10}$/.test(cell('code'))) return { code: cell('code'), ...stated }
  report('code', 'table.code_malformed', 'refused')
  return undefined
}

const statedOf = (cell: Cell, report: Report<DatedField>): Stated | undefined => {
  const strength = cell('strength')
  const period = readPeriod(cell, report)
  if (cell('source') === '') report('source', 'table.value_missing', 'refused')
  else if (!isStrength(strength)) report('strength', 'table.value_unknown', 'refused')
  else if (period) {
    const note = cell('note')
    return { ...period, source: cell('source'), strength, ...(note !== '' && { note }) }
  }
  return undefined
}

/** The column `rate` as a fraction below 1; undefined, and reported, when it is none. */
export const fraction = (cell: Cell, report: Report<DatedField>): DecimalText | undefined => {
  const rate = decimalText(cell('rate'))
  if (rate === undefined) report('rate', 'table.rate_malformed', 'refused')
  else if (!isFraction(rate)) report('rate', 'table.rate_not_a_fraction', 'refused')
  else return rate
  return undefined
}
