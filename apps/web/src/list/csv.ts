import type { Column } from './column.ts'

/** What a spreadsheet would reckon as a formula, and numbers with a sign, which it may. */
const formula = /^[=+\-@\t\r]/
const number = /^[+-]?\d+(\.\d+)?$/

/** One field: quoted where it must be; a text that would run as a formula in a spreadsheet is held as text. */
function field(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (fields: readonly string[]) => `${fields.map(field).join(',')}\r\n`

/** The heads of a table as the first line of an export, units after them. */
export function csvHead<T>(columns: readonly Column<T>[]): string {
  return line(columns.map(({ head, unit }) => (unit ? `${head} (${unit})` : head)))
}

/** Rows as lines of an export, with the same columns in the same order. */
export function csvRows<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  return rows.map(row => line(columns.map(column => column.text(row)))).join('')
}
