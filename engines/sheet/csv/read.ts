import { CsvError, type Parser, parse } from 'csv-parse'
import { columnName } from '../column.ts'
import type { SheetEvent } from '../events.ts'
import type { SheetLimits } from '../limits.ts'
import { SheetRefused } from '../refusal.ts'
import type { Cell, Row } from '../row.ts'
import { type CsvEncoding, decodeCsv } from './encoding.ts'

const BATCH = 500
const MAX_ROW_CHARS = 1024 * 1024
const DELIMITERS = [',', '\t', ';'] as const

/** The separator that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const line = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  let best: string = ','
  for (const candidate of DELIMITERS) {
    if (line.split(candidate).length > line.split(best).length) best = candidate
  }
  return best
}

/** The text in pieces, the first of which holds the whole first line. */
async function* withFirstLine(text: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | undefined = ''
  for await (const piece of text) {
    if (piece.includes('\0')) throw new SheetRefused('sheet.not_a_workbook', { found: 'binary' })
    if (head === undefined) {
      yield piece
      continue
    }
    head += piece
    if (!/\n/.test(head) && head.length < MAX_ROW_CHARS) continue
    yield head
    head = undefined
  }
  if (head !== undefined) yield head
}

function cellsOf(record: readonly string[], row: number, sheet: string, limits: SheetLimits): Cell[] {
  const cells: Cell[] = []
  for (let index = 0; index < record.length; index++) {
    const text = record[index]
    if (text === undefined || text === '') continue
    const place = () => ({ sheet, row, column: columnName(index) })
    if (index >= limits.maxColumns)
      throw new SheetRefused('sheet.too_many_columns', { limit: limits.maxColumns }, place())
    if (text.length > limits.maxCellChars)
      throw new SheetRefused(
        'sheet.cell_too_long',
        { found: text.length, limit: limits.maxCellChars },
        place(),
      )
    const kind = text.startsWith('=') ? 'formula' : 'text'
    cells.push({ index, column: columnName(index), kind, text })
  }
  return cells
}

function csvError(error: Error, sheet: string, row: number): Error {
  if (!(error instanceof CsvError)) return error
  const place = { sheet, row: row + 1 }
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new SheetRefused('sheet.cell_too_long', { limit: MAX_ROW_CHARS }, place)
  return new SheetRefused('sheet.bad_csv', { detail: error.code }, place)
}

/**
 * Takes the parser's records as they are found. Its own stream would drop the rows that are waiting in it when
 * a later one is malformed; here they stay readable.
 */
class Records {
  rows: Row[] = []
  row: number
  readonly #parser: Parser
  #refused: Error | undefined

  constructor(sheet: string, delimiter: string, firstRow: number, limits: SheetLimits) {
    this.row = firstRow
    const take = (record: string[]) => {
      if (this.#refused) return null
      this.row++
      try {
        const cells = cellsOf(record, this.row, sheet, limits)
        if (cells.length > 0) this.rows.push({ number: this.row, cells })
      } catch (error) {
        this.#refused = error as Error
      }
      return null
    }
    this.#parser = parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: MAX_ROW_CHARS,
      on_record: take,
    })
    this.#parser.on('error', error => {
      this.#refused ??= csvError(error, sheet, this.row)
    })
    this.#parser.resume()
  }

  /** What stops the reading, once the rows before it have been taken. */
  get refused(): Error | undefined {
    return this.#refused
  }

  /** Gives the parser more text, or undefined for the end. */
  async take(text: string | undefined): Promise<void> {
    const parser = this.#parser
    await new Promise<void>(resolve => {
      if (text !== undefined) parser.write(text, () => resolve())
      else parser.on('close', resolve).end()
    })
  }
}

async function* ended(text: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  yield* text
  yield undefined
}

/** Reads a CSV as one sheet, row for row as a spreadsheet would number them. Throws `SheetRefused`. */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  options: { name: string; encoding?: CsvEncoding; limits: SheetLimits },
): AsyncGenerator<SheetEvent> {
  const { name: sheet, limits } = options
  yield { kind: 'sheet', sheet: { name: sheet, hidden: false, format: 'csv' } }
  let records: Records | undefined
  for await (const piece of ended(withFirstLine(decodeCsv(chunks, options.encoding)))) {
    let text = piece
    if (!records) {
      // Some programs put the separator on a line of its own before the header.
      const stated = /^sep=(.)\r?\n/.exec(piece ?? '')
      text = stated ? piece?.slice(stated[0].length) : piece
      records = new Records(sheet, stated?.[1] ?? delimiterOf(piece ?? ''), stated ? 1 : 0, limits)
    }
    await records.take(text)
    if (
      records.rows.length >= BATCH ||
      (records.rows.length > 0 && (records.refused || piece === undefined))
    ) {
      yield { kind: 'rows', sheet, rows: records.rows }
      records.rows = []
    }
    if (records.refused) throw records.refused
  }
}
