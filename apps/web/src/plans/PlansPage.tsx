import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../list/Choice.tsx'
import { Day } from '../list/Day.tsx'
import { Export } from '../list/Export.tsx'
import { Filters } from '../list/Filters.tsx'
import { Listed } from '../list/Listed.tsx'
import { PageHead } from '../list/PageHead.tsx'
import { Search } from '../list/Search.tsx'
import { Table } from '../list/Table.tsx'
import { useFilters } from '../list/use-filters.ts'
import { usePages } from '../list/use-pages.ts'
import { useSorting } from '../list/use-sorting.ts'
import { modeLabel, modes } from '../part/modes.ts'
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
const everything: PlansSearch = { q: undefined, from: undefined, to: undefined, mode: undefined }

/** What was planned before, and what is being read now. */
export function PlansPage() {
  const t = useTexts(plansTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const { q, from, to, mode, sort } = route.useSearch()
  const change = useFilters<PlansSearch>()
  const sorting = useSorting(sort)
  const search = useDeferredValue(q)
  const plans = usePages(
    'customs.plan.list',
    { search, from, to, mode, sort, limit },
    {
      rows: answer => answer.plans,
      next: answer => answer.next,
      isCalm: true,
      every: rows => (rows.some(isUnderWay) ? soon : false),
    },
  )
  const columns = planColumns(t, language)
  const isNarrowed = [q, from, to, mode].some(each => each !== undefined)
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
        <Filters clear={isNarrowed ? () => change(everything) : undefined}>
          <Search label={t.find} hint={t.findHint} value={q} change={words => change({ q: words })} />
          <Choice
            label={t.ofMode}
            every={t.ofMode}
            value={mode}
            options={[...modes, 'none'].map(value => ({
              value,
              name: value === 'none' ? t.noMode : modeLabel(value, language),
            }))}
            change={mode => change({ mode })}
            testId="filter-mode"
          />
          <span className="quiet">{t.made}</span>
          <Day label={t.from} value={from} change={from => change({ from })} />
          <Day label={t.to} value={to} change={to => change({ to })} />
        </Filters>
      </PageHead>
      <Listed of={plans} empty={<Empty isNarrowed={isNarrowed} />}>
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
