import { Link } from '@tanstack/react-router'
import { submitTexts } from '../declaration/submit/submit.texts.ts'
import { Amount } from '../part/Amount.tsx'
import { modeLabel } from '../part/modes.ts'
import { downloadAddress } from '../remote/call.ts'
import type { Plan } from '../remote/contracts.ts'
import { useMay } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { planTexts } from './plan.texts.ts'

/** The plan in three lines: what it is, how it came out, what it costs. */
export function PlanHead({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const submit = useTexts(submitTexts)
  const { language } = useLanguage()
  const maySubmit = useMay('customs.declaration.write')
  const sums = [
    { name: t.taxes, value: plan.taxes },
    { name: t.refund, value: plan.refund },
    { name: t.netCost, value: plan.netCost },
  ]
  const rates = Object.entries(plan.fx).map(([currency, rate]) => `${currency} ${rate}`)
  return (
    <header className="plan-head" data-testid="plan-head">
      <div className="plan-title">
        <Link to="/plans" data-back={plan.id} title={t.all} className="plan-up">
          ← {t.all}
        </Link>
        <h1>{plan.name}</h1>
        <p className="second figures plan-meta">
          <span>{plan.number}</span>
          <Link to="/rules" search={{ date: plan.ruleset.asAt }} title={plan.ruleset.digest}>
            {t.law(plan.ruleset.asAt)}
          </Link>
          {rates.length > 0 ? (
            <span>
              {t.rates} {rates.join(', ')}
            </span>
          ) : null}
        </p>
      </div>
      {plan.state === 'done' ? (
        <>
          <dl className="sums">
            {sums.map(({ name, value }) => (
              <div key={name}>
                <dt>
                  {name} <span className="quiet">{t.cny}</span>
                </dt>
                <dd className="figures">
                  <Amount value={value} />
                </dd>
              </div>
            ))}
          </dl>
          {maySubmit && plan.planned > 0 ? (
            <Link
              to="/plans/$id"
              params={{ id: plan.id }}
              search={{ panel: 'submit' }}
              className="button main"
              data-testid="submit-open"
            >
              {submit.open}
            </Link>
          ) : null}
          <a
            className="button"
            href={downloadAddress('customs.plan.result', { id: plan.id, lang: language })}
            download
            data-testid="plan-download"
          >
            {t.download}
          </a>
          <ul className="plan-chosen" aria-label={t.chosen}>
            {plan.chosen.map(({ mode, orders }) => (
              <li key={mode}>
                <Link
                  to="/plans/$id"
                  params={{ id: plan.id }}
                  search={{ mode }}
                  title={t.filterBy(mode === 'none' ? t.noMode : modeLabel(mode, language))}
                >
                  <b className="figures">{orders}</b> ×{' '}
                  {mode === 'none' ? t.noMode : modeLabel(mode, language)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </header>
  )
}
