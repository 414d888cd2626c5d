import { useState } from 'react'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import type { Running } from '../form/use-command.ts'
import { useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'

interface Props {
  label: string
  running: Pick<Running<never, unknown>, 'problem' | 'isRunning'>
  send: (code: string) => void
  testId: string
}

/** Asks for a code of the app. */
export function CodeForm({ label, running, send, testId }: Props) {
  const t = useTexts(accountTexts)
  const [code, setCode] = useState('')
  return (
    <Form
      problem={running.problem}
      send={() => send(code.trim())}
      actions={
        <button
          type="submit"
          className="button main"
          disabled={running.isRunning}
          data-testid={`${testId}-do`}
        >
          {label}
        </button>
      }
    >
      <TextField
        place="/code"
        label={t.code}
        kind="code"
        complete="one-time-code"
        value={code}
        change={setCode}
        isFirst
        testId={testId}
      />
    </Form>
  )
}
