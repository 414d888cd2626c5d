import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { grouped } from '../../part/amount.ts'
import type { Commands } from '../../remote/calls/index.ts'
import type { Answer } from '../../remote/contracts.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Changes, useChanges } from '../part/Changes.tsx'
import { limitsTexts } from './limits.texts.ts'

type Limit = Answer<'kernel.limit.list'>['limits'][number]
type Name = Commands['kernel.limit.change']['input']['name']

/** One limit: what it does, its value with its unit, and the way to another. */
export function LimitItem({ limit }: { limit: Limit }) {
  const t = useTexts(limitsTexts)
  const { language } = useLanguage()
  const mayWrite = useMay('kernel.limit.write')
  const [isOpen, setOpen] = useState(false)
  const { name, what, about, source, unit, value, initial } = limit
  const unitName = t[unit as 'minutes'] ?? unit
  return (
    <li className="limit" data-testid={`limit-${name}`}>
      <div className="limit-what">
        <h2>{what[language]}</h2>
        {about ? <p className="second">{about[language]}</p> : null}
        <p className="quiet figures">
          {[
            t.initial(grouped(String(initial))),
            t.range(grouped(String(limit.least)), grouped(String(limit.most))),
            source ? `${t.source} ${source}` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <p className="limit-value figures">
        <b>{grouped(String(value))}</b> {unitName}
      </p>
      {mayWrite && !isOpen ? (
        <button
          type="button"
          className="button"
          onClick={() => setOpen(true)}
          aria-label={`${t.change} ${what[language]}`}
          data-testid={`change-${name}`}
        >
          {t.change}
        </button>
      ) : null}
      {isOpen ? <ChangeLimit limit={limit} unitName={unitName} close={() => setOpen(false)} /> : null}
    </li>
  )
}

function ChangeLimit({ limit, unitName, close }: { limit: Limit; unitName: string; close: () => void }) {
  const t = useTexts(limitsTexts)
  const [typed, setTyped] = useState(String(limit.value))
  const change = useCommand('kernel.limit.change', ['kernel.limit.'])
  const changes = useChanges('kernel.limit.history', { name: limit.name })
  const send = () =>
    change.run(
      // What is no number goes as it was typed: the server names the field.
      { name: limit.name as Name, value: (/^\d+$/.test(typed.trim()) ? Number(typed) : typed) as number },
      { onSuccess: close },
    )
  return (
    <div className="limit-change">
      <Form
        problem={change.problem}
        send={send}
        actions={
          <>
            <button
              type="submit"
              className="button main"
              disabled={change.isRunning}
              data-testid="limit-save"
            >
              {t.save}
            </button>
            <button type="button" className="button" onClick={close}>
              {t.cancel}
            </button>
          </>
        }
      >
        <TextField
          place="/value"
          label={`${t.value}（${unitName}）`}
          kind="decimal"
          isFirst
          value={typed}
          change={setTyped}
          testId="limit-value"
        />
      </Form>
      {changes.rows?.length ? (
        <>
          <h3>{t.history}</h3>
          <Changes of={changes} label={t.history} testId="limit-changes" />
        </>
      ) : null}
    </div>
  )
}
