import { Link } from '@tanstack/react-router'
import { OwnKeys } from '../admin/key/OwnKeys.tsx'
import { useTitle } from '../part/title.ts'
import { useWho } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import './account.css'
import { accountTexts } from './account.texts.ts'
import { PasskeysPart } from './PasskeysPart.tsx'
import { PasswordPart } from './PasswordPart.tsx'
import { Required } from './Required.tsx'
import { SecondFactorPart } from './SecondFactorPart.tsx'
import { SessionsPart } from './SessionsPart.tsx'

/** What a person does about their own account: password, second factor, sessions. */
export function AccountPage() {
  const t = useTexts(accountTexts)
  const { language } = useLanguage()
  const { who } = useWho()
  useTitle(t.title)
  return (
    <div className="page account-page">
      <header className="page-head">
        <h1>{t.title}</h1>
        {who ? (
          <p className="second">
            {who.account.name[language]} <span className="code">{who.account.login}</span>
          </p>
        ) : null}
      </header>
      {who ? (
        <>
          <PasswordPart login={who.account.login} />
          {who.secondFactor ? <Required of={who.secondFactor} /> : null}
          <PasskeysPart />
          <SecondFactorPart />
          <SessionsPart />
          <OwnKeys />
        </>
      ) : who === null ? (
        <p className="remark">
          <Link className="button" to="/sign-in" search={{ to: '/account' }}>
            {t.signIn}
          </Link>
        </p>
      ) : null}
    </div>
  )
}
