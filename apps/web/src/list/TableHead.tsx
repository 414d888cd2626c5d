import { useTexts } from '../text/language.tsx'
import type { Column } from './column.ts'
import { listTexts } from './list.texts.ts'
import { directionOf, nextOrder } from './sorted.ts'

interface Props<T> {
  columns: readonly Column<T>[]
  /** The order the list stands in, as the address says it. */
  sort: string | undefined
  change: ((sort: string | undefined) => void) | undefined
  /** The table says which of how many rows each row is: the heads are the first. */
  isNumbered?: boolean
}

/** The heads of a table; those that the list can be put in the order of are buttons. */
export function TableHead<T>({ columns, sort, change, isNumbered }: Props<T>) {
  return (
    <thead>
      <tr aria-rowindex={isNumbered ? 1 : undefined}>
        {columns.map(column => (
          <th
            key={column.key}
            scope="col"
            className={column.kind === 'number' ? 'num' : undefined}
            aria-sort={change && column.sortBy ? directionOf(column.sortBy, sort) : undefined}
          >
            {change && column.sortBy ? (
              <SortHead column={column} by={column.sortBy} sort={sort} change={change} />
            ) : (
              (column.headCell ?? column.head)
            )}
            {column.unit ? <span className="unit">{column.unit}</span> : null}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface SortProps<T> {
  column: Column<T>
  by: string
  sort: string | undefined
  change: (sort: string | undefined) => void
}

function SortHead<T>({ column, by, sort, change }: SortProps<T>) {
  const t = useTexts(listTexts)
  const direction = directionOf(by, sort)
  const about = { ascending: t.ascending, descending: t.descending, none: t.unsorted }[direction]
  return (
    <button
      type="button"
      className="plain sort"
      data-direction={direction}
      title={about}
      onClick={() => change(nextOrder(by, sort, column.kind))}
      data-testid={`sort-${by}`}
    >
      {column.head}
    </button>
  )
}
