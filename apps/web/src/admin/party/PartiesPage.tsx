import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Choice } from '../../list/Choice.tsx'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { usePages } from '../../list/use-pages.ts'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { Answer } from '../../remote/contracts.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { partTexts } from '../part/part.texts.ts'
import { dayOf, kindName, type PartWords } from '../part/words.ts'
import type { PartiesSearch } from '../search.ts'
import { partiesTexts } from './parties.texts.ts'

const route = getRouteApi('/admin/parties')
const limit = 100
const none = { q: undefined, kind: undefined, state: undefined }
type Party = Answer<'kernel.party.list'>['parties'][number]

/** The parties of the installation. */
export function PartiesPage() {
  const t = { ...useTexts(partTexts), ...useTexts(partiesTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const wanted = route.useSearch()
  const change = useFilters<PartiesSearch>()
  const mayWrite = useMay('kernel.party.write')
  const kinds = useAsk('kernel.party.kinds', {}).data?.kinds ?? []
  const { q, kind, state, sort = '-created' } = useDeferredValue(wanted)
  const parties = usePages(
    'kernel.party.list',
    {
      limit,
      sort,
      ...(q && { search: q }),
      ...(kind && { kind }),
      ...(state && { closed: state === 'closed' }),
    },
    {
      rows: answer => answer.parties,
      next: answer => answer.next,
      isCalm: true,
    },
  )
  const columns = partyColumns(t, language)
  const isNarrowed = Boolean(wanted.q || wanted.kind || wanted.state)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={parties.rows?.length ? <Export name={t.title} columns={columns} rows={parties.all} /> : null}
        action={
          mayWrite ? (
            <Link className="button main" to="/admin/parties/new" data-testid="register-party">
              {t.register}
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
            label={t.kind}
            every={t.everyKind}
            value={wanted.kind}
            options={kinds.map(value => ({ value, name: kindName(value, language) }))}
            change={next => change({ kind: next })}
            testId="filter-kind"
          />
          <Choice
            label={t.state}
            every={t.everyState}
            value={wanted.state}
            options={[
              { value: 'open', name: t.open },
              { value: 'closed', name: t.closed },
            ]}
            change={next => change({ state: next })}
          />
        </Filters>
      </PageHead>
      <Listed of={parties} empty={isNarrowed ? t.notFound : t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            keyOf={party => party.id}
            sort={wanted.sort ?? '-created'}
            onSort={next => change({ sort: next as PartiesSearch['sort'] })}
            testId="parties"
          />
        )}
      </Listed>
    </>
  )
}

function partyColumns(t: PartWords & Texts<typeof partiesTexts>, language: Language): Column<Party>[] {
  return [
    {
      key: 'name',
      head: t.name,
      sortBy: 'name',
      text: party => party.name[language],
      cell: party => (
        <>
          <Link to="/admin/parties/$id" params={{ id: party.id }} data-row>
            {party.name[language]}
          </Link>{' '}
          {party.demonstration ? <span className="tag">{t.demonstration}</span> : null}
        </>
      ),
      narrow: 'title',
    },
    { key: 'kind', head: t.kind, text: party => kindName(party.kind, language), narrow: 'left' },
    { key: 'code', head: t.creditCode, kind: 'code', text: party => party.creditCode ?? '' },
    {
      key: 'accounts',
      head: t.accounts,
      kind: 'number',
      text: party => String(party.accounts),
      narrow: 'right',
    },
    {
      key: 'created',
      head: t.created,
      sortBy: 'created',
      kind: 'figures',
      className: 'nowrap',
      text: party => dayOf(party.createdAt),
      narrow: 'off',
    },
    {
      key: 'state',
      head: t.state,
      text: party => (party.closed ? t.closed : t.open),
      cell: party => (
        <StateMark state={party.closed ? 'idle' : 'done'}>{party.closed ? t.closed : t.open}</StateMark>
      ),
      narrow: 'mark',
    },
  ]
}
