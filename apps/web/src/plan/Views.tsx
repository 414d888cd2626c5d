import { getRouteApi, Link } from '@tanstack/react-router'
import type { Plan } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { planTexts } from './plan.texts.ts'
import { viewOf } from './view-of.ts'

const route = getRouteApi('/desk/plans/$id')

/** The three ways to look at a plan: by order, by container, what is to be mended. */
export function Views({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const { tab } = route.useSearch()
  const shown = viewOf(plan, tab)
  // One order may have several faults, and a book that could not be read has a fault about no order at all.
  const faults = useAsk('customs.plan.refused', { id: plan.id, limit: 1 })
  const views = [
    { key: undefined, name: t.tabOrders, count: plan.planned },
    { key: 'containers' as const, name: t.tabContainers, count: plan.shipments.length },
    { key: 'fix' as const, name: t.tabFix, count: faults.data?.total ?? plan.refused },
  ]
  return (
    <nav className="tabs" aria-label={t.views}>
      {views.map(view => (
        <Link
          key={view.name}
          to="/plans/$id"
          params={{ id: plan.id }}
          search={{ tab: view.key }}
          aria-current={shown === (view.key ?? 'orders') ? 'page' : undefined}
          className={shown === (view.key ?? 'orders') ? 'here' : undefined}
          activeProps={{}}
          data-testid={`view-${view.key ?? 'orders'}`}
        >
          {view.name}
          <span className={view.key === 'fix' && view.count > 0 ? 'figures count bad' : 'figures count'}>
            {view.count}
          </span>
        </Link>
      ))}
    </nav>
  )
}
