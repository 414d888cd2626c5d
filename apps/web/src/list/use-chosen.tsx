import { useState } from 'react'
import type { Column } from './column.ts'

export interface Chosen<T> {
  /** Keys of the rows that are chosen and are still shown. */
  readonly keys: ReadonlySet<string>
  readonly none: () => void
  /** The column of boxes, to stand before the others. */
  readonly column: Column<T>
}

/** Rows of a list that somebody chooses to do something with all of them. */
export function useChosen<T>(
  rows: readonly T[] | undefined,
  keyOf: (row: T) => string,
  words: { readonly one: (row: T) => string; readonly all: string },
): Chosen<T> {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const shown = (rows ?? []).map(keyOf)
  const keys = new Set(shown.filter(key => marked.has(key)))
  const isAll = shown.length > 0 && keys.size === shown.length
  const turn = (key: string) => {
    const next = new Set(marked)
    if (!next.delete(key)) next.add(key)
    setMarked(next)
  }
  return {
    keys,
    none: () => setMarked(new Set()),
    column: {
      key: 'chosen',
      head: words.all,
      headCell: (
        <input
          type="checkbox"
          className="choose"
          aria-label={words.all}
          checked={isAll}
          onChange={() => setMarked(isAll ? new Set() : new Set(shown))}
          data-testid="choose-all"
        />
      ),
      text: () => '',
      cell: row => (
        <input
          type="checkbox"
          className="choose"
          aria-label={words.one(row)}
          checked={keys.has(keyOf(row))}
          onChange={() => turn(keyOf(row))}
          data-testid="choose"
        />
      ),
      className: 'choosing',
    },
  }
}
