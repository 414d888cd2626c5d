import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Export } from '../list/Export.tsx'
import { Filters } from '../list/Filters.tsx'
import { Listed } from '../list/Listed.tsx'
import { PageHead } from '../list/PageHead.tsx'
import { Search } from '../list/Search.tsx'
import { Table } from '../list/Table.tsx'
import { useFilters } from '../list/use-filters.ts'
import { usePages } from '../list/use-pages.ts'
import { useSorting } from '../list/use-sorting.ts'
import { useTitle } from '../part/title.ts'
import { useMay } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { accountColumns } from './account-columns.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { ledgerTexts } from './ledger.texts.ts'
import type { AccountsSearch } from './search.ts'
import { UnitField } from './UnitField.tsx'

const route = getRouteApi('/ledger/accounts')
const limit = 100
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The accounts that the reader may see, each with what it has left. */
export function AccountsPage() {
  const t = { ...useTexts(ledgerTexts), ...useTexts(accountsTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const wanted = route.useSearch()
  const change = useFilters<AccountsSearch>()
  const mayOpen = useMay('ledger.account.open')
  const sorting = useSorting(wanted.sort)
  const { unit, kind, party, record, sort } = useDeferredValue(wanted)
  const accounts = usePages(
    'ledger.account.list',
    { unit, party, record, code: kind, sort, limit },
    {
      rows: answer => answer.accounts,
      next: answer => answer.next,
      isCalm: true,
    },
  )
  const columns = accountColumns(t, language)
  const isNarrowed = Boolean(wanted.unit || wanted.kind || wanted.party || wanted.record)
  const nobody = { unit: undefined, kind: undefined, party: undefined, record: undefined }
  const find = (words: string | undefined) => {
    const id = words?.trim().toLowerCase() ?? ''
    if (uuid.test(id)) navigate({ to: '/ledger/accounts/$id', params: { id } })
    else change({ record: words })
  }
  const holder = accounts.rows?.[0]?.partyName?.[language] ?? wanted.party
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={accounts.rows?.length ? <Export name={t.title} columns={columns} rows={accounts.all} /> : null}
        action={
          mayOpen ? (
            <Link className="button main" to="/ledger/accounts/new" data-testid="open-account">
              {t.open}
            </Link>
          ) : null
        }
      >
        <Filters clear={isNarrowed ? () => change(nobody) : undefined}>
          {wanted.party ? <span className="tag">{t.onlyParty(holder ?? '')}</span> : null}
          <UnitField
            label={t.unit}
            hint={t.unitHint}
            value={wanted.unit}
            change={next => change({ unit: next })}
          />
          <input
            className="field figures kind-field"
            type="text"
            inputMode="numeric"
            aria-label={t.kind}
            placeholder={t.kindHint}
            value={wanted.kind ?? ''}
            onChange={event => change({ kind: Number(event.target.value.replace(/\D/g, '')) || undefined })}
          />
          <Search label={t.find} hint={t.findHint} value={wanted.record} change={find} />
        </Filters>
      </PageHead>
      <Listed of={accounts} empty={isNarrowed ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={account => account.id}
            {...sorting}
            testId="accounts"
          />
        )}
      </Listed>
    </>
  )
}
