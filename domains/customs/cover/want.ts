/* What a declaration needs so that it may go out, and what of it is not there. Values only. */

/** What a declaration draws on: taxes on a guarantee, goods on lines of a bonded book. */
export interface Want {
  readonly declaration: string
  /** Whose declaration it is. */
  readonly party: string
  /** The message that names guarantee and book: `CEB621`. */
  readonly message: string
  readonly guarantee?: GuaranteeWant | undefined
  readonly book?: BookWant | undefined
}

export interface GuaranteeWant {
  /** The guaranteeing firm, and the customs office where the list is declared. */
  readonly code: string
  readonly office: string
  /** Taxes to be covered, in cents of CNY. */
  readonly amount: bigint
}

export interface BookWant {
  /** emsNo, PutrecNo. */
  readonly number: string
  readonly isIn: boolean
  readonly lines: readonly BookLineWant[]
}

export interface BookLineWant {
  /** Number of the line in the list, from 1. */
  readonly line: number
  /** Number of the line in the book, as the list writes it. */
  readonly recordNo: string
  readonly hsCode: string
  readonly unit: string
  /** A decimal in that unit. */
  readonly qty: string
}

/** Why a declaration is not covered. */
export type ShortfallCode =
  | 'guarantee.short'
  | 'guarantee.not_valid'
  | 'guarantee.not_admitted'
  | 'book.short'
  | 'book.over_most'
  | 'book.not_valid'
  | 'book.not_admitted'
  | 'book.no_such_line'
  | 'book.other_unit'
  | 'book.other_goods'
  | 'book.too_fine'

/** One thing that keeps a declaration back. */
export interface Shortfall {
  readonly code: ShortfallCode
  readonly message: string
  readonly element: string
  readonly line?: number
  readonly params: Readonly<Record<string, string>>
}
