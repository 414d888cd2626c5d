import { Link } from '@tanstack/react-router'
import { Progress } from '../part/Progress.tsx'
import { readShare } from '../plans/states.ts'
import type { Plan } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { planTexts } from './plan.texts.ts'

/** A plan that is not done: how far the reading is, or why it failed. */
export function Running({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const { language } = useLanguage()
  if (plan.state === 'failed') {
    return (
      <div className="refusal" role="alert">
        <p className="title">{t.failed}</p>
        {plan.failure ? (
          <p>
            {plan.failure.text[language]} <span className="code quiet">{plan.failure.place}</span>
          </p>
        ) : null}
        <Link to="/plans/new">{t.again}</Link>
      </div>
    )
  }
  const says = plan.state === 'waiting' ? t.waiting : t.reading(plan.read)
  return (
    <div className="sheet plan-running" role="status" data-testid="plan-running">
      <p className="figures">{says}</p>
      <Progress share={readShare(plan)} label={says} />
      <p className="quiet">{t.readingAbout}</p>
    </div>
  )
}
