import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { signInTexts } from './signin.texts.ts'

interface Props {
  enter: (login: string, password: string) => void
  isBusy: boolean
}

/** The accounts of a demonstration, each one click away; elsewhere the server has none and nothing is shown. */
export function Demonstration({ enter, isBusy }: Props) {
  const t = useTexts(signInTexts)
  const { language } = useLanguage()
  const { data } = useAsk('kernel.demonstration.accounts', {})
  if (!data) return null
  return (
    <section className="signin-demo" aria-label={t.demo}>
      <h2>{t.demo}</h2>
      <p className="second">{t.demoAbout}</p>
      <ul>
        {data.accounts.map(account => (
          <li key={account.login}>
            <button
              type="button"
              className="sheet"
              disabled={isBusy}
              title={t.as(account.name[language])}
              onClick={() => enter(account.login, account.password)}
              data-testid={`demo-${account.login}`}
            >
              <b>{account.name[language]}</b>
              <span className="second">{account.role[language]}</span>
              <span className="code quiet">{account.login}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
