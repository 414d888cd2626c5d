import { Link } from '@tanstack/react-router'
import { useTitle } from '../part/title.ts'
import { useAsk } from '../remote/use-query.ts'
import { CheckIcon, LetterIcon, RulesIcon, TablesIcon, TrackIcon } from '../shell/icons.tsx'
import { useTexts } from '../text/language.tsx'
import { entranceTexts } from './home.texts.ts'

const doors = [
  { to: '/check', name: 'check', about: 'checkAbout', icon: CheckIcon },
  { to: '/track', name: 'track', about: 'trackAbout', icon: TrackIcon },
  { to: '/letter', name: 'letter', about: 'letterAbout', icon: LetterIcon },
  { to: '/rules', name: 'rules', about: 'rulesAbout', icon: RulesIcon },
  { to: '/tables', name: 'tables', about: 'tablesAbout', icon: TablesIcon },
] as const

/** The entrance for whoever comes: what this is, and what can be done without signing in. */
export function Entrance() {
  const t = useTexts(entranceTexts)
  useTitle(t.title)
  const demonstration = useAsk('kernel.demonstration.accounts', {})
  return (
    <div className="page entrance" data-testid="entrance">
      <header>
        <h1>通衢 Tongqu</h1>
        <p>{t.lead}</p>
        <p className="second">{t.second}</p>
      </header>
      <ul className="doors">
        {doors.map(({ to, name, about, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className="sheet door">
              <Icon />
              <b>{t[name]}</b>
              <span className="second">{t[about]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="entrance-in">
        <Link to="/sign-in" className="button main" data-testid="entrance-sign-in">
          {t.signIn}
        </Link>
        {demonstration.data ? <p className="second">{t.demo}</p> : null}
      </div>
    </div>
  )
}
