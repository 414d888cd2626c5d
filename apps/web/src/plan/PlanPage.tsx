import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { PlanDeclarations } from '../declaration/submit/PlanDeclarations.tsx'
import { Asked } from '../part/Asked.tsx'
import { Bones } from '../part/Bones.tsx'
import { useTitle } from '../part/title.ts'
import { isUnderWay } from '../plans/states.ts'
import type { Plan } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { Orders } from './Orders.tsx'
import './plan.css'
import { PlanHead } from './PlanHead.tsx'
import { planTexts } from './plan.texts.ts'
import { Running } from './Running.tsx'
import { Views } from './Views.tsx'
import { viewOf } from './view-of.ts'
import { Warnings } from './Warnings.tsx'

const Containers = lazy(() => import('./Containers.tsx').then(m => ({ default: m.Containers })))
const ToFix = lazy(() => import('./ToFix.tsx').then(m => ({ default: m.ToFix })))

const SubmitPanel = lazy(() =>
  import('../declaration/submit/SubmitPanel.tsx').then(m => ({ default: m.SubmitPanel })),
)

const route = getRouteApi('/desk/plans/$id')
const soon = 1000

/** One plan: how the book came out, its orders with their reasoning, its containers, its faults. */
export function PlanPage() {
  const t = useTexts(planTexts)
  const { id } = route.useParams()
  const plan = useAsk(
    'customs.plan.get',
    { id },
    { every: answer => (answer && isUnderWay(answer) ? soon : false) },
  )
  return (
    <div className="page plan-page">
      {plan.data ? null : <h1 className="unseen">{t.page}</h1>}
      <Asked of={plan}>{answer => <Whole plan={answer} />}</Asked>
    </div>
  )
}

function Whole({ plan }: { plan: Plan }) {
  const search = route.useSearch()
  const { tab, order, panel } = search
  const navigate = route.useNavigate()
  const view = viewOf(plan, tab)
  useTitle([order, plan.name].filter(Boolean).join(' · '))
  return (
    <>
      <PlanHead plan={plan} />
      <Warnings warnings={plan.warnings} />
      {plan.state === 'done' ? (
        <>
          <PlanDeclarations plan={plan} isAwaited={panel === 'submit'} />
          {panel === 'submit' ? (
            <Suspense fallback={<Bones />}>
              <SubmitPanel
                plan={plan}
                close={() => navigate({ search: { ...search, panel: undefined }, resetScroll: false })}
              />
            </Suspense>
          ) : null}
          <Views plan={plan} />
          <Suspense fallback={<Bones />}>
            {view === 'containers' ? (
              <Containers plan={plan} />
            ) : view === 'fix' ? (
              <ToFix plan={plan} />
            ) : (
              <Orders plan={plan} />
            )}
          </Suspense>
        </>
      ) : (
        <Running plan={plan} />
      )}
    </>
  )
}
