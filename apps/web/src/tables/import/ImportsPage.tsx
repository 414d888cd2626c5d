import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { Asked } from '../../part/Asked.tsx'
import { Progress } from '../../part/Progress.tsx'
import { Refusal } from '../../part/Refusal.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import { Drop } from '../../plans/Drop.tsx'
import '../../plans/new.css'
import type { Answer } from '../../remote/contracts.ts'
import { useAsk } from '../../remote/use-query.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { tableName } from '../table-names.ts'
import '../tables.css'
import { importTexts } from './import.texts.ts'
import { type Import, importState, isUnderWay } from './states.ts'
import { useSending } from './use-sending.ts'

const soon = 1500

/** A table's file goes in; below, what went in before. */
export function ImportsPage() {
  const t = useTexts(importTexts)
  const { language } = useLanguage()
  useTitle(t.title)
  const tables = useAsk('customs.table.list', {})
  const imports = useAsk(
    'customs.import.list',
    {},
    { every: answer => (answer?.imports.some(isUnderWay) ? soon : false) },
  )
  return (
    <div className="page new-plan">
      <header className="page-head">
        <h1>{t.title}</h1>
        <Link to="/tables" data-back>
          ← {t.all}
        </Link>
        <p className="lead">{t.lead}</p>
      </header>
      <Asked of={tables}>{answer => <Sending known={answer.known} />}</Asked>
      <section aria-label={t.recent}>
        <h2>{t.recent}</h2>
        <Asked of={imports}>
          {answer =>
            answer.imports.length === 0 ? (
              <p className="sheet empty">{t.none}</p>
            ) : (
              <Table
                label={t.recent}
                columns={importColumns(t, language)}
                rows={answer.imports}
                keyOf={each => each.id}
                testId="imports"
              />
            )
          }
        </Asked>
      </section>
    </div>
  )
}

type Known = Answer<'customs.table.list'>['known']

function Sending({ known }: { known: Known }) {
  const t = useTexts(importTexts)
  const { language } = useLanguage()
  const [table, setTable] = useState('')
  const [from, setFrom] = useState('')
  const [file, setFile] = useState<File>()
  const { share, error, isStopped, start, stop } = useSending()
  const takes = known.find(each => each.table === table)?.takes
  return (
    <>
      <label className="new-field">
        <span>{t.table}</span>
        <select
          className="field"
          value={table}
          onChange={event => setTable(event.target.value)}
          data-testid="import-table"
        >
          <option value="">{t.choose}</option>
          {known.map(each => (
            <option key={each.table} value={each.table}>
              {tableName(each.table, language)} ({each.table})
            </option>
          ))}
        </select>
        {takes === 'history' ? <span className="quiet">{t.history}</span> : null}
        {takes === 'addition' ? <span className="quiet">{t.addition}</span> : null}
      </label>
      {takes === 'edition' ? (
        <label className="new-field">
          <span>{t.from}</span>
          <input
            className="field figures"
            type="date"
            value={from}
            onChange={event => setFrom(event.target.value)}
            data-testid="import-from"
          />
          <span className="quiet">{t.fromAbout}</span>
        </label>
      ) : null}
      <Drop
        file={file}
        choose={setFile}
        isBusy={share !== undefined}
        says={t.drop}
        formats={t.formats}
        accept=".xlsx,.csv,.gz"
        testId="import-file"
      />
      {error ? <Refusal error={error} /> : null}
      {isStopped ? (
        <p className="remark" role="status">
          {t.stopped}
        </p>
      ) : null}
      {share === undefined ? (
        <button
          type="button"
          className="button main new-start"
          disabled={!file || !table}
          onClick={() => file && start({ file, table, from: takes === 'edition' ? from : '' })}
          data-testid="import-check"
        >
          {t.check}
        </button>
      ) : (
        <div className="new-running" role="status">
          <Progress share={share} label={t.check} />
          <span className="figures">{t.sending(Math.round(share * 100))}</span>
          <button type="button" className="button" onClick={stop}>
            {t.stop}
          </button>
        </div>
      )}
    </>
  )
}

const importColumns = (t: Texts<typeof importTexts>, language: Language): Column<Import>[] => [
  {
    key: 'file',
    head: t.file,
    text: each => each.name,
    cell: each => (
      <>
        <Link to="/tables/import/$id" params={{ id: each.id }} data-row>
          {each.name}
        </Link>
        <span className="unit">{tableName(each.table, language)}</span>
      </>
    ),
    narrow: 'title',
  },
  {
    key: 'state',
    head: t.state,
    className: 'nowrap',
    text: each => t[each.state],
    cell: each => <StateMark state={importState[each.state]}>{t[each.state]}</StateMark>,
    narrow: 'mark',
  },
  {
    key: 'at',
    head: t.at,
    kind: 'figures',
    className: 'second',
    text: each => [dayAndTime(each.createdAt), each.by?.[language]].filter(Boolean).join(' '),
  },
]
