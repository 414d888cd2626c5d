import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../../list/Choice.tsx'
import { Day } from '../../list/Day.tsx'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { Asked } from '../../part/Asked.tsx'
import { grouped } from '../../part/amount.ts'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { tableName, tablePath } from '../table-names.ts'
import '../tables.css'
import { tablesTexts } from '../tables.texts.ts'
import { Batches } from './Batches.tsx'
import { cellColumns, shownColumns, type TableInfo } from './cell-columns.tsx'
import { rowsTexts } from './rows.texts.ts'

const route = getRouteApi('/tables/$table')
const limit = 200

/** One table: its rows on a day, as believed now or after an earlier batch. */
export function RowsPage() {
  const { table } = route.useParams()
  const info = useAsk('customs.table.get', { table })
  return (
    <div className="page">
      <Asked of={info}>{answer => <Rows info={answer} />}</Asked>
    </div>
  )
}

function Rows({ info }: { info: TableInfo }) {
  const t = { ...useTexts(tablesTexts), ...useTexts(rowsTexts) }
  const { language } = useLanguage()
  const { table } = info
  const name = tableName(table, language)
  useTitle(name)
  const search = route.useSearch()
  const change = useFilters<typeof search>()
  const words = useDeferredValue(search.q)
  const mayEdit = useMay('customs.table.edit')
  const { date, known, order } = search
  const pages = usePages(
    'customs.table.rows',
    { table, date, known, order, search: words, limit },
    { rows: answer => answer.rows, next: answer => answer.next, total: answer => answer.total, isCalm: true },
  )
  const columns = cellColumns(table, shownColumns(info.columns, pages.rows ?? []), language, t.days)
  const isNamed = info.columns.some(column => column.name === 'zh' || column.name === 'name')
  const total = pages.head?.total
  return (
    <>
      <Link to="/tables" data-back className="record-up">
        ← {t.all}
      </Link>
      <PageHead
        title={name}
        lead={t.lead}
        action={
          mayEdit ? (
            <Link
              className="button"
              to="/tables/$table/new"
              params={{ table: tablePath(table) }}
              data-testid="entry-new"
            >
              {t.add}
            </Link>
          ) : null
        }
        tools={
          <span className="table-tools">
            <Link
              to="/tables/$table/compare"
              params={{ table: tablePath(table) }}
              data-testid="table-compare"
            >
              {t.compare}
            </Link>
            {pages.rows?.length ? <Export name={name} columns={columns} rows={pages.all} /> : null}
          </span>
        }
      >
        <Filters
          shown={total === undefined ? undefined : t.count(grouped(String(total)), pages.head?.date ?? '')}
          testId="rows-total"
        >
          <Day label={t.date} value={date} change={day => change({ date: day })} testId="rows-date" />
          <Search label={t.find} hint={t.findHint} value={search.q} change={q => change({ q })} />
          {isNamed ? (
            <Choice
              label={t.order}
              every={t.byKey}
              value={order}
              options={[{ value: 'name', name: t.byName }]}
              change={value => change({ order: value })}
              testId="rows-order"
            />
          ) : null}
          {info.batches.length > 1 ? (
            <Choice
              label={t.known}
              every={t.now}
              value={known}
              options={info.batches.map(batch => ({
                value: batch.batch,
                name: t.after(batch.entry ?? batch.edition, dayAndTime(batch.importedAt)),
              }))}
              change={value => change({ known: value })}
              className="rows-known"
              testId="rows-known"
            />
          ) : null}
        </Filters>
      </PageHead>
      <Listed of={pages} empty={search.q ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={name}
            columns={columns}
            rows={rows}
            keyOf={row => `${row.key} ${row.from}`}
            testId="rows"
          />
        )}
      </Listed>
      <Batches info={info} />
    </>
  )
}
