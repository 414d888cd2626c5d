export type CsvCell = string | null | undefined

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV injection"); a
 * plain number keeps its sign.
 */
function neutral(text: string): string {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return text
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A row as a line of CSV; formula injection is neutralised. */
export const csvLine = (row: readonly CsvCell[]): string =>
  `${row.map(cell => quoted(neutral(cell ?? ''))).join(',')}\r\n`

/**
 * Writes rows as CSV (RFC 4180), line by line, with a byte order mark in front so that spreadsheets read it as
 * UTF-8. Formula injection is neutralised.
 */
export function* writeCsv(rows: Iterable<readonly CsvCell[]>): Generator<string> {
  yield '\ufeff'
  for (const row of rows) yield csvLine(row)
}
