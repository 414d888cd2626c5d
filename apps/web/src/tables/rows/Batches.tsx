import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { tablePath } from '../table-names.ts'
import { tablesTexts } from '../tables.texts.ts'
import type { TableInfo } from './cell-columns.tsx'
import { rowsTexts } from './rows.texts.ts'

type Batch = TableInfo['batches'][number]

/** What was taken into a table, the last first: editions, and corrections of single entries. */
export function Batches({ info }: { info: TableInfo }) {
  const t = { ...useTexts(tablesTexts), ...useTexts(rowsTexts) }
  const { language } = useLanguage()
  return (
    <section className="table-batches" aria-label={t.batches}>
      <h2>{t.batches}</h2>
      <Table
        label={t.batches}
        columns={batchColumns(info.table, t, language)}
        rows={info.batches}
        keyOf={batch => batch.batch}
        testId="batches"
      />
    </section>
  )
}

type T = Texts<typeof tablesTexts> & Texts<typeof rowsTexts>

const batchColumns = (table: string, t: T, language: Language): Column<Batch>[] => [
  {
    key: 'edition',
    head: t.batch,
    text: ({ edition, entry }) => (entry === undefined ? edition : t.correction(entry)),
    cell: ({ edition, entry }) =>
      entry === undefined ? (
        edition
      ) : (
        <Link to="/tables/$table/$key" params={{ table: tablePath(table), key: entry }}>
          {t.correction(entry)}
        </Link>
      ),
    narrow: 'title',
  },
  {
    key: 'from',
    head: t.from,
    kind: 'figures',
    className: 'nowrap',
    text: batch => batch.from,
    narrow: 'mark',
  },
  { key: 'rows', head: t.rows, kind: 'number', text: batch => String(batch.rows), narrow: 'left' },
  { key: 'added', head: t.added, kind: 'number', text: batch => String(batch.added), narrow: 'right' },
  { key: 'ended', head: t.ended, kind: 'number', text: batch => String(batch.ended), narrow: 'left' },
  {
    key: 'rejected',
    head: t.rejected,
    kind: 'number',
    text: batch => String(batch.rejected),
    narrow: 'right',
  },
  {
    key: 'source',
    head: t.source,
    className: 'tables-source',
    text: ({ source, reason }) => [source, reason].filter(Boolean).join(' · '),
    cell: ({ source, reason }) => (
      <>
        {source}
        {reason ? <span className="unit">{reason}</span> : null}
      </>
    ),
  },
  {
    key: 'at',
    head: t.at,
    kind: 'figures',
    className: 'nowrap second',
    text: ({ importedAt, by }) => `${dayAndTime(importedAt)} ${by?.[language] ?? ''}`.trim(),
    cell: ({ importedAt, by }) => (
      <>
        {dayAndTime(importedAt)}
        {by ? <span className="unit">{by[language]}</span> : null}
      </>
    ),
  },
]
