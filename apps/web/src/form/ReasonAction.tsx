import { type ReactNode, useState } from 'react'
import type { Problem } from '../remote/problem.ts'
import { useTexts } from '../text/language.tsx'
import { Form } from './Form.tsx'
import { TextField } from './fields.tsx'
import { formTexts } from './form.texts.ts'

interface Props {
  label: string
  /** What will happen, in a sentence. */
  about: string
  /** Place of the reason in the command's input. */
  place?: string
  problem: Problem | undefined
  isRunning: boolean
  /** The reason; undefined where none was given. */
  act: (reason: string | undefined) => void
  /** More that the command asks for. */
  children?: ReactNode
  testId?: string
}

/** What ends a record: a button that asks once, with room for the reason. */
export function ReasonAction(props: Props) {
  const { label, about, place = '/reason', problem, isRunning, act, children, testId } = props
  const t = useTexts(formTexts)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!isOpen) {
    return (
      <button type="button" className="button" onClick={() => setOpen(true)} data-testid={testId}>
        {label}
      </button>
    )
  }
  return (
    <div className="sheet reason-action">
      <Form
        problem={problem}
        send={() => act(reason.trim() || undefined)}
        actions={
          <>
            <button
              type="submit"
              className="button main"
              disabled={isRunning}
              data-testid={testId ? `${testId}-do` : undefined}
            >
              {label}
            </button>
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {t.cancel}
            </button>
          </>
        }
      >
        <p className="second">{about}</p>
        {children}
        <TextField
          place={place}
          label={t.reason}
          value={reason}
          change={setReason}
          isFirst
          testId={testId ? `${testId}-reason` : undefined}
        />
      </Form>
    </div>
  )
}
