import { createContext, type FormEvent, type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { Refusal } from '../part/Refusal.tsx'
import { type Problem, Refused } from '../remote/problem.ts'
import './form.css'

interface Frame {
  readonly problem: Problem | undefined
  /** Fields on the form, by the place of what they hold in the command's input. */
  readonly places: Set<string>
}

const FormFrame = createContext<Frame>({ problem: undefined, places: new Set() })

interface Props {
  /** What the last sending was refused for. It stands at the field that it names, else above the actions. */
  problem: Problem | undefined
  send: () => void
  /** The actions; on a phone they stay at the thumb. */
  actions: ReactNode
  children: ReactNode
  testId?: string
}

/** A form composed by hand: fields, what was refused beside the field, the actions. */
export function Form({ problem, send, actions, children, testId }: Props) {
  const places = useRef(new Set<string>())
  const frame = useMemo(() => ({ problem, places: places.current }), [problem])
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const isPlaced = problem !== undefined && [...places.current].some(place => isAt(problem, place))
  return (
    <FormFrame value={frame}>
      <form className="form" onSubmit={submitted} noValidate data-testid={testId}>
        {children}
        {problem && !isPlaced ? <Refusal error={new Refused(problem)} /> : null}
        <div className="form-actions">{actions}</div>
      </form>
    </FormFrame>
  )
}

const isAt = ({ place }: Problem, field: string) => place === field || place?.startsWith(`${field}/`)

/** The form's refusal, where it is about this place. */
export function useRefusalAt(place: string): Problem | undefined {
  const { problem, places } = use(FormFrame)
  useEffect(() => {
    places.add(place)
    return () => void places.delete(place)
  }, [places, place])
  const isTaken = (field: string) => field.length > place.length && field.startsWith(`${place}/`)
  if (!problem || !isAt(problem, place)) return undefined
  // The innermost field that it names says it.
  return [...places].some(field => isTaken(field) && isAt(problem, field)) ? undefined : problem
}
