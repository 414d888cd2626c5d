import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import { grouped } from '../../part/amount.ts'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Attached, AttachedList } from '../../remote/declarations.ts'
import { type Problem, Refused } from '../../remote/problem.ts'
import { useMay } from '../../remote/session.ts'
import { upload } from '../../remote/upload.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { documentTexts } from './document.texts.ts'

/** Papers of a declaration: which are needed and not there, which are attached, by whom. */
export function Documents({ id }: { id: string }) {
  const t = useTexts(documentTexts)
  const { language } = useLanguage()
  const mayRead = useMay('customs.document.read')
  const mayWrite = useMay('customs.document.write')
  const list = useAsk('customs.document.list', { declaration: id }, { enabled: mayRead })
  if (!list.data) return null
  const { documents, needed } = list.data
  const missing = needed.filter(each => !each.isAttached)
  if (documents.length === 0 && needed.length === 0 && !mayWrite) return null
  return (
    <Part name={t.papers} testId="papers">
      {missing.length > 0 ? (
        <p>
          <StateMark state="waits">
            {t.needed(missing.map(each => each.title[language]).join(t.comma))}
          </StateMark>
        </p>
      ) : null}
      <ul className="deadline-list">
        {documents.map(document => (
          <Paper key={document.id} document={document} />
        ))}
      </ul>
      {mayWrite ? <Attach id={id} needed={needed} /> : null}
    </Part>
  )
}

function Paper({ document }: { document: Attached }) {
  const t = useTexts(documentTexts)
  const { language } = useLanguage()
  const mayWrite = useMay('customs.document.write')
  const withdraw = useCommand('customs.document.withdraw', ['customs.document.'])
  const { id, title, number, name, bytes, attachedAt, withdrawnAt, withdrawnReason } = document
  return (
    <li>
      <span>
        {title[language]} <span className="figures">{number}</span>{' '}
        {withdrawnAt ? <span className="quiet">{t.withdrawn(withdrawnReason ?? '')}</span> : null}
      </span>
      <span className="second figures">{dayAndTime(attachedAt)}</span>
      <span className="source">
        {name} · {t.bytes(grouped(String(bytes)))}
      </span>
      {mayWrite && !withdrawnAt ? (
        <span className="print-not">
          <ReasonAction
            label={t.withdraw}
            about={t.withdrawAbout}
            problem={withdraw.problem}
            isRunning={withdraw.isRunning}
            act={reason => withdraw.run({ id, reason: reason ?? '' })}
          />
        </span>
      ) : null}
    </li>
  )
}

/** A paper is attached: what it is, its number, the file. */
function Attach({ id, needed }: { id: string; needed: AttachedList['needed'] }) {
  const t = useTexts(documentTexts)
  const { language } = useLanguage()
  const cache = useQueryClient()
  const [kind, setKind] = useState('')
  const [number, setNumber] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isSending, setSending] = useState(false)
  const send = async (file: File | undefined) => {
    if (!file) return
    setSending(true)
    setProblem(undefined)
    const more = { declaration: id, kind, ...(number.trim() ? { number: number.trim() } : {}) }
    try {
      await upload('customs.document.attach', file, () => {}, undefined, more)
      setNumber('')
      await cache.invalidateQueries({ queryKey: ['customs.document.list'] })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setProblem(error.problem)
    } finally {
      setSending(false)
    }
  }
  const kinds = [
    ...needed.map(each => ({ value: each.kind, name: each.title[language] })),
    ...t.others
      .split('|')
      .map(pair => pair.split('='))
      .map(([value, name]) => ({ value: value!, name: name! }))
      .filter(({ value }) => !needed.some(each => each.kind === value)),
  ]
  return (
    <details className="more attach print-not">
      <summary>{t.attach}</summary>
      <Form
        problem={problem}
        send={() => {}}
        actions={
          <label className="button">
            {t.choose}
            <input
              type="file"
              className="unseen"
              disabled={isSending || kind === ''}
              onChange={event => {
                send(event.target.files?.[0])
                event.target.value = ''
              }}
              data-testid="attach-file"
            />
          </label>
        }
      >
        <div className="form-pair">
          <ChoiceField
            place="/kind"
            label={t.kind}
            none={t.kindNone}
            value={kind}
            options={kinds}
            change={setKind}
            testId="attach-kind"
          />
          <TextField place="/number" label={t.number} kind="code" value={number} change={setNumber} />
        </div>
      </Form>
    </details>
  )
}
