/**
 * Rows of a table file, already split into cells, read by header.
 *
 * A parser never throws on bad data and never drops it in silence: a row is either taken or refused, and
 * whatever was odd about it is a `TableProblem` with its place.
 */
export interface NumberedRow {
  /** As the spreadsheet shows it. */
  readonly number: number
  readonly cells: readonly string[]
}

/** A row without a number is counted: the header is 1. */
type SourceRow = readonly string[] | NumberedRow

export type RowSource = Iterable<SourceRow> | AsyncIterable<SourceRow>

/**
 * What became of the row: `refused` (the row, or the whole file, was not taken), `ignored` (the row was taken
 * without this cell), `noted` (the row and the cell were taken; someone should look).
 */
export type ProblemEffect = 'refused' | 'ignored' | 'noted'

export type ProblemCode =
  | 'table.empty'
  | 'table.column_missing'
  | 'table.column_unknown'
  | 'table.row_too_long'
  | 'table.value_missing'
  | 'table.value_unknown'
  | 'table.code_malformed'
  | 'table.code_duplicate'
  | 'table.rate_malformed'
  | 'table.rate_not_a_fraction'
  | 'table.date_malformed'
  | 'table.period_reversed'
  | 'table.period_overlaps'
  | 'table.cell_is_error'
  | 'table.quote_unbalanced'
  | 'table.elements_irregular'
  | 'table.space_irregular'

export interface TableProblem {
  readonly effect: ProblemEffect
  readonly code: ProblemCode
  /** Row number in the file; the header is 1. */
  readonly row: number
  /** Name of the column in the layout, or the header's own text where the layout does not know it. */
  readonly column: string
  /** The cell's text as it stood. */
  readonly text: string
}

/** Field of the layout → the headers that name it (compared without case and spaces). */
export interface Layout<Field extends string> {
  readonly headers: Readonly<Record<Field, readonly string[]>>
  readonly required: readonly Field[]
  /** Whether columns that the layout does not know are reported; default true. */
  readonly reportUnknown?: boolean
}

export type Report<Field extends string> = (column: Field, code: ProblemCode, effect: ProblemEffect) => void

/** A reporter that adds problems of one record, with the cell's own text. */
export const reporter =
  <Field extends string>(record: TableRecord<Field>, problems: TableProblem[]): Report<Field> =>
  (column, code, effect) => {
    problems.push({ effect, code, row: record.row, column, text: record.cell(column) })
  }

export interface TableRecord<Field extends string> {
  readonly row: number
  /** Trimmed text of the cell; '' when the column or the cell is absent. */
  readonly cell: (field: Field) => string
  /** Whether the file has the column at all. */
  readonly has: (field: Field) => boolean
}

const normal = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .replace(/\s+/g, '')
    .toLowerCase()

const headerColumns = <Field extends string>(
  header: readonly string[],
  layout: Layout<Field>,
  problems: TableProblem[],
): Map<Field, number> | undefined => {
  const names = header.map(normal)
  const columns = new Map<Field, number>()
  for (const [field, aliases] of Object.entries(layout.headers) as [Field, readonly string[]][]) {
    const wanted = new Set(aliases.map(normal))
    const at = names.findIndex(name => wanted.has(name))
    if (at >= 0) columns.set(field, at)
  }
  const known = new Set(columns.values())
  names.forEach((name, at) => {
    if (name === '' || known.has(at) || layout.reportUnknown === false) return
    const text = header[at] ?? ''
    problems.push({ effect: 'ignored', code: 'table.column_unknown', row: 1, column: text, text })
  })
  const missing = layout.required.filter(field => !columns.has(field))
  for (const column of missing) {
    problems.push({ effect: 'refused', code: 'table.column_missing', row: 1, column, text: header.join(',') })
  }
  return missing.length === 0 ? columns : undefined
}

/**
 * Reads records by header; blank rows are passed over. Where a required column is missing or there is no
 * header, the problem is added and nothing is read.
 */
export async function* readRecords<Field extends string>(
  rows: RowSource,
  layout: Layout<Field>,
  problems: TableProblem[],
): AsyncGenerator<TableRecord<Field>> {
  let columns: Map<Field, number> | undefined
  let width = 0
  let row = 0
  for await (const source of rows) {
    const cells = 'cells' in source ? source.cells : source
    row = 'cells' in source ? source.number : row + 1
    if (!columns) {
      columns = headerColumns(cells, layout, problems)
      width = cells.length
      if (!columns) return
      continue
    }
    if (cells.every(cell => cell.trim() === '')) continue
    const beyond = cells.slice(width).find(cell => cell.trim() !== '')
    if (beyond !== undefined) {
      problems.push({ effect: 'refused', code: 'table.row_too_long', row, column: '', text: beyond })
      continue
    }
    const found = columns
    yield {
      row,
      cell: field => {
        const at = found?.get(field)
        return at === undefined ? '' : (cells[at] ?? '').trim()
      },
      has: field => found?.has(field) ?? false,
    }
  }
  if (row === 0) problems.push({ effect: 'refused', code: 'table.empty', row: 0, column: '', text: '' })
}
