import { memo, type Ref } from 'react'
import { grouped } from '../part/amount.ts'
import { type Column, cellClass } from './column.ts'

interface Props<T> {
  row: T
  columns: readonly Column<T>[]
  /** In a table of which only a part is drawn: the row's place among all, from 0. */
  index?: number
  ref?: Ref<HTMLTableRowElement>
}

function Drawn<T>({ row, columns, index, ref }: Props<T>) {
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index === undefined ? undefined : index + 2}>
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

/** A row of a table; it is drawn again only when it or the columns have changed. */
export const Row = memo(Drawn) as typeof Drawn

/** A cell that is only text: numbers grouped, a dash where there is nothing to say. */
function Plain({ of, kind }: { of: string; kind: Column<unknown>['kind'] }) {
  if (of === '') return <span className="quiet">—</span>
  return kind === 'number' ? grouped(of) : of
}
