import { useState } from 'react'

interface Props {
  label: string
  /** For a screen reader: what the button is about. */
  name: string
  sure: string
  yes: string
  no: string
  isRunning: boolean
  act: () => void
  testId: string
}

/** A quiet button in a row that asks once before it does what cannot be taken back. */
export function AskOnce({ label, name, sure, yes, no, isRunning, act, testId }: Props) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking)
    return (
      <button
        type="button"
        className="plain link"
        disabled={isRunning}
        onClick={() => setAsking(true)}
        aria-label={name}
        data-testid={testId}
      >
        {label}
      </button>
    )
  return (
    <span className="ask-once">
      <span className="second">{sure}</span>
      <button
        type="button"
        className="plain link"
        // biome-ignore lint/a11y/noAutofocus: the question stands where the button was that asked it.
        autoFocus
        disabled={isRunning}
        onClick={() => {
          setAsking(false)
          act()
        }}
        data-testid={`${testId}-do`}
      >
        {yes}
      </button>
      <button type="button" className="plain link" onClick={() => setAsking(false)}>
        {no}
      </button>
    </span>
  )
}
