/**
 * What a cell is written as. A string is text, whatever it begins with; `number` is a plain decimal
 * ("-12.50"), written as a number where a double holds it exactly and as text where not; `day` is an ISO day.
 */
export type CellInput =
  | string
  | boolean
  | null
  | undefined
  | { readonly number: string }
  | { readonly day: string }

export interface ColumnSpec {
  readonly header: string
  /** In characters; default 14. */
  readonly width?: number
  /** Number format of the column as a spreadsheet writes it ("0.00", "yyyy-mm-dd", "@" for text). */
  readonly format?: string
  /** Shown when the pointer rests on the header. */
  readonly note?: string
  /** Drop-down of the column; other values are refused by the spreadsheet. */
  readonly choices?: readonly string[]
  /** Marks the header of a column that must be filled in. */
  readonly needed?: boolean
}

export interface SheetSpec {
  readonly name: string
  readonly columns: readonly ColumnSpec[]
  readonly rows: Iterable<readonly CellInput[]> | AsyncIterable<readonly CellInput[]>
  readonly hidden?: boolean
  /** Rows under the header that drop-downs and formats are prepared for; default 0. */
  readonly preparedRows?: number
  /** Breaks long text over lines; default false. */
  readonly wrap?: boolean
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[]
  readonly creator?: string
  /** ISO instant written into the file's properties; default 2000-01-01T00:00:00Z, as no clock is read. */
  readonly created?: string
}
