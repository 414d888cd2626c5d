import { DeskFrame } from '../look/DeskFrame.tsx'
import { useTexts } from '../text/language.tsx'
import './ledger.css'
import { ledgerTexts } from './ledger.texts.ts'

const pages = [
  { to: '/ledger/accounts', name: 'accounts' },
  { to: '/ledger/holds', name: 'holds' },
  { to: '/ledger/periods', name: 'periods', needs: 'ledger.period.read' },
] as const

/** The desk of accounts: who holds what, what is held back, what is closed. */
export function LedgerDesk() {
  const t = useTexts(ledgerTexts)
  return <DeskFrame className="ledger" label={t.pages} pages={pages} names={t} />
}
