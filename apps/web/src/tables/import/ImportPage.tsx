import { getRouteApi, Link } from '@tanstack/react-router'
import { useCommand } from '../../form/use-command.ts'
import { Asked } from '../../part/Asked.tsx'
import { Progress } from '../../part/Progress.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { tableName, tablePath } from '../table-names.ts'
import '../tables.css'
import { Found } from './Found.tsx'
import { importTexts } from './import.texts.ts'
import { PublishForm } from './PublishForm.tsx'
import { type Import, importState, isUnderWay } from './states.ts'

const route = getRouteApi('/tables/import/$id')
const soon = 700

/** One import: what was found in the file, what it would change, and publishing it. */
export function ImportPage() {
  const { id } = route.useParams()
  const found = useAsk(
    'customs.import.get',
    { id },
    { every: answer => (answer && isUnderWay(answer) ? soon : false) },
  )
  return (
    <div className="page import-page">
      <Asked of={found}>{answer => <One of={answer} />}</Asked>
    </div>
  )
}

function One({ of }: { of: Import }) {
  const t = useTexts(importTexts)
  const { language } = useLanguage()
  const name = tableName(of.table, language)
  useTitle(`${of.name} · ${name}`)
  const { preview, state } = of
  return (
    <>
      <header className="record-head">
        <Link to="/tables/import" data-back className="record-up">
          ← {t.imports}
        </Link>
        <h1>
          {of.name}
          <StateMark state={importState[state]}>{t[state]}</StateMark>
        </h1>
        <p className="second figures" data-testid="import-state" data-state={state}>
          {[name, of.from && `${t.from} ${of.from}`, of.edition].filter(Boolean).join(' · ')}
        </p>
      </header>
      {isUnderWay(of) ? <UnderWay of={of} /> : null}
      {of.failure ? (
        <div className="refusal" role="alert" data-testid="import-failure">
          <p className="title">{of.failure.text[language]}</p>
          <Link to="/tables/import">{t.again}</Link>
        </div>
      ) : null}
      {of.isAgain && state === 'checked' ? (
        <p className="remark" role="status">
          {t.isAgain}
        </p>
      ) : null}
      {state === 'published' ? (
        <p className="remark import-done" role="status" data-testid="import-done">
          {t.done}{' '}
          <Link to="/tables/$table" params={{ table: tablePath(of.table) }}>
            {t.open} →
          </Link>
        </p>
      ) : null}
      {preview ? <Found of={of} preview={preview} /> : null}
      {state === 'checked' ? <PublishForm of={of} /> : null}
    </>
  )
}

function UnderWay({ of }: { of: Import }) {
  const t = useTexts(importTexts)
  const cancel = useCommand('customs.import.cancel', ['customs.import.'])
  return (
    <div className="sheet import-running" role="status">
      <p className="figures">
        {t[of.state]} {of.percent}%
      </p>
      <Progress share={of.state === 'waiting' ? undefined : of.percent / 100} label={t[of.state]} />
      <button
        type="button"
        className="button"
        disabled={cancel.isRunning}
        onClick={() => cancel.run({ id: of.id })}
        data-testid="import-cancel"
      >
        {t.cancel}
      </button>
    </div>
  )
}
