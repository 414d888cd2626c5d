import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useTexts } from '../../text/language.tsx'
import '../part/link-once.css'
import { keysTexts } from './keys.texts.ts'

/** Makes a key and shows it, once. */
export function MakeKey() {
  const t = useTexts(keysTexts)
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  const make = useCommand('kernel.key.create', ['kernel.key.', 'kernel.account.'])
  const send = () =>
    make.run(
      // What is no number goes as it was typed: the server names the field.
      { name: name.trim(), days: (/^\d+$/.test(days.trim()) ? Number(days) : days) as number },
      { onSuccess: () => setName('') },
    )
  return (
    <>
      {make.answer ? (
        <div className="link-once made-key" role="status" data-testid="made-key">
          <b>
            {t.made} · {make.answer.name}
          </b>
          {make.answer.key ? <code className="code">{make.answer.key}</code> : <span>{t.madeBefore}</span>}
          {make.answer.key ? <span className="second">{t.madeAbout}</span> : null}
        </div>
      ) : null}
      <Form
        problem={make.problem}
        send={send}
        testId="make-key"
        actions={
          <button type="submit" className="button" disabled={make.isRunning} data-testid="make-key-send">
            {t.make}
          </button>
        }
      >
        <div className="form-pair">
          <TextField
            place="/name"
            label={t.newName}
            hint={t.newNameHint}
            value={name}
            change={setName}
            testId="key-name"
          />
          <TextField
            place="/days"
            label={t.newDays}
            kind="decimal"
            value={days}
            change={setDays}
            testId="key-days"
          />
        </div>
      </Form>
    </>
  )
}
