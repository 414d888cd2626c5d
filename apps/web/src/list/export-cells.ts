import type { CellInput } from '@tongqu/sheet/table'
import type { Column } from './column.ts'

const decimal = /^-?\d+(\.\d+)?$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** A cell as a file holds it: a figure of a column of figures as a number, a day as a day, all else as text. */
export function exportCell<T>(column: Column<T>, row: T): CellInput {
  const text = column.text(row)
  if (column.kind === 'number' && decimal.test(text)) return { number: text }
  return day.test(text) ? { day: text } : text
}

/** The heads of a file, their units after them. */
export const exportHeads = <T>(columns: readonly Column<T>[]): string[] =>
  columns.map(({ head, unit }) => (unit ? `${head} (${unit})` : head))
