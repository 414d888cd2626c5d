import { getRouteApi, Link } from '@tanstack/react-router'
import { Asked } from '../../part/Asked.tsx'
import { useTitle } from '../../part/title.ts'
import type { Answer } from '../../remote/contracts.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { cellText, keyText, type TableInfo } from '../rows/cell-columns.tsx'
import { tableName, tablePath } from '../table-names.ts'
import '../tables.css'
import { Editing } from './Editing.tsx'
import { entryTexts } from './entry.texts.ts'
import { Versions } from './Versions.tsx'

const route = getRouteApi('/tables/$table/$key')

export type Entry = Answer<'customs.table.row'>

/** One entry of a table: what it says now, all its versions, who changed it and why; correcting and ending it. */
export function EntryPage() {
  const { table, key } = route.useParams()
  const info = useAsk('customs.table.get', { table })
  const entry = useAsk('customs.table.row', { table, key })
  return (
    <div className="page">
      <Asked of={info}>
        {columns => <Asked of={entry}>{answer => <Whole info={columns} entry={answer} />}</Asked>}
      </Asked>
    </div>
  )
}

function Whole({ info, entry }: { info: TableInfo; entry: Entry }) {
  const t = useTexts(entryTexts)
  const { language } = useLanguage()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useMay('customs.table.edit')
  const { table } = info
  const [newest] = entry.versions
  const named = info.columns.find(column => column.name === 'zh' || column.name === 'name')
  const name = newest && named ? cellText(newest.cells, named, language) : ''
  const called = (newest && keyText(newest.cells, info.columns, language)) || entry.key
  useTitle([called, name, tableName(table, language)].filter(Boolean).join(' · '))
  const show = (what: 'edit' | 'end' | undefined) =>
    navigate({ search: what ? { do: what } : {}, replace: true, resetScroll: false })
  return (
    <>
      <header className="record-head">
        <Link to="/tables/$table" params={{ table: tablePath(table) }} data-back className="record-up">
          ← {tableName(table, language)}
        </Link>
        <h1>
          <span className="figures">{called}</span> {name}
        </h1>
        {mayEdit && !search.do ? (
          <p className="entry-actions">
            <button
              type="button"
              className="button main"
              onClick={() => show('edit')}
              data-testid="entry-edit"
            >
              {t.edit}
            </button>
            <button type="button" className="button" onClick={() => show('end')} data-testid="entry-end">
              {t.end}
            </button>
          </p>
        ) : null}
      </header>
      {mayEdit && search.do && newest ? (
        <Editing
          key={search.do}
          info={info}
          entry={entry}
          isEnding={search.do === 'end'}
          close={() => show(undefined)}
        />
      ) : null}
      <Versions info={info} versions={entry.versions} />
    </>
  )
}
