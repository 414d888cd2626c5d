import type { CellInput } from '../spec.ts'

const NARROWEST = 8
const WIDEST = 60

/** How wide a text stands: a Chinese character takes two places. */
function widthOf(text: string): number {
  let width = 0
  for (const line of text.split('\n')) {
    let here = 0
    for (const letter of line) here += letter.codePointAt(0)! > 0x2e7f ? 2 : 1
    width = Math.max(width, here)
  }
  return width
}

const textOf = (cell: CellInput) =>
  typeof cell === 'object' && cell !== null
    ? 'day' in cell
      ? cell.day
      : `${cell.number},,`
    : String(cell ?? '')

/** Widths of columns in characters, by their heads and the first rows. */
export function widthsOf(heads: readonly string[], rows: readonly (readonly CellInput[])[]): number[] {
  return heads.map((head, at) => {
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(textOf(row[at]))), widthOf(head))
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2))
  })
}
