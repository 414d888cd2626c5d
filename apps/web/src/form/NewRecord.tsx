import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Problem } from '../remote/problem.ts'
import { Form } from './Form.tsx'

interface Props {
  /** Where all records of this sort are, and what they are called. */
  back: string
  all: string
  title: string
  /** What to know before one begins. */
  about?: string
  problem: Problem | undefined
  send: () => void
  /** What sending is called. */
  action: string
  isRunning: boolean
  /** `warehouse` makes `warehouse-form` and `warehouse-send`, for tests. */
  testId: string
  children: ReactNode
}

/** The page on which a record begins: the way back, its name, the form. */
export function NewRecord(props: Props) {
  const { back, all, title, about, problem, send, action, isRunning, testId, children } = props
  return (
    <>
      <header className="record-head">
        <Link to={back as '/'} data-back className="record-up">
          ← {all}
        </Link>
        <h1>{title}</h1>
        {about ? <p className="second">{about}</p> : null}
      </header>
      <div className="sheet form-sheet">
        <Form
          problem={problem}
          send={send}
          testId={`${testId}-form`}
          actions={
            <button type="submit" className="button main" disabled={isRunning} data-testid={`${testId}-send`}>
              {action}
            </button>
          }
        >
          {children}
        </Form>
      </div>
    </>
  )
}
