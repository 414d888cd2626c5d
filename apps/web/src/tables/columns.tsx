import { Link } from '@tanstack/react-router'
import type { Column } from '../list/column.ts'
import { dayAndTime } from '../part/time.ts'
import type { Table } from '../remote/contracts.ts'
import type { Language, Texts } from '../text/catalogue.ts'
import { tableName, tablePath } from './table-names.ts'
import type { tablesTexts } from './tables.texts.ts'

/** A table that came with the house has no instant of import, but a word for it. */
const imported = (at: string) => (Number.isNaN(Date.parse(at)) ? at : dayAndTime(at))

export function tableColumns(t: Texts<typeof tablesTexts>, language: Language): Column<Table>[] {
  return [
    {
      key: 'table',
      head: t.table,
      text: ({ table }) => tableName(table, language),
      cell: ({ table }) => (
        <>
          <Link
            to="/tables/$table"
            params={{ table: tablePath(table) }}
            data-row
            data-testid={`table-${table}`}
          >
            {tableName(table, language)}
          </Link>
          <span className="unit code">{table}</span>
        </>
      ),
      narrow: 'title',
    },
    { key: 'edition', head: t.edition, kind: 'figures', text: row => row.edition, narrow: 'mark' },
    { key: 'year', head: t.year, kind: 'figures', text: row => String(row.year ?? ''), narrow: 'off' },
    { key: 'rows', head: t.rows, kind: 'number', text: row => String(row.rows), narrow: 'left' },
    { key: 'rejected', head: t.rejected, kind: 'number', text: row => String(row.rejected), narrow: 'right' },
    {
      key: 'from',
      head: t.from,
      kind: 'figures',
      className: 'nowrap',
      text: row => row.from,
      narrow: 'left',
    },
    { key: 'source', head: t.source, className: 'tables-source', text: row => row.source },
    {
      key: 'imported',
      head: t.imported,
      kind: 'figures',
      className: 'nowrap second',
      text: row => `${imported(row.importedAt)} ${row.by?.[language] ?? ''}`.trim(),
      cell: row => (
        <>
          {imported(row.importedAt)}
          {row.by ? <span className="unit">{row.by[language]}</span> : null}
        </>
      ),
      narrow: 'off',
    },
  ]
}
