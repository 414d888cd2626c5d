import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Bones } from '../part/Bones.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTitle } from '../part/title.ts'
import { ask } from '../remote/call.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { PlanRows } from './PlanRows.tsx'
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
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const search = useDeferredValue(q)
  const list = useInfiniteQuery({
    queryKey: ['customs.plan.list', { search, limit }, language, 'pages'],
    queryFn: ({ pageParam, signal }) => ask('customs.plan.list', { search, limit, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
    refetchInterval: query =>
      query.state.data?.pages.some(page => page.plans.some(isUnderWay)) ? soon : false,
  })
  const plans = list.data?.pages.flatMap(page => page.plans)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <input
          className="field"
          type="search"
          data-search
          aria-label={t.find}
          placeholder={t.findHint}
          value={q ?? ''}
          onChange={event => navigate({ search: { q: event.target.value || undefined }, replace: true })}
        />
        <Link className="button main" to="/plans/new" data-testid="new-plan">
          {t.create}
        </Link>
        <p className="lead">{t.lead}</p>
      </header>
      {list.error ? (
        <Refusal error={list.error} again={() => list.refetch()} />
      ) : plans === undefined ? (
        <div className="sheet">
          <Bones />
        </div>
      ) : plans.length === 0 ? (
        <div className="sheet empty">
          <p>{q ? t.notFound : t.nothing}</p>
          {q ? null : (
            <Link className="button" to="/plans/new">
              {t.first}
            </Link>
          )}
        </div>
      ) : (
        <PlanRows plans={plans} />
      )}
      {list.hasNextPage ? (
        <p style={{ textAlign: 'center', marginTop: 12 }}>
          <button type="button" className="button" onClick={() => list.fetchNextPage()}>
            {t.more}
          </button>
        </p>
      ) : null}
    </div>
  )
}
