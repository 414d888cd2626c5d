/**
 * What a cell holds.
 * - `text`: typed as text (every CSV cell), exactly as written;
 * - `number`: the shortest plain decimal that gives the stored double again ("12.5"), without exponent;
 * - `date`: an ISO day, with a time of day where the cell has one ("2026-11-23", "2026-11-23T08:30:00");
 * - `boolean`: "true" or "false";
 * - `error`: the error as shown ("#N/A");
 * - `formula`: a value somebody's program computed; `text` is the stored result, or the formula in a CSV.
 */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula'

export interface Cell {
  /** 0-based position of the column. */
  readonly index: number
  /** Letters of the column. */
  readonly column: string
  readonly kind: CellKind
  readonly text: string
}

/** A row that holds something: its number as a spreadsheet shows it, its non-empty cells in order. */
export interface Row {
  readonly number: number
  readonly cells: readonly Cell[]
}
