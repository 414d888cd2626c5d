import type { ReactNode } from 'react'

interface Props {
  name: string
  /** What stands at the right end of its head. */
  note?: ReactNode
  children: ReactNode
  testId?: string
}

/** A part of a record on a sheet of its own: its name, and what it says. */
export function Part({ name, note, children, testId }: Props) {
  return (
    <section className="sheet part" aria-label={name} data-testid={testId}>
      <header>
        <h2>{name}</h2>
        {note}
      </header>
      {children}
    </section>
  )
}
