/** Bounds of one paper: what a person holds in the hand, not what a disk holds. */
export interface PrintLimits {
  readonly maxRows: number
  readonly maxPages: number
  /** UTF-16 units of one text. */
  readonly maxChars: number
  /** UTF-16 units of all texts together. */
  readonly maxAllChars: number
}

export const defaultLimits: PrintLimits = {
  maxRows: 5000,
  maxPages: 500,
  maxChars: 20_000,
  maxAllChars: 2_000_000,
}

export type PrintCode =
  | 'print.too_many_rows'
  | 'print.too_many_pages'
  | 'print.text_too_long'
  | 'print.bad_table'
  | 'print.bad_address'

/** Why a paper is not printed: a value, never an exception at the door. */
export interface PrintRefusal {
  readonly code: PrintCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Carries a refusal from the depths of the printing to its door; it never leaves this package. */
export class PrintRefused extends Error {
  readonly refusal: PrintRefusal
  constructor(code: PrintCode, params: PrintRefusal['params']) {
    super(code)
    this.refusal = { code, params }
  }
}
