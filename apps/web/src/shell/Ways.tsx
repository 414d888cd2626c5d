import { Link } from '@tanstack/react-router'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import { shellTexts } from './shell.texts.ts'
import { waysFor } from './way-list.ts'

/** The way around: the desks of whoever sits here, and the pages for all. */
export function Ways() {
  const t = useTexts(shellTexts)
  const { who } = useWho()
  return (
    <nav aria-label={t.main} className="ways">
      {waysFor(who?.permissions).map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
          <Icon />
          <span>{t[name]}</span>
        </Link>
      ))}
    </nav>
  )
}
