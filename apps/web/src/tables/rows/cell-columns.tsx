import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import type { Answer } from '../../remote/contracts.ts'
import type { Language } from '../../text/catalogue.ts'
import { tablePath } from '../table-names.ts'

export type TableInfo = Answer<'customs.table.get'>
export type TableColumn = TableInfo['columns'][number]
export type TableRow = Answer<'customs.table.rows'>['rows'][number]

/** A cell for people: a choice by its word, everything else as a file holds it. */
export function cellText(
  cells: Readonly<Record<string, string>>,
  { name, choices }: TableColumn,
  language: Language,
): string {
  const text = cells[name] ?? ''
  return choices?.find(each => each.value === text)?.[language] ?? text
}

/** "2026-01-01 – 2026-12-31"; an open end stays open. */
export const daysText = ({ from, to }: { from: string; to: string | null }) => `${from} – ${to ?? ''}`.trim()

/** The columns that rows have: rare ones only where a row holds something in them. */
export function shownColumns(
  columns: readonly TableColumn[],
  rows: readonly { readonly cells: Readonly<Record<string, string>> }[],
): TableColumn[] {
  return columns.filter(({ name, isRare }) => !isRare || rows.some(({ cells }) => cells[name]))
}

function classOf({ kind, name }: TableColumn): string {
  if (kind === 'elements' || name === 'remark') return 'table-long'
  return name === 'name' || name === 'zh' || name === 'en' ? 'table-name' : 'table-cell'
}

/** What names an entry, in the reader's words: "AED 海关计征". */
export function keyText(
  cells: Readonly<Record<string, string>>,
  columns: readonly TableColumn[],
  language: Language,
): string {
  return columns
    .filter(column => column.isKey)
    .map(column => cellText(cells, column, language))
    .filter(Boolean)
    .join(' ')
}

/** A list's columns made from the register's own. */
export function cellColumns(
  table: string,
  columns: readonly TableColumn[],
  language: Language,
  days: string,
): Column<TableRow>[] {
  const [first, ...rest] = columns
  return [
    {
      key: 'key',
      head: first?.label[language] ?? '',
      className: 'nowrap figures',
      text: row => (first ? cellText(row.cells, first, language) : row.key),
      cell: row => (
        <Link to="/tables/$table/$key" params={{ table: tablePath(table), key: row.key }} data-row>
          {(first && cellText(row.cells, first, language)) || row.key}
        </Link>
      ),
      narrow: 'title',
    },
    ...rest.map(
      (column): Column<TableRow> => ({
        key: column.name,
        head: column.label[language],
        ...(column.kind === 'rate' ? { kind: 'number' as const } : {}),
        className: classOf(column),
        text: row => cellText(row.cells, column, language),
      }),
    ),
    { key: 'days', head: days, kind: 'figures', className: 'nowrap second', text: daysText, narrow: 'off' },
  ]
}
