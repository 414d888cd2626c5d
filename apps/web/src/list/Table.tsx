import type { ReactNode } from 'react'
import { grouped } from '../part/amount.ts'
import { moveAmongRows } from '../part/arrows.ts'
import { Scroll } from '../part/Scroll.tsx'
import { type Column, cellClass } from './column.ts'
import './table.css'

interface Props<T> {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
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

/**
 * A dense table, on a phone a list of cards by the same markup. Arrows move among the links that its rows open
 * by (`data-row`), Enter opens.
 */
export function Table<T>(props: Props<T>) {
  const { label, columns, rows, keyOf, groups, first, last, className, isBare, testId } = props
  const body = (shown: readonly T[]) => shown.map(row => <Row key={keyOf(row)} row={row} columns={columns} />)
  return (
    <Scroll label={label} className={isBare ? undefined : 'sheet'}>
      <table
        className={`rows list ${className ?? ''}`}
        onKeyDown={moveAmongRows}
        data-testid={testId}
        aria-label={label}
      >
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" className={column.kind === 'number' ? 'num' : undefined}>
                {column.headCell ?? column.head}
                {column.unit ? <span className="unit">{column.unit}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
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

function Row<T>({ row, columns }: { row: T; columns: readonly Column<T>[] }) {
  return (
    <tr>
      {columns.map(column => (
        <td
          key={column.key}
          className={cellClass(column)}
          data-narrow={column.narrow}
          data-empty={!column.cell && column.text(row) === '' ? '' : undefined}
          data-head={column.narrow === 'left' || column.narrow === 'right' ? column.head : undefined}
        >
          {column.cell ? column.cell(row) : <Plain of={column.text(row)} kind={column.kind} />}
        </td>
      ))}
    </tr>
  )
}

/** A cell that is only text: numbers grouped, a dash where there is nothing to say. */
function Plain({ of, kind }: { of: string; kind: Column<unknown>['kind'] }) {
  if (of === '') return <span className="quiet">—</span>
  return kind === 'number' ? grouped(of) : of
}
