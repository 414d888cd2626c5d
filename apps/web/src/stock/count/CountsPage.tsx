import { getRouteApi, Link } from '@tanstack/react-router'
import { Choice } from '../../list/Choice.tsx'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { CountHead } from '../../remote/market.ts'
import { useMay } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { countsTexts } from './counts.texts.ts'
import { countState, countStates } from './states.ts'

const route = getRouteApi('/stock/counts')
const limit = 50

/** What is being counted, and what was. */
export function CountsPage() {
  const t = { ...useTexts(stockTexts), ...useTexts(countsTexts) }
  useTitle(t.title)
  const { state } = route.useSearch()
  const change = useFilters<{ state?: typeof state }>()
  const mayCount = useMay('market.count.write')
  const counts = usePages(
    'market.count.list',
    { state, limit },
    { rows: answer => answer.counts, next: answer => answer.next },
  )
  const columns = useCountColumns()
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={counts.rows?.length ? <Export name={t.title} columns={columns} rows={counts.all} /> : null}
        action={
          mayCount ? (
            <Link className="button main" to="/stock/counts/new" data-testid="start-count">
              {t.start}
            </Link>
          ) : null
        }
      >
        <Filters>
          <Choice
            label={t.state}
            every={t.everyState}
            value={state}
            options={countStates.map(value => ({ value, name: t[value] }))}
            change={value => change({ state: value })}
            testId="filter-state"
          />
        </Filters>
      </PageHead>
      <Listed of={counts} empty={state ? t.notFound : t.nothing}>
        {rows => (
          <Table label={t.title} columns={columns} rows={rows} keyOf={count => count.id} testId="counts" />
        )}
      </Listed>
    </>
  )
}

function useCountColumns(): Column<CountHead>[] {
  const t = { ...useTexts(stockTexts), ...useTexts(countsTexts) }
  const names = useStockNames()
  return [
    {
      key: 'number',
      head: t.number,
      className: 'nowrap figures',
      text: count => count.number,
      cell: count => (
        <Link to="/stock/counts/$id" params={{ id: count.id }} data-row>
          {count.number}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: count => t[count.state],
      cell: count => <StateMark state={countState[count.state]}>{t[count.state]}</StateMark>,
      narrow: 'mark',
    },
    { key: 'warehouse', head: t.warehouse, text: count => names.warehouse(count.warehouse) },
    { key: 'owner', head: t.owner, text: count => names.party(count.owner), narrow: 'left' },
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'nowrap second',
      text: count => dayAndTime(count.at),
      narrow: 'right',
    },
    {
      key: 'ended',
      head: t.endedAt,
      kind: 'figures',
      className: 'nowrap second',
      text: count => (count.endedAt ? dayAndTime(count.endedAt) : ''),
      narrow: 'off',
    },
  ]
}
