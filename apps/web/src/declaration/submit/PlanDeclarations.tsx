import { Link } from '@tanstack/react-router'
import { StateMark } from '../../part/StateMark.tsx'
import type { Plan } from '../../remote/contracts.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import '../declaration.css'
import { brisk, calm } from '../live.ts'
import { isUnderWay, markOf, stateTexts, stateWord } from '../words.ts'
import { submitTexts } from './submit.texts.ts'

/**
 * How the declarations of a plan stand, as they move; nothing where there are none.
 * @param isAwaited somebody is about to make them
 */
export function PlanDeclarations({ plan, isAwaited }: { plan: Plan; isAwaited: boolean }) {
  const t = useTexts(submitTexts)
  const states = useTexts(stateTexts)
  const mayRead = useMay('customs.declaration.read')
  const status = useAsk(
    'customs.declaration.status',
    { plan: plan.number },
    {
      enabled: mayRead,
      every: answer => (isAwaited || answer?.states.some(({ state }) => isUnderWay(state)) ? brisk : calm()),
    },
  )
  if (!status.data || status.data.states.length === 0) return null
  const { late, states: counts } = status.data
  return (
    <section className="sheet plan-declarations" aria-label={t.declarations} data-testid="plan-declarations">
      <h2>{t.declarations}</h2>
      <ul>
        {counts.map(({ state, declarations }) => (
          <li key={state} data-state={state}>
            <StateMark state={markOf(state)}>
              {stateWord(states, state)} <b className="figures">{declarations}</b>
            </StateMark>
          </li>
        ))}
        {late > 0 ? (
          <li>
            <StateMark state="waits">
              {t.late} <b className="figures">{late}</b>
            </StateMark>
          </li>
        ) : null}
      </ul>
      <Link to="/declarations/all" search={{ plan: plan.number }} data-testid="to-declarations">
        {t.see}
      </Link>
    </section>
  )
}
