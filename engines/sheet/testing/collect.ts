import { type ReadOptions, readSheets } from '../read.ts'
import type { SheetRefusal } from '../refusal.ts'
import type { Row } from '../row.ts'
import type { SheetSource } from '../source.ts'

export interface Collected {
  readonly sheets: string[]
  readonly rows: Row[]
  readonly refusal?: SheetRefusal
}

/** Everything that a reading gives, at once. */
export async function collect(source: SheetSource, options: ReadOptions = {}): Promise<Collected> {
  const sheets: string[] = []
  const rows: Row[] = []
  for await (const event of readSheets(source, options)) {
    if (event.kind === 'refused') return { sheets, rows, refusal: event.refusal }
    if (event.kind === 'sheet') sheets.push(event.sheet.name)
    else rows.push(...event.rows)
  }
  return { sheets, rows }
}

/** Rows as their texts. */
export const textsOf = (rows: readonly Row[]) => rows.map(row => row.cells.map(cell => cell.text))
