import type { SheetRefusal } from './refusal.ts'
import type { Row } from './row.ts'

export interface SheetInfo {
  /** Name of the sheet; of a CSV, the name that the caller gave, else "CSV". */
  readonly name: string
  readonly hidden: boolean
  readonly format: 'xlsx' | 'csv'
}

/** What a reading gives: a sheet begins; rows of it, in order; the end, if the file is refused. */
export type SheetEvent =
  | { readonly kind: 'sheet'; readonly sheet: SheetInfo }
  | { readonly kind: 'rows'; readonly sheet: string; readonly rows: readonly Row[] }
  | { readonly kind: 'refused'; readonly refusal: SheetRefusal }
