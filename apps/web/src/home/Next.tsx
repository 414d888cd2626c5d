import { Link } from '@tanstack/react-router'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import { homeTexts } from './home.texts.ts'

const steps = [
  { to: '/plans/new', name: 'newPlan', needs: 'customs.plan.write' },
  { to: '/stock/receipts/new', name: 'announce', needs: 'market.receipt.announce' },
  { to: '/stock', name: 'levels', needs: 'market.stock.read' },
  { to: '/ledger', name: 'accounts', needs: 'ledger.account.read' },
  { to: '/admin', name: 'admin', needs: 'kernel.account.read' },
  { to: '/admin/audit', name: 'audit', needs: 'kernel.audit.read' },
  { to: '/letter', name: 'letter', needs: undefined },
] as const

const most = 3

/** What somebody could do where nothing waits for them. */
export function Next() {
  const t = useTexts(homeTexts)
  const { who } = useWho()
  const may = steps.filter(({ needs }) => !needs || who?.permissions.some(each => each === needs))
  return (
    <p className="home-next">
      {may.slice(0, most).map(({ to, name }) => (
        <Link key={to} to={to} className="button">
          {t[name]}
        </Link>
      ))}
    </p>
  )
}
