import { csvLine } from '../csv.ts'
import type { CellInput } from '../spec.ts'
import type { TableSpec, TableWriter } from './workbook.ts'

const textOf = (cell: CellInput): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  return 'day' in cell ? cell.day : cell.number
}

/** The same table as CSV: heads first, so that programs find them there; what it is stands in the last line. */
export function tableCsv({ heads, note }: TableSpec): TableWriter {
  const encoder = new TextEncoder()
  // Excel takes a CSV for UTF-8 by this mark only.
  const chunks = [encoder.encode(`\ufeff${csvLine(heads)}`)]
  return {
    async add(rows) {
      chunks.push(encoder.encode(rows.map(row => csvLine(row.map(textOf))).join('')))
    },
    async end() {
      return [...chunks, encoder.encode(csvLine([note]))]
    },
  }
}
