import { Link, Outlet } from '@tanstack/react-router'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import './admin.css'
import { adminTexts } from './admin.texts.ts'
import { pagesFor } from './pages.ts'

/** The desk of whoever runs the installation: who is here, what each may do, how the house stands. */
export function AdminDesk() {
  const t = useTexts(adminTexts)
  const { who } = useWho()
  return (
    <div className="page admin">
      <nav className="tabs" aria-label={t.pages}>
        {pagesFor(who?.permissions ?? []).map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            activeProps={{ className: 'here' }}
            activeOptions={{ includeSearch: false }}
            data-testid={`tab-${name}`}
          >
            {t[name]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
