import { getRouteApi } from '@tanstack/react-router'
import { Choice } from '../../list/Choice.tsx'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import type { AccountDetail } from '../../remote/ledger.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { ledgerTexts } from '../ledger.texts.ts'
import type { AccountSearch } from '../search.ts'
import { accountName } from '../words.ts'
import { holdColumns } from './hold-columns.tsx'
import { holdsTexts } from './holds.texts.ts'

const route = getRouteApi('/ledger/accounts/$id')
const ended = ['posted', 'voided', 'expired'] as const
const limit = 100

/** What is held of an account, and what became of what was. */
export function AccountHolds({ account }: { account: AccountDetail }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(holdsTexts) }
  const { language } = useLanguage()
  const { status } = route.useSearch()
  const change = useFilters<AccountSearch>()
  const holds = usePages(
    'ledger.hold.list',
    { account: account.id, status: status ?? 'pending', limit },
    { rows: answer => answer.holds, next: answer => (answer.more ? answer.holds.at(-1)?.cursor : undefined) },
  )
  const columns = holdColumns(t, language)
  return (
    <>
      <Filters className="account-filters">
        <Choice
          label={t.status}
          every={t.pending}
          value={status}
          options={ended.map(value => ({ value, name: t[value] }))}
          change={value => change({ status: value })}
          testId="hold-status"
        />
        {holds.rows?.length ? (
          <Export name={`${accountName(account, language)} ${t.title}`} columns={columns} rows={holds.all} />
        ) : null}
      </Filters>
      <Listed of={holds} empty={t.nothing}>
        {rows => (
          <Table label={t.title} columns={columns} rows={rows} keyOf={hold => hold.id} testId="holds" />
        )}
      </Listed>
    </>
  )
}
