import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '../../form/use-command.ts'
import { Asked } from '../../part/Asked.tsx'
import { useTitle } from '../../part/title.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { TableInfo } from '../rows/cell-columns.tsx'
import { tableName, tablePath } from '../table-names.ts'
import '../tables.css'
import { asInput, EntryForm, type Typed } from './EntryForm.tsx'
import { entryTexts } from './entry.texts.ts'

const route = getRouteApi('/tables/$table/new')
const empty: Typed = { cells: {}, from: '', to: '', source: '', reason: '' }

/** A new entry of a table. */
export function NewEntryPage() {
  const { table } = route.useParams()
  const t = useTexts(entryTexts)
  const { language } = useLanguage()
  useTitle(`${t.add} · ${tableName(table, language)}`)
  const info = useAsk('customs.table.get', { table })
  return (
    <div className="page">
      <header className="record-head">
        <Link to="/tables/$table" params={{ table: tablePath(table) }} data-back className="record-up">
          ← {tableName(table, language)}
        </Link>
        <h1>{t.add}</h1>
        <p className="second">{t.addAbout}</p>
      </header>
      <Asked of={info}>{answer => <Entering info={answer} />}</Asked>
    </div>
  )
}

function Entering({ info }: { info: TableInfo }) {
  const { table } = info
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(empty)
  const edit = useCommand('customs.table.edit', ['customs.table.'])
  const back = () => navigate({ to: '/tables/$table', params: { table: tablePath(table) } })
  return (
    <EntryForm
      columns={info.columns.filter(column => !column.isRare)}
      typed={typed}
      change={setTyped}
      isThere={false}
      problem={edit.problem}
      isRunning={edit.isRunning}
      cancel={back}
      send={() =>
        edit.run(
          { table, ...asInput(typed) },
          {
            onSuccess: ({ key }) =>
              navigate({ to: '/tables/$table/$key', params: { table: tablePath(table), key } }),
          },
        )
      }
    />
  )
}
