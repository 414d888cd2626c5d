import { useTexts } from '../text/language.tsx'
import type { Column } from './column.ts'
import { listTexts } from './list.texts.ts'

interface Props<T> {
  columns: readonly Column<T>[]
  sort: string | undefined
  change: (sort: string | undefined) => void
}

/** The orders of a list where its heads are not shown: on a phone. */
export function SortChoice<T>({ columns, sort, change }: Props<T>) {
  const t = useTexts(listTexts)
  return (
    <select
      className="field sort-choice"
      aria-label={t.order}
      value={sort ?? ''}
      onChange={event => change(event.target.value || undefined)}
      data-testid="sort-choice"
    >
      <option value="">{t.usual}</option>
      {columns.flatMap(({ sortBy, head }) =>
        sortBy
          ? [
              <option key={sortBy} value={sortBy}>
                {t.up(head)}
              </option>,
              <option key={`-${sortBy}`} value={`-${sortBy}`}>
                {t.down(head)}
              </option>,
            ]
          : [],
      )}
    </select>
  )
}
