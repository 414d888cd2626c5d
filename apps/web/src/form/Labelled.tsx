import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Problem } from '../remote/problem.ts'
import { useRefusalAt } from './Form.tsx'

/** What an input needs to be known by its label and its refusal. */
export interface Bound {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

interface Props {
  /** JSON pointer of what the field holds in the command's input. */
  place: string
  label: string
  /** What to know before filling it in. */
  about?: ReactNode
  className?: string
  children: (bound: Bound) => ReactNode
}

/** A field with its label above and its refusal below; a refused field takes the cursor. */
export function Labelled({ place, label, about, className, children }: Props) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const problem = useRefusalAt(place)
  useEffect(() => {
    if (problem) box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [problem])
  const described = [about ? `${id}a` : '', problem ? `${id}p` : ''].filter(Boolean).join(' ')
  return (
    <div ref={box} className={`form-field ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {problem ? <FieldProblem id={`${id}p`} problem={problem} /> : null}
      {about ? (
        <p id={`${id}a`} className="form-about">
          {about}
        </p>
      ) : null}
    </div>
  )
}

/** What is wrong and what to do, in the server's words. */
function FieldProblem({ id, problem }: { id: string; problem: Problem }) {
  return (
    <p id={id} className="form-problem" role="alert" data-testid="field-refusal" title={problem.code}>
      {problem.title}
      {problem.remedy ? <span>{problem.remedy}</span> : null}
    </p>
  )
}
