import { Link } from '@tanstack/react-router'
import type { AccountRef } from '../remote/ledger.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { ledgerTexts } from './ledger.texts.ts'
import { accountName } from './words.ts'

/**
 * An account that another record names. Its name and record are told only to those who may see it: they open it, to
 * others it is an account of others.
 */
export function AccountLink({ account }: { account: AccountRef }) {
  const t = useTexts(ledgerTexts)
  const { language } = useLanguage()
  const isSeen = account.label !== undefined || account.record !== undefined
  if (!isSeen) {
    return (
      <span className="second" title={account.id}>
        {t.elsewhere} <span className="code">{accountName(account, language)}</span>
      </span>
    )
  }
  return (
    <Link to="/ledger/accounts/$id" params={{ id: account.id }} title={account.id}>
      {accountName(account, language)}
    </Link>
  )
}
