import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Export } from '../list/Export.tsx'
import { Filters } from '../list/Filters.tsx'
import { Listed } from '../list/Listed.tsx'
import { PageHead } from '../list/PageHead.tsx'
import { Search } from '../list/Search.tsx'
import { Table } from '../list/Table.tsx'
import { useFilters } from '../list/use-filters.ts'
import { usePages } from '../list/use-pages.ts'
import { useSorting } from '../list/use-sorting.ts'
import { useTitle } from '../part/title.ts'
import type { PlansSearch } from '../search.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { planColumns } from './columns.tsx'
import './plans.css'
import { plansTexts } from './plans.texts.ts'
import { isUnderWay } from './states.ts'

const route = getRouteApi('/desk/plans')
const limit = 50
const soon = 1500

/** What was planned before, and what is being read now. */
export function PlansPage() {
  const t = useTexts(plansTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const { q, sort } = route.useSearch()
  const change = useFilters<PlansSearch>()
  const sorting = useSorting(sort)
  const search = useDeferredValue(q)
  const plans = usePages(
    'customs.plan.list',
    { search, sort, limit },
    {
      rows: answer => answer.plans,
      next: answer => answer.next,
      isCalm: true,
      every: rows => (rows.some(isUnderWay) ? soon : false),
    },
  )
  const columns = planColumns(t, language)
  return (
    <div className="page">
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={plans.rows?.length ? <Export name={t.title} columns={columns} rows={plans.all} /> : null}
        action={
          <Link className="button main" to="/plans/new" data-testid="new-plan">
            {t.create}
          </Link>
        }
      >
        <Filters>
          <Search label={t.find} hint={t.findHint} value={q} change={words => change({ q: words })} />
        </Filters>
      </PageHead>
      <Listed of={plans} empty={<Empty isNarrowed={q !== undefined} />}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={plan => plan.id}
            {...sorting}
            testId="plans"
          />
        )}
      </Listed>
    </div>
  )
}

function Empty({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useTexts(plansTexts)
  if (isNarrowed) return <p>{t.notFound}</p>
  return (
    <>
      <p>{t.nothing}</p>
      <Link className="button" to="/plans/new">
        {t.first}
      </Link>
    </>
  )
}
