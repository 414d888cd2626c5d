import { Link } from '@tanstack/react-router'
import { Asked } from '../part/Asked.tsx'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { rulesTexts } from './rules.texts.ts'

/** Which of the reader's latest plans rest on a rule. */
export function Uses({ id }: { id: string }) {
  const t = useTexts(rulesTexts)
  const uses = useAsk('customs.rule.uses', { id })
  return (
    <section className="rule-uses" aria-label={t.uses}>
      <h2>{t.uses}</h2>
      <Asked of={uses} rows={2}>
        {({ plans, looked }) => (
          <>
            {plans.length === 0 ? <p className="quiet">{t.noUses}</p> : null}
            <ul>
              {plans.map(plan => (
                <li key={plan.id}>
                  <Link to="/plans/$id" params={{ id: plan.id }} search={{ order: plan.orderNo }}>
                    {plan.name}
                  </Link>{' '}
                  <span className="second figures">
                    {plan.number} · {plan.date} · {t.usedBy(plan.orders)}
                  </span>
                </li>
              ))}
            </ul>
            <p className="quiet">{t.usesAbout(looked)}</p>
          </>
        )}
      </Asked>
    </section>
  )
}
