import { Link } from '@tanstack/react-router'
import type { Column } from '../list/column.ts'
import { Amount } from '../part/Amount.tsx'
import { StateMark } from '../part/StateMark.tsx'
import type { Account } from '../remote/ledger.ts'
import type { Language, Texts } from '../text/catalogue.ts'
import type { ledgerTexts } from './ledger.texts.ts'
import { accountName, limitName, sideName, unitName } from './words.ts'

type T = Texts<typeof ledgerTexts>

export function accountColumns(t: T, language: Language): Column<Account>[] {
  return [
    {
      key: 'account',
      head: t.account,
      text: account => accountName(account, language),
      cell: account => (
        <>
          <Link to="/ledger/accounts/$id" params={{ id: account.id }} data-row>
            {accountName(account, language)}
          </Link>
          {account.isClosed ? <StateMark state="idle"> {t.closed}</StateMark> : null}
        </>
      ),
      narrow: 'title',
    },
    { key: 'unit', sortBy: 'unit', head: t.unit, text: account => unitName(account.unit, language) },
    {
      key: 'party',
      head: t.party,
      text: account => account.partyName?.[language] ?? account.party,
      cell: account => account.partyName?.[language] ?? <span className="code">{account.party}</span>,
    },
    { ...amount('balance', t.balance, account => account.standing.balance), narrow: 'left' },
    {
      key: 'side',
      head: t.side,
      text: account => sideName(account.standing, language),
      className: 'second',
      narrow: 'off',
    },
    { ...amount('held', t.held, account => account.standing.held), narrow: 'off' },
    {
      ...amount('available', t.available, account => account.standing.available ?? ''),
      cell: ({ standing }) =>
        standing.available === undefined ? (
          <span className="quiet">{t.unlimited}</span>
        ) : (
          <b>
            <Amount value={standing.available} />
          </b>
        ),
      narrow: 'right',
    },
    { key: 'limit', head: t.limit, text: account => limitName(account.limit, language), narrow: 'mark' },
    {
      key: 'kind',
      sortBy: 'code',
      head: t.kind,
      kind: 'number',
      text: account => String(account.code),
      cell: account => <span className="quiet">{account.code}</span>,
      narrow: 'off',
    },
  ]
}

const amount = (key: string, head: string, text: (account: Account) => string): Column<Account> => ({
  key,
  head,
  kind: 'number',
  text,
  cell: account => <Amount value={text(account)} />,
})
