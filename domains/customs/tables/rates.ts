import { type DecimalText, decimalText } from './cells.ts'
import { isStrength, overlapsAny, type Period, readPeriod, type Strength } from './periods.ts'
import { type Layout, type Report, type RowSource, readRecords, reporter, type TableProblem } from './rows.ts'

/**
 * The three registers of exchange rates: what the customs use for a month, what the tax office uses for a
 * refund, what the bank paid at settlement. They are never mixed.
 */
export type RatePurpose = 'customs' | 'refund' | 'settlement'

/** CNY for one unit of the currency in a period. */
export interface ExchangeRate extends Period {
  readonly currency: string
  readonly purpose: RatePurpose
  readonly rate: DecimalText
  readonly source: string
  /** Absent where the file does not say. */
  readonly strength?: Strength
}

export interface RatesRead {
  readonly rows: readonly ExchangeRate[]
  readonly problems: readonly TableProblem[]
}

type Field = 'currency' | 'purpose' | 'from' | 'to' | 'rate' | 'source' | 'strength'

const LAYOUT: Layout<Field> = {
  headers: {
    currency: ['currency', '币种'],
    purpose: ['purpose', '用途'],
    from: ['from', '起'],
    to: ['to', '止'],
    rate: ['rate', '汇率'],
    source: ['source', '来源'],
    strength: ['strength', '依据'],
  },
  required: ['currency', 'purpose', 'from', 'rate', 'source'],
}

const isPurpose = (text: string): text is RatePurpose => ['customs', 'refund', 'settlement'].includes(text)

/**
 * Reads exchange rates: `currency, purpose (customs | refund | settlement), from, to, rate (CNY per unit),
 * source, strength`. A rate without a source is refused; so is one whose days overlap an earlier row of the
 * same currency and purpose.
 */
export const parseRates = async (source: RowSource): Promise<RatesRead> => {
  const problems: TableProblem[] = []
  const rows: ExchangeRate[] = []
  for await (const record of readRecords(source, LAYOUT, problems)) {
    const found: TableProblem[] = []
    const row = rateRow(record.cell, reporter(record, found))
    const same = rows.filter(one => one.currency === row?.currency && one.purpose === row.purpose)
    if (row && overlapsAny(row, same)) reporter(record, found)('from', 'table.period_overlaps', 'refused')
    else if (row) rows.push(row)
    problems.push(...found)
  }
  return { rows, problems }
}

const rateRow = (cell: (field: Field) => string, report: Report<Field>): ExchangeRate | undefined => {
  const currency = cell('currency')
  const purpose = cell('purpose')
  const strength = cell('strength')
  const rate = decimalText(cell('rate'))
  const period = readPeriod(cell, report)
  if (!/^[A-Z]{3}$/.test(currency)) report('currency', 'table.code_malformed', 'refused')
  else if (!isPurpose(purpose)) report('purpose', 'table.value_unknown', 'refused')
  else if (strength !== '' && !isStrength(strength)) report('strength', 'table.value_unknown', 'refused')
  else if (rate === undefined || rate === '0') report('rate', 'table.rate_malformed', 'refused')
  else if (cell('source') === '') report('source', 'table.value_missing', 'refused')
  else if (period) {
    return {
      currency,
      purpose,
      ...period,
      rate,
      source: cell('source'),
      ...(strength !== '' && { strength }),
    }
  }
  return undefined
}
