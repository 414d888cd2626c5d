import { getRouteApi } from '@tanstack/react-router'
import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { useChosen } from '../../list/use-chosen.tsx'
import { usePages } from '../../list/use-pages.ts'
import { useShownColumns } from '../../list/use-shown-columns.tsx'
import { useSorting } from '../../list/use-sorting.ts'
import { useTitle } from '../../part/title.ts'
import type { Declaration, ListDeclarations } from '../../remote/declarations.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { deskTexts } from '../desk.texts.ts'
import { calm } from '../live.ts'
import type { DeclarationsSearch } from '../search.ts'
import { Bulk } from './Bulk.tsx'
import { DeclarationFilters } from './DeclarationFilters.tsx'
import { declarationsTexts } from './list.texts.ts'
import { exportedToo, useDeclarationColumns } from './use-columns.tsx'

const route = getRouteApi('/declarations/all')
const limit = 200

/** The query of what the address says. */
export function asked({ q, state, ...rest }: DeclarationsSearch): ListDeclarations {
  return { ...rest, ...(q ? { search: q } : {}), ...(state ? { states: [state] } : {}) }
}

/** Every declaration under some conditions; several are sent again or tried again at once. */
export function DeclarationsPage() {
  const t = useTexts(declarationsTexts)
  const desk = useTexts(deskTexts)
  useTitle(t.title)
  const search = route.useSearch()
  const sorting = useSorting(search.sort)
  const mayWrite = useMay('customs.declaration.write')
  const { who } = useWho()
  const declarations = usePages<'customs.declaration.list', Declaration>(
    'customs.declaration.list',
    { ...asked(search), limit },
    { rows: answer => answer.declarations, next: answer => answer.next, every: calm, isCalm: true },
  )
  const { rows } = declarations
  const isOfMany = rows?.some(row => row.partyId !== who?.party.id) ?? false
  const { shown, choice } = useShownColumns('declarations', useDeclarationColumns(isOfMany))
  const chosen = useChosen(rows, row => row.id, { one: row => t.choose(row.number), all: t.chooseAll })
  const { sort: _, ...conditions } = search
  const isNarrowed = Object.values(conditions).some(Boolean)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={
          rows?.length ? (
            <span className="list-tools">
              {choice}
              <Export name={t.title} columns={[...shown, exportedToo(desk.plan)]} rows={declarations.all} />
            </span>
          ) : null
        }
      >
        <DeclarationFilters search={search} />
      </PageHead>
      {mayWrite ? <Bulk rows={rows ?? []} chosen={chosen} /> : null}
      <Listed of={declarations} empty={isNarrowed ? t.notFound : t.nothing}>
        {read => (
          <Table
            label={t.title}
            columns={mayWrite ? [chosen.column, ...shown] : shown}
            rows={read}
            keyOf={row => row.id}
            {...sorting}
            className="declaration-list"
            testId="declarations"
          />
        )}
      </Listed>
    </>
  )
}
