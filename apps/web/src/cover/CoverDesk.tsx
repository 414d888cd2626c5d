import { Link, Outlet } from '@tanstack/react-router'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import './cover.css'
import { coverTexts } from './cover.texts.ts'

const pages = [
  { to: '/covers/guarantees', name: 'guarantees', needs: 'customs.guarantee.read' },
  { to: '/covers/taxes', name: 'taxes', needs: 'customs.tax.read' },
  { to: '/covers/books', name: 'books', needs: 'customs.book.read' },
] as const

/** The desk of what stands good for taxes: guarantees, the bills they answer for, bonded books. */
export function CoverDesk() {
  const t = useTexts(coverTexts)
  const { who } = useWho()
  const shown = pages.filter(({ needs }) => who?.permissions.includes(needs) ?? true)
  return (
    <div className="page covers">
      <nav className="tabs" aria-label={t.pages}>
        {shown.map(({ to, name }) => (
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
