import { Fragment, use, useRef } from 'react'
import { Scroll } from '../part/Scroll.tsx'
import { ListingContext } from './listing.ts'
import { Row } from './Row.tsx'
import { SortChoice } from './SortChoice.tsx'
import type { TableProps } from './Table.tsx'
import { TableHead } from './TableHead.tsx'
import { useRowWindow } from './use-row-window.ts'
import { useWidths } from './use-widths.ts'

/**
 * A table of any length of which only the rows in sight are drawn, the others being room. What a screen reader is
 * told counts all of them. The window scrolls, not a box within it; the heads stay in sight.
 */
export function WindowedTable<T>(props: TableProps<T>) {
  const { label, columns, rows, keyOf, className, isBare, testId, sort, onSort } = props
  const { total, hasMore } = use(ListingContext)
  const table = useRef<HTMLTableElement>(null)
  const { items, size, margin, measure, move } = useRowWindow(table, label, rows, keyOf)
  const widths = useWidths(table, columns, items[0]?.index)
  const count = total ?? (hasMore ? undefined : rows.length)
  return (
    <Scroll label={label} className={isBare ? undefined : 'sheet'}>
      {onSort ? <SortChoice columns={columns} sort={sort} change={onSort} /> : null}
      <table
        ref={table}
        className={`rows list windowed ${widths ? 'fixed' : ''} ${className ?? ''}`}
        onKeyDown={move}
        data-testid={testId}
        aria-label={label}
        aria-rowcount={count === undefined ? -1 : count + 1}
      >
        {widths ? (
          <colgroup>
            {columns.map((column, n) => (
              <col key={column.key} style={{ width: widths[n] }} />
            ))}
          </colgroup>
        ) : null}
        <TableHead columns={columns} sort={sort} change={onSort} isNumbered />
        <tbody>
          {items.map(({ index, key, start }, n) => (
            <Fragment key={key}>
              <Room height={start - (items[n - 1]?.end ?? margin)} columns={columns.length} />
              <Row row={rows[index]!} columns={columns} index={index} ref={measure} />
            </Fragment>
          ))}
          <Room height={size + margin - (items.at(-1)?.end ?? margin)} columns={columns.length} />
        </tbody>
      </table>
    </Scroll>
  )
}

/** The room that rows out of sight take. */
function Room({ height, columns }: { height: number; columns: number }) {
  if (height < 0.5) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus.
    <tr className="room" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
