import { type ReactNode, useState } from 'react'
import { Form } from '../../form/Form.tsx'
import type { Problem } from '../../remote/problem.ts'

interface Props {
  label: string
  /** What will happen, in a sentence. */
  about: string
  cancel: string
  problem: Problem | undefined
  isRunning: boolean
  act: (close: () => void) => void
  children?: ReactNode
  testId: string
}

/** What cannot be taken back, without a reason to give: a button that says what it does and asks once. */
export function Confirm({ label, about, cancel, problem, isRunning, act, children, testId }: Props) {
  const [isOpen, setOpen] = useState(false)
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
        send={() => act(() => setOpen(false))}
        actions={
          <>
            <button type="submit" className="button main" disabled={isRunning} data-testid={`${testId}-do`}>
              {label}
            </button>
            <button type="button" className="button" onClick={() => setOpen(false)}>
              {cancel}
            </button>
          </>
        }
      >
        <p className="second">{about}</p>
        {children}
      </Form>
    </div>
  )
}
