import { Link, Outlet } from '@tanstack/react-router'
import { useMay } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import './ledger.css'
import { ledgerTexts } from './ledger.texts.ts'

/** The desk of accounts: who holds what, what is held back, what is closed. */
export function LedgerDesk() {
  const t = useTexts(ledgerTexts)
  const maySeePeriods = useMay('ledger.period.read')
  return (
    <div className="page ledger">
      <nav className="tabs" aria-label={t.pages}>
        <Link
          to="/ledger/accounts"
          activeProps={{ className: 'here' }}
          activeOptions={{ includeSearch: false }}
        >
          {t.accounts}
        </Link>
        <Link to="/ledger/holds" activeProps={{ className: 'here' }} activeOptions={{ includeSearch: false }}>
          {t.holds}
        </Link>
        {maySeePeriods ? (
          <Link
            to="/ledger/periods"
            activeProps={{ className: 'here' }}
            activeOptions={{ includeSearch: false }}
          >
            {t.periods}
          </Link>
        ) : null}
      </nav>
      <Outlet />
    </div>
  )
}
