import { type ReactNode, useEffect, useRef } from 'react'
import { Bones } from '../part/Bones.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTexts } from '../text/language.tsx'
import { listTexts } from './list.texts.ts'
import { ListingContext } from './listing.ts'
import type { Pages } from './use-pages.ts'

interface Props<T> {
  of: Pick<Pages<T>, 'rows' | 'error' | 'again' | 'more'> & {
    readonly total?: number | undefined
  }
  /** What stands in the place of no rows: why, and what to do. */
  empty: ReactNode
  children: (rows: readonly T[]) => ReactNode
}

/** A list in whatever state it is: being read, refused, empty, or its rows, read on as one scrolls. */
export function Listed<T>({ of, empty, children }: Props<T>) {
  const { rows, total, error, again, more } = of
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
    <ListingContext value={{ total, hasMore: more !== undefined }}>
      {refusal}
      {children(rows)}
      <ReadOn read={rows.length} total={total} more={more} isStopped={Boolean(error)} />
    </ListingContext>
  )
}

interface ReadOnProps {
  read: number
  total: number | undefined
  more: (() => void) | undefined
  /** The last page was not answered: a person asks again. */
  isStopped: boolean
}

/** How far before its end a list is read on, in pixels. */
const ahead = 600

/** The end of what has been read: how many rows that is, and the next page when it comes near the window. */
function ReadOn({ read, total, more, isStopped }: ReadOnProps) {
  const t = useTexts(listTexts)
  const end = useRef<HTMLParagraphElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies(read): after each page the end is looked for anew; it may still be near.
  useEffect(() => {
    const element = end.current
    if (!element || !more || isStopped) return
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && more(), {
      rootMargin: `${ahead}px 0px`,
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [more, isStopped, read])
  if (!more && read <= silent) return null
  const figure = (n: number) => n.toLocaleString('en-US')
  return (
    <p ref={end} className="list-more quiet figures" data-testid="list-end">
      {total === undefined ? t.read(figure(read)) : t.readOf(figure(read), figure(total))}
      {more ? (
        <button type="button" className="button" onClick={more} data-testid="more">
          {t.more}
        </button>
      ) : null}
    </p>
  )
}

/** Of so few rows nobody asks how many there are. */
const silent = 20
