import { Link } from '@tanstack/react-router'
import { useCommand } from '../form/use-command.ts'
import { Progress } from '../part/Progress.tsx'
import { readShare } from '../plans/states.ts'
import type { Plan } from '../remote/contracts.ts'
import { useMay } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { planTexts } from './plan.texts.ts'

/** A plan that is not done: how far the reading is, or why it failed. */
export function Running({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const { language } = useLanguage()
  const mayStop = useMay('customs.plan.write')
  const cancel = useCommand('customs.plan.cancel', ['customs.plan.'])
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
  if (plan.state === 'cancelled') {
    return (
      <div className="sheet empty" data-testid="plan-cancelled">
        <p>{t.cancelled}</p>
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
      {mayStop ? (
        <button
          type="button"
          className="button"
          disabled={cancel.isRunning}
          onClick={() => cancel.run({ id: plan.id })}
          data-testid="plan-cancel"
        >
          {t.stop}
        </button>
      ) : null}
    </div>
  )
}
