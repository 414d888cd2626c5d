import type { Remark } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { planTexts } from './plan.texts.ts'

/** What to know before reading on, such as a tariff edition that is older than the plan's date. */
export function Warnings({ warnings }: { warnings: readonly Remark[] }) {
  const t = useTexts(planTexts)
  const { language } = useLanguage()
  if (warnings.length === 0) return null
  return (
    <section className="remark plan-warnings" aria-label={t.warnings} data-testid="plan-warnings">
      <ul>
        {warnings.map(({ code, text, place }) => (
          <li key={`${code} ${place ?? ''} ${text.en}`} title={code}>
            {text[language]}
            {place ? <span className="code quiet"> {place}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
