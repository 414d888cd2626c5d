/* Accounts of a book's line, all in its declared unit: what stands in it, what came in, what went out, what was found. */

/** Quantities of the customs have five decimals at most. */
export const QUANTITY_SCALE = 5
/** Kind of the ledger's units: one for each unit of measure. */
export const UNIT_KIND = 'declared_unit'

/** Codes of the ledger's accounts; a code, once used, keeps its meaning. */
export const BOOK_ACCOUNTS = { line: 311, in: 312, out: 313, found: 314 } as const
/** Codes of transfers beside those of covers. */
export const BOOK_MOVES = { opened: 315, counted: 316 } as const
