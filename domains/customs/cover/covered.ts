/** What a declaration has of a guarantee or of a book's line, and what it should have. */
export interface Covered {
  readonly declaration: string
  readonly party: string
  /** Whose guarantee or book it is. */
  readonly owner: string
  readonly kind: 'guarantee' | 'book'
  /** Account of the guarantee or the book's line, and the one that stands against it. */
  readonly cover: string
  readonly against: string
  /** Goods that come in are credited to the line. */
  readonly isIn: boolean
  /** Number of the line in the list; 0: the list itself. */
  readonly line: number
  readonly ledger: number
  /** What it went out with. */
  readonly asked: bigint
  readonly toHold: bigint
  readonly toPost: bigint
  readonly held: bigint
  readonly posted: bigint
  /** The open hold; undefined: nothing is held. */
  readonly hold: string | undefined
}

/** How much of a cover is to be held, and how much to be posted. */
export interface Target {
  readonly toHold: bigint
  readonly toPost: bigint
}
