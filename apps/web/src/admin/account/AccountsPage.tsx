import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../../list/Choice.tsx'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { useTitle } from '../../part/title.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { partTexts } from '../part/part.texts.ts'
import { useRoles } from '../part/use-role-names.ts'
import { type AccountsSearch, accountStates } from '../search.ts'
import { accountColumns } from './account-columns.tsx'
import { accountsTexts } from './accounts.texts.ts'

const route = getRouteApi('/admin/accounts')
const limit = 100
const none = { q: undefined, state: undefined, factor: undefined, role: undefined }

/** Everybody who can come in, or could. */
export function AccountsPage() {
  const t = { ...useTexts(partTexts), ...useTexts(accountsTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const wanted = route.useSearch()
  const change = useFilters<AccountsSearch>()
  const mayWrite = useMay('kernel.account.write')
  const { roles, roleName } = useRoles()
  const { q, state, factor, role, sort } = useDeferredValue(wanted)
  const accounts = usePages(
    'kernel.account.list',
    {
      limit,
      ...(q && { search: q }),
      ...(state && { state }),
      ...(factor && { secondFactor: factor === 'with' }),
      ...(role && { role }),
      ...(sort && { sort }),
    },
    {
      rows: answer => answer.accounts,
      next: answer => answer.next,
      isCalm: true,
    },
  )
  const columns = accountColumns(t, language, roleName)
  const isNarrowed = Boolean(wanted.q || wanted.state || wanted.factor || wanted.role)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={accounts.rows?.length ? <Export name={t.title} columns={columns} rows={accounts.all} /> : null}
        action={
          mayWrite ? (
            <Link className="button main" to="/admin/accounts/new" data-testid="create-account">
              {t.create}
            </Link>
          ) : null
        }
      >
        <Filters clear={isNarrowed ? () => change(none) : undefined}>
          <Search
            label={t.search}
            hint={t.searchHint}
            value={wanted.q}
            change={words => change({ q: words })}
          />
          <Choice
            label={t.state}
            every={t.everyState}
            value={wanted.state}
            options={accountStates.map(value => ({ value, name: t[value] }))}
            change={next => change({ state: next })}
            testId="filter-state"
          />
          <Choice
            label={t.factor}
            every={t.everyFactor}
            value={wanted.factor}
            options={[
              { value: 'with', name: t.withFactor },
              { value: 'without', name: t.withoutFactor },
            ]}
            change={next => change({ factor: next })}
          />
          <Choice
            label={t.role}
            every={t.everyRole}
            value={wanted.role}
            options={roles.map(({ id, name }) => ({ value: id, name: name[language] }))}
            change={next => change({ role: next })}
          />
        </Filters>
      </PageHead>
      <Listed of={accounts} empty={isNarrowed ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={account => account.id}
            sort={wanted.sort ?? 'login'}
            onSort={sort => change({ sort: sort as AccountsSearch['sort'] })}
            testId="accounts"
          />
        )}
      </Listed>
    </>
  )
}
