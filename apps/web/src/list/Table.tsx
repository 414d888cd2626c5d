import { type ReactNode, use } from 'react'
import { moveAmongRows } from '../part/arrows.ts'
import { Scroll } from '../part/Scroll.tsx'
import type { Column } from './column.ts'
import { ListingContext } from './listing.ts'
import { Row } from './Row.tsx'
import { SortChoice } from './SortChoice.tsx'
import { TableHead } from './TableHead.tsx'
import './table.css'
import { WindowedTable } from './WindowedTable.tsx'

export interface TableProps<T> {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** The order that the list stands in, and the way to another; absent: heads are heads only. */
  sort?: string | undefined
  onSort?: ((sort: string | undefined) => void) | undefined
  /** Rows under headings of their own, in their order; absent: one body without headings. */
  groups?: readonly (readonly [name: string, rows: readonly T[]])[]
  /** Rows before the first and after the last: what was brought forward, a total. */
  first?: ReactNode
  last?: ReactNode
  className?: string
  /** Without the sheet's frame, where the table stands on a sheet already. */
  isBare?: boolean
  testId?: string
}

/** From so many rows on, only those in sight are drawn. */
const few = 100

/**
 * A dense table, on a phone a list of cards by the same markup. Arrows move among the links that its rows open
 * by (`data-row`), Enter opens. Of a long one only the rows in sight are drawn.
 */
export function Table<T>(props: TableProps<T>) {
  const { rows, groups, first, last } = props
  const { hasMore } = use(ListingContext)
  const isLong = (hasMore || rows.length > few) && !groups && !first && !last
  return isLong ? <WindowedTable {...props} /> : <WholeTable {...props} />
}

function WholeTable<T>(props: TableProps<T>) {
  const { label, columns, rows, keyOf, groups, first, last, className, isBare, testId, sort, onSort } = props
  const body = (shown: readonly T[]) => shown.map(row => <Row key={keyOf(row)} row={row} columns={columns} />)
  return (
    <Scroll label={label} className={isBare ? undefined : 'sheet'}>
      {onSort ? <SortChoice columns={columns} sort={sort} change={onSort} /> : null}
      <table
        className={`rows list ${className ?? ''}`}
        onKeyDown={moveAmongRows}
        data-testid={testId}
        aria-label={label}
      >
        <TableHead columns={columns} sort={sort} change={onSort} />
        {groups ? (
          groups.map(([name, group]) => (
            <tbody key={name}>
              <tr className="list-group">
                <th colSpan={columns.length} scope="rowgroup">
                  {name}
                </th>
              </tr>
              {body(group)}
            </tbody>
          ))
        ) : (
          <tbody>
            {first}
            {body(rows)}
            {last}
          </tbody>
        )}
      </table>
    </Scroll>
  )
}
