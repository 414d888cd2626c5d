import { getRouteApi, Link } from '@tanstack/react-router'
import { Asked } from '../part/Asked.tsx'
import { useTitle } from '../part/title.ts'
import type { AccountDetail } from '../remote/ledger.ts'
import { useMay } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { AccountHead } from './AccountHead.tsx'
import { accountTexts } from './account.texts.ts'
import { AccountHolds } from './hold/AccountHolds.tsx'
import { ledgerTexts } from './ledger.texts.ts'
import { PeriodTable } from './period/PeriodTable.tsx'
import { StatementView } from './statement/StatementView.tsx'
import { accountName } from './words.ts'

const route = getRouteApi('/ledger/accounts/$id')

/** One account: how it stands and why, what changed it, what is held of it, what of it is closed. */
export function AccountPage() {
  const { id } = route.useParams()
  const account = useAsk('ledger.account.read', { account: id })
  return <Asked of={account}>{answer => <Whole account={answer} />}</Asked>
}

function Whole({ account }: { account: AccountDetail }) {
  const { language } = useLanguage()
  const { tab } = route.useSearch()
  useTitle(accountName(account, language))
  return (
    <>
      <AccountHead account={account} />
      <Tabs id={account.id} shown={tab} />
      {tab === 'holds' ? (
        <AccountHolds account={account} />
      ) : tab === 'periods' ? (
        <PeriodTable unit={String(account.unit.number)} party={account.party} account={account.id} />
      ) : (
        <StatementView account={account} />
      )}
    </>
  )
}

function Tabs({ id, shown }: { id: string; shown: 'holds' | 'periods' | undefined }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(accountTexts) }
  const maySeePeriods = useMay('ledger.period.read')
  const tabs = [
    { key: undefined, name: t.statement },
    { key: 'holds' as const, name: t.holds },
    ...(maySeePeriods ? [{ key: 'periods' as const, name: t.periods }] : []),
  ]
  return (
    <nav className="tabs account-tabs" aria-label={t.views}>
      {tabs.map(({ key, name }) => (
        <Link
          key={name}
          to="/ledger/accounts/$id"
          params={{ id }}
          search={{ tab: key }}
          activeProps={{}}
          className={shown === key ? 'here' : undefined}
          aria-current={shown === key ? 'page' : undefined}
          data-testid={`tab-${key ?? 'statement'}`}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
