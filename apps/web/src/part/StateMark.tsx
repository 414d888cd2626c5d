import type { ReactNode } from 'react'

/** The four states of the console, and one for what has not begun. The same colour and shape everywhere. */
export type State = 'idle' | 'waits' | 'runs' | 'done' | 'refused'

const shapes: Record<State, ReactNode> = {
  idle: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  waits: (
    <path
      d="M6 1.4 10.6 6 6 10.6 1.4 6Z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  ),
  runs: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8Z" fill="currentColor" />
    </>
  ),
  done: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  refused: <path d="M6 1.2 11.2 10.6H.8Z" fill="currentColor" />,
}

/** A state as shape and colour; the word beside it, or in `label` where there is no room for one. */
export function StateMark({
  state,
  label,
  children,
}: {
  state: State
  label?: string
  children?: ReactNode
}) {
  return (
    <span className={`state ${state}`} title={label}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapes[state]}
      </svg>
      {label === undefined ? children : <span className="unseen">{label}</span>}
    </span>
  )
}
