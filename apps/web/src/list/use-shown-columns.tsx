import { type ReactNode, useState } from 'react'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import type { Column } from './column.ts'
import './columns.css'
import { listTexts } from './list.texts.ts'

/** Keys of the columns that somebody has put away, as this browser remembers them. */
function remembered(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : []
  } catch {
    return []
  }
}

/**
 * The columns of a list that its reader wants to see: remembered for this person and this list. The first is the row's
 * name and always there; what is put away is in no export either.
 * @param list a name of the list that stays
 * @returns the columns that are shown, and the choice of them to stand among the list's tools
 */
export function useShownColumns<T>(
  list: string,
  columns: readonly Column<T>[],
): { readonly shown: readonly Column<T>[]; readonly choice: ReactNode } {
  const t = useTexts(listTexts)
  const { who } = useWho()
  const key = `columns ${who?.account.id ?? ''} ${list}`
  const [chosen, setChosen] = useState<{ of: string; away: readonly string[] }>()
  const away = chosen?.of === key ? chosen.away : remembered(key)
  const turn = (column: string) => {
    const next = away.includes(column) ? away.filter(each => each !== column) : [...away, column]
    localStorage.setItem(key, JSON.stringify(next))
    setChosen({ of: key, away: next })
  }
  const choice = (
    <details className="columns-choice">
      <summary data-testid="columns">{t.columns}</summary>
      <fieldset>
        <legend className="quiet">{t.columnsAbout}</legend>
        {columns.slice(1).map(column => (
          <label key={column.key}>
            <input
              type="checkbox"
              checked={!away.includes(column.key)}
              onChange={() => turn(column.key)}
              data-testid={`column-${column.key}`}
            />
            {column.head}
          </label>
        ))}
      </fieldset>
    </details>
  )
  return { shown: columns.filter((column, n) => n === 0 || !away.includes(column.key)), choice }
}
