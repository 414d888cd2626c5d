import { getRouteApi, Link } from '@tanstack/react-router'
import { Choice } from '../../list/Choice.tsx'
import { Day } from '../../list/Day.tsx'
import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { Asked } from '../../part/Asked.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import { dayOf } from '../../part/today.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { TableInfo } from '../rows/cell-columns.tsx'
import { tableName, tablePath } from '../table-names.ts'
import '../tables.css'
import { changeColumns } from './Changed.tsx'
import { compareTexts } from './compare.texts.ts'

const route = getRouteApi('/tables/$table/compare')
const limit = 200
const kinds = ['added', 'changed', 'ended'] as const

/** What a table says on two days, or after two batches: what was added, changed and ended between them. */
export function ComparePage() {
  const { table } = route.useParams()
  const info = useAsk('customs.table.get', { table })
  return (
    <div className="page">
      <Asked of={info}>{answer => <Compared info={answer} />}</Asked>
    </div>
  )
}

/** Without a choice: the last editions' first days, or the year's beginning and today. */
function daysOf({ batches }: TableInfo): { date: string; toDate: string } {
  const days = [...new Set(batches.filter(each => each.entry === undefined).map(each => each.from))].sort()
  const today = dayOf(Date.now())
  const [date, toDate] = [days.at(-2), days.at(-1)]
  if (date && toDate && date > '1900-01-01') return { date, toDate }
  return { date: `${today.slice(0, 4)}-01-01`, toDate: today }
}

function Compared({ info }: { info: TableInfo }) {
  const t = useTexts(compareTexts)
  const { language } = useLanguage()
  const name = tableName(info.table, language)
  useTitle(`${t.title} · ${name}`)
  const search = route.useSearch()
  const change = useFilters<typeof search>()
  const first = daysOf(info)
  const { kind, known, toKnown, date = first.date, toDate = first.toDate } = search
  const { table } = info
  const pages = usePages(
    'customs.table.compare',
    { table, date, known, toDate, toKnown, kind, limit },
    { rows: answer => answer.changes, next: answer => answer.next, isCalm: true },
  )
  const counts = pages.head?.counts
  const batches = info.batches.map(batch => ({
    value: batch.batch,
    name: t.after(batch.entry ?? batch.edition, dayAndTime(batch.importedAt)),
  }))
  const columns = changeColumns(info.columns, t, language, key => (
    <Link to="/tables/$table/$key" params={{ table: tablePath(table), key }} data-row>
      {key}
    </Link>
  ))
  return (
    <>
      <Link to="/tables/$table" params={{ table: tablePath(table) }} data-back className="record-up">
        ← {name}
      </Link>
      <PageHead
        title={`${t.title} · ${name}`}
        lead={t.lead}
        tools={
          pages.rows?.length ? (
            <Export name={`${name} ${date} ${toDate}`} columns={columns} rows={pages.all} />
          ) : null
        }
      />
      <search className="compare-sides">
        <fieldset>
          <legend>{t.one}</legend>
          <Day label={t.one} value={date} change={day => change({ date: day })} testId="compare-from" />
          <Choice
            label={`${t.one} ${t.known}`}
            every={t.now}
            value={known}
            options={batches}
            change={value => change({ known: value })}
          />
        </fieldset>
        <fieldset>
          <legend>{t.other}</legend>
          <Day label={t.other} value={toDate} change={day => change({ toDate: day })} testId="compare-to" />
          <Choice
            label={`${t.other} ${t.known}`}
            every={t.now}
            value={toKnown}
            options={batches}
            change={value => change({ toKnown: value })}
          />
        </fieldset>
      </search>
      {counts ? (
        <nav className="tabs" aria-label={t.kind} data-testid="compare-counts">
          <Link to="." search={{ ...search, kind: undefined }} className={kind ? '' : 'here'} replace>
            {t.all} <span className="count figures">{counts.added + counts.changed + counts.ended}</span>
          </Link>
          {kinds.map(each => (
            <Link
              key={each}
              to="."
              search={{ ...search, kind: each }}
              className={kind === each ? 'here' : ''}
              data-testid={`compare-${each}`}
              replace
            >
              {t[each]} <span className="count figures">{counts[each]}</span>
            </Link>
          ))}
        </nav>
      ) : null}
      <Listed of={pages} empty={t.nothing}>
        {rows => (
          <Table label={t.title} columns={columns} rows={rows} keyOf={each => each.key} testId="changes" />
        )}
      </Listed>
    </>
  )
}
