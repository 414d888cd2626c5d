import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { ask } from '../remote/call.ts'
import type { OrderHead } from '../remote/contracts.ts'

const limit = 200

export interface Orders {
  /** Those read so far, in order; undefined before the first answer. */
  readonly heads: readonly OrderHead[] | undefined
  readonly total: number
  readonly error: unknown
  /** Reads on when the list has been scrolled to this many. */
  reach(count: number): void
  again(): void
}

/** The orders of a plan under some conditions, page by page. */
export function useOrders(id: string, wanted: { q?: string; mode?: string; shipment?: string }): Orders {
  const search = useDeferredValue(wanted.q)
  const { mode, shipment } = wanted
  const input = { id, search, mode, shipment, limit }
  const list = useInfiniteQuery({
    queryKey: ['customs.plan.orders', input],
    queryFn: ({ pageParam, signal }) => ask('customs.plan.orders', { ...input, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
    placeholderData: before => before,
  })
  const heads = list.data?.pages.flatMap(page => page.orders)
  return {
    heads,
    total: list.data?.pages[0]?.total ?? 0,
    error: list.error,
    reach: count => {
      if (heads && count >= heads.length && list.hasNextPage && !list.isFetching) list.fetchNextPage()
    },
    again: () => list.refetch(),
  }
}
