import { Link, Outlet } from '@tanstack/react-router'
import { useTexts } from '../text/language.tsx'
import './stock.css'
import { stockTexts } from './stock.texts.ts'

const pages = [
  { to: '/stock/receipts', name: 'receipts' },
  { to: '/stock/articles', name: 'articles' },
  { to: '/stock/warehouses', name: 'warehouses' },
] as const

/** The desk of whoever owns goods or keeps them: its pages, one question each. */
export function StockDesk() {
  const t = useTexts(stockTexts)
  return (
    <div className="page stock">
      <nav className="tabs" aria-label={t.pages}>
        {pages.map(({ to, name }) => (
          <Link key={to} to={to} activeProps={{ className: 'here' }} activeOptions={{ includeSearch: false }}>
            {t[name]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
