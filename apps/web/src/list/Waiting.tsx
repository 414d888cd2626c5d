import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Bones } from '../part/Bones.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTexts } from '../text/language.tsx'
import { listTexts } from './list.texts.ts'
import './waiting.css'

const most = 6

interface Props<A, T> {
  name: string
  /** Where all of them are. */
  to: ReactNode
  of: UseQueryResult<A>
  rows: (answer: A) => readonly T[]
  keyOf: (row: T) => string
  row: (row: T) => ReactNode
  /** It is late: said by colour and word in the head. */
  isLate?: boolean
  /** What was read is only the first of more: no number is told. */
  isUncounted?: boolean
  testId: string
}

/** One sort of thing that waits: how many, and the first of them. */
export function Waiting<A, T>({ name, to, of, rows, keyOf, row, isLate, isUncounted, testId }: Props<A, T>) {
  const t = useTexts(listTexts)
  const found = of.data === undefined ? undefined : rows(of.data)
  return (
    <section className="sheet waiting" aria-label={name} data-testid={testId}>
      <header>
        <h2>{name}</h2>
        {found === undefined || isUncounted ? null : (
          <span className={found.length > 0 && isLate ? 'figures count bad' : 'figures count'}>
            {found.length}
          </span>
        )}
        {to}
      </header>
      {of.error ? (
        <Refusal error={of.error} again={() => of.refetch()} />
      ) : found === undefined ? (
        <Bones rows={3} />
      ) : found.length === 0 ? (
        <p className="quiet waiting-none">{t.none}</p>
      ) : (
        <ul>
          {found.slice(0, most).map(each => (
            <li key={keyOf(each)}>{row(each)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** One thing that waits: what it is, a note beside it. */
export function WaitingRow({
  title,
  note,
  children,
}: {
  title: ReactNode
  note: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <span className="waiting-title">{title}</span>
      <span className="waiting-mark">{children}</span>
      <span className="waiting-note second">{note}</span>
    </>
  )
}
