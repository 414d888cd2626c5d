import { type DecimalText, decimalText, isFraction, isSpreadsheetError } from './cells.ts'
import { parseElements } from './elements.ts'
import {
  type Layout,
  type Report,
  type RowSource,
  readRecords,
  reporter,
  type TableProblem,
  type TableRecord,
} from './rows.ts'

/** Which tariff a row belongs to; every rate that a plan uses names it. */
export interface TariffEdition {
  readonly id: string
  /** Calendar year whose tariff this is. */
  readonly year: number
  readonly source: string
}

/** One ten-digit code. Rates are fractions ("0.13"); units are codes of the customs' unit table. */
export interface TariffTableRow {
  readonly code: string
  readonly name: string
  readonly remark?: string
  /** Letters of the certificates under which the code stands (监管证件代码), one per entry. */
  readonly licenceCodes: readonly string[]
  /** Absent where the file has none. */
  readonly generalRate?: DecimalText
  readonly mfnRate: DecimalText
  /** Provisional import rate (暂定税率) of the edition's year; absent where there is none. */
  readonly provisionalRate?: DecimalText
  readonly exportRate: DecimalText
  /** Ad valorem part only: specific and compound goods stand in the table of unit taxes. */
  readonly consumptionRate: DecimalText
  readonly vatRate: DecimalText
  readonly unit1: string
  readonly unit2?: string
  /** Absent where the file has none. */
  readonly elements?: readonly string[]
}

export interface TariffRead {
  readonly edition: TariffEdition
  readonly rows: readonly TariffTableRow[]
  readonly problems: readonly TableProblem[]
}

type Field =
  | 'code'
  | 'name'
  | 'licence_codes'
  | 'general_rate'
  | 'mfn_rate'
  | 'provisional_rate'
  | 'remark'
  | 'export_rate'
  | 'consumption_rate'
  | 'vat_rate'
  | 'unit1'
  | 'unit2'
  | 'elements'

const LAYOUT: Layout<Field> = {
  headers: {
    code: ['code', '商品编码', '税号'],
    name: ['name', '商品名称'],
    licence_codes: ['licence_codes', '监管条件', '监管证件'],
    general_rate: ['general_rate', '普通税率'],
    mfn_rate: ['mfn_rate', '最惠国税率'],
    provisional_rate: ['provisional_rate', '暂定税率'],
    remark: ['remark', '备注'],
    export_rate: ['export_rate', '出口税率'],
    consumption_rate: ['consumption_rate', '消费税率'],
    vat_rate: ['vat_rate', '增值税率'],
    unit1: ['unit1', '法定第一单位'],
    unit2: ['unit2', '法定第二单位'],
    elements: ['elements', '申报要素'],
  },
  required: ['code', 'name', 'mfn_rate', 'export_rate', 'consumption_rate', 'vat_rate', 'unit1'],
}

/**
 * Reads a tariff table, one ten-digit code a row, in the layout `code, name, licence_codes, general_rate,
 * mfn_rate, remark, export_rate, consumption_rate, vat_rate, unit1, unit2, elements` (the header decides the
 * order; Chinese headers are known too).
 *
 * A row with a malformed or repeated code, without a name or unit, or with a rate that is missing or not a
 * fraction is refused; the first row of a repeated code stands. Every oddity is in `problems`.
 */
export const parseTariff = async (source: RowSource, edition: TariffEdition): Promise<TariffRead> => {
  const problems: TableProblem[] = []
  const rows = new Map<string, TariffTableRow>()
  for await (const record of readRecords(source, LAYOUT, problems)) {
    const found: TableProblem[] = []
    const row = tariffRow(record, reporter(record, found))
    if (rows.has(row.code)) reporter(record, found)('code', 'table.code_duplicate', 'refused')
    if (!found.some(one => one.effect === 'refused')) rows.set(row.code, row)
    problems.push(...found)
  }
  return { edition, rows: [...rows.values()], problems }
}

const tariffRow = (record: TableRecord<Field>, report: Report<Field>): TariffTableRow => {
  const { cell } = record
  checkTexts(record, report)
  const general = generalRate(record, report)
  const elements = elementNames(cell('elements'), report)
  return {
    code: cell('code'),
    name: cell('name'),
    ...(cell('remark') !== '' && { remark: cell('remark') }),
    licenceCodes: [...cell('licence_codes').replaceAll(' ', '')],
    ...(general !== undefined && { generalRate: general }),
    mfnRate: fraction(record, 'mfn_rate', report),
    ...(cell('provisional_rate') !== '' && { provisionalRate: fraction(record, 'provisional_rate', report) }),
    exportRate: fraction(record, 'export_rate', report),
    consumptionRate: fraction(record, 'consumption_rate', report),
    vatRate: fraction(record, 'vat_rate', report),
    unit1: cell('unit1'),
    ...(cell('unit2') !== '' && { unit2: cell('unit2') }),
    ...(elements !== undefined && { elements }),
  }
}

const checkTexts = ({ cell }: TableRecord<Field>, report: Report<Field>): void => {
  if (!/^\d{10}$/.test(cell('code'))) report('code', 'table.code_malformed', 'refused')
  if (cell('name') === '') report('name', 'table.value_missing', 'refused')
  if (cell('unit1') === '') report('unit1', 'table.value_missing', 'refused')
  for (const unit of ['unit1', 'unit2'] as const) {
    if (cell(unit) !== '' && !/^\d{3}$/.test(cell(unit))) report(unit, 'table.code_malformed', 'refused')
  }
  for (const text of ['name', 'remark'] as const) {
    if (cell(text).split('"').length % 2 === 0) report(text, 'table.quote_unbalanced', 'noted')
  }
}

const fraction = ({ cell }: TableRecord<Field>, column: Field, report: Report<Field>): DecimalText => {
  const decimal = decimalText(cell(column))
  if (cell(column) === '') report(column, 'table.value_missing', 'refused')
  else if (decimal === undefined) report(column, 'table.rate_malformed', 'refused')
  else if (!isFraction(decimal)) report(column, 'table.rate_not_a_fraction', 'refused')
  return decimal ?? ''
}

/** The general rate (普通税率) is no fraction: it reaches 270 %. No plan uses it, so its absence is ignored. */
const generalRate = (record: TableRecord<Field>, report: Report<Field>): DecimalText | undefined => {
  const text = record.cell('general_rate')
  const decimal = decimalText(text)
  if (!record.has('general_rate')) return undefined
  if (text === '') report('general_rate', 'table.value_missing', 'ignored')
  else if (decimal === undefined) report('general_rate', 'table.rate_malformed', 'ignored')
  return decimal
}

const elementNames = (text: string, report: Report<Field>): readonly string[] | undefined => {
  if (text === '') return undefined
  if (isSpreadsheetError(text)) {
    report('elements', 'table.cell_is_error', 'ignored')
    return undefined
  }
  const { names, regular } = parseElements(text)
  if (/[\u3000\u00A0\u200B]/.test(text)) report('elements', 'table.space_irregular', 'noted')
  if (names.length > 0 && !regular) report('elements', 'table.elements_irregular', 'noted')
  if (names.length > 0) return names
  report('elements', 'table.elements_irregular', 'ignored')
  return undefined
}
