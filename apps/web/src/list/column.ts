import type { ReactNode } from 'react'

/** One column of a list, stated once: its head, its cells on the screen, and the same as text for an export. */
export interface Column<T> {
  readonly key: string
  readonly head: string
  /** What is drawn at its head where that is no word: the box that chooses all. */
  readonly headCell?: ReactNode
  /** The unit of its figures; it stands under the head. */
  readonly unit?: string
  /** The order that its head puts the list in, by the name that the call knows; absent: none. */
  readonly sortBy?: string
  /** `number`: right-aligned; `figures`: dates and numbers of records, in figures of one width. */
  readonly kind?: 'number' | 'figures' | 'code'
  /** The cell as plain text, as an export holds it. */
  readonly text: (row: T) => string
  /** The cell as it is drawn, where plain text is not enough. */
  readonly cell?: (row: T) => ReactNode
  /**
   * Its place where a row becomes a card on a phone: the title, the mark at the title's end, the left or right half
   * of a line after its head, or nowhere; absent: a line of its own.
   */
  readonly narrow?: 'title' | 'mark' | 'left' | 'right' | 'off'
  /** Keeps the cell on one line, or gives it a style of its page. */
  readonly className?: string
}

export function cellClass<T>({ kind, className }: Column<T>): string | undefined {
  const names = [kind === 'number' ? 'num' : kind, className].filter(Boolean)
  return names.length > 0 ? names.join(' ') : undefined
}
