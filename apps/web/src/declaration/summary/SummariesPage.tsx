import { getRouteApi, Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { useMay } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { DeclarationState } from '../DeclarationState.tsx'
import type { SummariesSearch } from '../search.ts'
import { Month } from './Month.tsx'
import { summaryTexts } from './summary.texts.ts'

const route = getRouteApi('/declarations/summaries')
const limit = 100
type Summary = Queries['customs.summary.list']['answer']['summaries'][number]

/** What was summed up month by month, and how many declarations the customs have made of it. */
export function SummariesPage() {
  const t = useTexts(summaryTexts)
  useTitle(t.title)
  const { month } = route.useSearch()
  const change = useFilters<SummariesSearch>()
  const mayMake = useMay('customs.declaration.write')
  const summaries = usePages(
    'customs.summary.list',
    { month, limit },
    { rows: answer => answer.summaries, next: answer => answer.next },
  )
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={
          summaries.rows?.length ? <Export name={t.title} columns={columns} rows={summaries.all} /> : null
        }
        action={
          mayMake ? (
            <Link
              className="button main"
              to="/declarations/summaries/new"
              search={{ month }}
              data-testid="summary-prepare"
            >
              {t.prepare}
            </Link>
          ) : null
        }
      >
        <Filters clear={month ? () => change({ month: undefined }) : undefined}>
          <Month value={month} change={next => change({ month: next })} />
        </Filters>
      </PageHead>
      <Listed of={summaries} empty={t.nothing}>
        {rows => (
          <Table label={t.title} columns={columns} rows={rows} keyOf={each => each.id} testId="summaries" />
        )}
      </Listed>
    </>
  )
}

function useColumns(): Column<Summary>[] {
  const t = useTexts(summaryTexts)
  return [
    {
      key: 'number',
      head: t.number,
      text: each => each.number,
      cell: each => (
        <Link to="/declarations/summaries/$id" params={{ id: each.id }} className="figures" data-row>
          {each.number}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: each => each.state,
      cell: each => <DeclarationState of={each} />,
      narrow: 'mark',
    },
    { key: 'month', head: t.month, kind: 'figures', text: each => each.month },
    { key: 'consignor', head: t.consignor, text: each => each.consignor.name },
    { key: 'office', head: t.office, kind: 'figures', text: each => each.office, narrow: 'off' },
    { key: 'lists', head: t.lists, kind: 'number', text: each => String(each.lists), narrow: 'left' },
    { key: 'lines', head: t.lines, kind: 'number', text: each => String(each.lines), narrow: 'right' },
    {
      key: 'made',
      head: t.made,
      kind: 'number',
      text: each => String(each.made),
      cell: each => t.ofDeclarations(each.made, each.declarations),
    },
    {
      key: 'madeAt',
      head: t.madeAt,
      kind: 'figures',
      className: 'nowrap second',
      text: each => dayAndTime(each.madeAt),
      narrow: 'off',
    },
  ]
}
