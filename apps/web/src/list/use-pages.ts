import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef } from 'react'
import { ask } from '../remote/call.ts'
import type { Queries } from '../remote/calls/index.ts'
import { useLanguage } from '../text/language.tsx'

/** Rows of a list as far as they have been read, and the way to read on. */
export interface Pages<T, A = unknown> {
  /** Undefined before the first answer. */
  readonly rows: readonly T[] | undefined
  /** The first page's answer, for what it says of the whole. */
  readonly head: A | undefined
  /** How many rows there are under the conditions; undefined where the answer does not count them. */
  readonly total: number | undefined
  readonly error: unknown
  readonly again: () => void
  /** Reads the next page; undefined when there is none. */
  readonly more: (() => void) | undefined
  readonly isReading: boolean
  /** All rows, page by page from the beginning: those that have been read as they were, the others are not kept. */
  readonly all: (signal: AbortSignal) => AsyncGenerator<readonly T[]>
}

/** Calls that answer page by page, each page from a key on. */
type Paged = {
  [N in keyof Queries]: Queries[N]['input'] extends { after?: string } ? N : never
}[keyof Queries]

interface How<A, T> {
  readonly rows: (answer: A) => readonly T[]
  /** The key of the next page; undefined at the end. */
  readonly next: (answer: A) => string | undefined
  /** The number of all rows, where the answer tells it. */
  readonly total?: (answer: A) => number | undefined
  /** Milliseconds until the rows are read again; false while they do not change. */
  readonly every?: (rows: readonly T[]) => number | false
  /** Keeps the rows of the conditions before until those of the new ones are there. */
  readonly isCalm?: boolean
}

/** Milliseconds that pages are kept when nobody looks: a record is read and decided on in the meantime. */
const kept = 30 * 60_000

/** Of a few pages all are read again when they may have changed. */
const isFew = (data: { readonly pages: readonly unknown[] } | undefined) => (data?.pages.length ?? 0) <= 2

/** Reads a list page by page, by keys: what comes in between moves nothing. */
export function usePages<N extends Paged, T>(
  name: N,
  input: Queries[N]['input'],
  { rows, next, total, every, isCalm }: How<Queries[N]['answer'], T>,
): Pages<T, Queries[N]['answer']> {
  const { language } = useLanguage()
  type Answer = Queries[N]['answer']
  const page = (after: string | undefined, signal: AbortSignal) => ask(name, { ...input, after }, signal)
  const list = useInfiniteQuery<Answer, Error, InfiniteData<Answer>, readonly unknown[], string | undefined>({
    queryKey: [name, input, language, 'pages'],
    queryFn: ({ pageParam, signal }) => page(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (answer: Answer) => next(answer),
    gcTime: kept,
    // Pages once read stay as they were read, unless a command has made them old; one page is soon read again.
    staleTime: query => (isFew(query.state.data) ? 15_000 : Number.POSITIVE_INFINITY),
    ...(every
      ? {
          refetchInterval: query =>
            isFew(query.state.data) && every(query.state.data?.pages.flatMap(rows) ?? []),
        }
      : {}),
    ...(isCalm ? { placeholderData: before => before } : {}),
  })
  const { data, hasNextPage, fetchNextPage, refetch } = list
  const [first] = data?.pages ?? []
  const take = useRef(rows)
  take.current = rows
  const all = useMemo(() => data?.pages.flatMap(answer => [...take.current(answer)]), [data])
  const more = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage])
  return {
    rows: all,
    head: first,
    total: first && total?.(first),
    get error() {
      return list.error
    },
    again: () => refetch(),
    more: hasNextPage ? more : undefined,
    // Asked for only by who shows it: else every page would draw the list three times.
    get isReading() {
      return list.isFetching
    },
    async *all(signal) {
      // What has been read is shown as it was read: it is not asked for twice.
      const { pages = [] } = data ?? {}
      for (const answer of pages) yield rows(answer)
      const last = pages.at(-1)
      let after = last && next(last)
      if (last && after === undefined) return
      do {
        const answer = await page(after, signal)
        yield rows(answer)
        after = next(answer)
      } while (after !== undefined)
    },
  }
}
