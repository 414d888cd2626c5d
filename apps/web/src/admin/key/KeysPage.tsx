import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../../list/Choice.tsx'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { useTitle } from '../../part/title.ts'
import { usePartyNames } from '../../remote/party-names.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { type KeysSearch, keyStates } from '../search.ts'
import { KeyTable } from './KeyTable.tsx'
import { keyColumns } from './key-columns.tsx'
import { keysTexts } from './keys.texts.ts'

const route = getRouteApi('/admin/keys')
const limit = 100
const none = { q: undefined, state: undefined, party: undefined }

/** Every API key of the installation. */
export function KeysPage() {
  const t = useTexts(keysTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const wanted = route.useSearch()
  const change = useFilters<KeysSearch>()
  const partyName = usePartyNames()
  const { q, state, party } = useDeferredValue(wanted)
  const keys = usePages(
    'kernel.account.keys',
    { limit, ...(q && { search: q }), ...(state && { state }), ...(party && { party }) },
    {
      rows: answer => answer.keys,
      next: answer => (answer.more ? answer.keys.at(-1)?.id : undefined),
      isCalm: true,
    },
  )
  const isNarrowed = Boolean(wanted.q || wanted.state || wanted.party)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={
          keys.rows?.length ? (
            <Export name={t.title} columns={keyColumns(t, language)} rows={keys.all} />
          ) : null
        }
      >
        <Filters clear={isNarrowed ? () => change(none) : undefined}>
          {wanted.party ? <span className="tag">{t.onlyParty(partyName(wanted.party) ?? '')}</span> : null}
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
            options={keyStates.map(value => ({ value, name: t[value] }))}
            change={next => change({ state: next })}
          />
        </Filters>
      </PageHead>
      <Listed of={keys} empty={isNarrowed ? t.notFound : t.nothing}>
        {rows => <KeyTable rows={rows} />}
      </Listed>
    </>
  )
}
