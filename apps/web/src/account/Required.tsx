import type { SignedIn } from '../remote/answers.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'

/** That a role requires a second factor, why, by what standard, and how it stands. */
export function Required({ of }: { of: NonNullable<SignedIn['secondFactor']> }) {
  const t = useTexts(accountTexts)
  const { language } = useLanguage()
  const { state, role, reason, source } = of
  return (
    <div className="remark account-required" data-testid="factor-required" data-state={state}>
      <p>
        <b>{t.required(role[language])}</b> {t[`required_${state}`]}
      </p>
      <p className="second">
        {t.because} {reason[language]}
        {source ? <span className="code"> {source}</span> : null}
      </p>
    </div>
  )
}
