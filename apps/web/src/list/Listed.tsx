import type { ReactNode } from 'react'
import { Bones } from '../part/Bones.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTexts } from '../text/language.tsx'
import { listTexts } from './list.texts.ts'
import type { Pages } from './use-pages.ts'

interface Props<T> {
  of: Pick<Pages<T>, 'rows' | 'error' | 'again' | 'more' | 'isReading'>
  /** What stands in the place of no rows: why, and what to do. */
  empty: ReactNode
  children: (rows: readonly T[]) => ReactNode
}

/** A list in whatever state it is: being read, refused, empty, or its rows with the way to more. */
export function Listed<T>({ of: { rows, error, again, more, isReading }, empty, children }: Props<T>) {
  const t = useTexts(listTexts)
  const refusal = error ? <Refusal error={error} again={again} /> : null
  if (rows === undefined) {
    if (refusal) return refusal
    return (
      <div className="sheet">
        <Bones />
      </div>
    )
  }
  if (rows.length === 0) return <div className="sheet empty">{empty}</div>
  return (
    <>
      {refusal}
      {children(rows)}
      {more ? (
        <p className="list-more">
          <button type="button" className="button" onClick={more} disabled={isReading} data-testid="more">
            {t.more}
          </button>
        </p>
      ) : null}
    </>
  )
}
