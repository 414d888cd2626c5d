import { type PrintLimits, PrintRefused } from './limits.ts'
import type { Paper } from './paper.ts'

/** The longest address that a QR code of a size that a telephone reads from paper holds. */
const LONGEST_ADDRESS = 300

/** Tests what can be tested before anything is drawn. @throws PrintRefused */
export function checkBounds(paper: Paper, { maxRows, maxChars, maxAllChars }: PrintLimits): void {
  let rows = 0
  for (const block of paper.blocks) {
    if (block.kind === 'code' && (block.address === '' || block.address.length > LONGEST_ADDRESS))
      throw new PrintRefused('print.bad_address', { length: block.address.length, most: LONGEST_ADDRESS })
    if (block.kind !== 'table') continue
    const all = [...block.rows, ...(block.totals ?? [])]
    rows += all.length
    const wrong = all.findIndex(row => row.length !== block.columns.length)
    if (wrong >= 0 || block.columns.length === 0)
      throw new PrintRefused('print.bad_table', { row: wrong + 1, columns: block.columns.length })
  }
  if (rows > maxRows) throw new PrintRefused('print.too_many_rows', { rows, most: maxRows })
  let total = 0
  for (const text of textsIn(paper)) {
    if (text.length > maxChars) throw new PrintRefused('print.text_too_long', { most: maxChars })
    total += text.length
  }
  if (total > maxAllChars) throw new PrintRefused('print.text_too_long', { most: maxAllChars })
}

/** Every text anywhere in a paper. */
function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const each of Object.values(value)) yield* textsIn(each)
}
