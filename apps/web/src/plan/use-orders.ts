import { useDeferredValue } from 'react'
import { usePages } from '../list/use-pages.ts'
import type { Queries } from '../remote/calls/index.ts'
import type { OrderHead } from '../remote/contracts.ts'

const limit = 200

type Sort = Queries['customs.plan.orders']['input']['sort']

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
export function useOrders(
  id: string,
  wanted: { q?: string; mode?: string; shipment?: string; sort?: Sort },
): Orders {
  const search = useDeferredValue(wanted.q)
  const { mode, shipment, sort } = wanted
  const { rows, head, error, again, more, isReading } = usePages<'customs.plan.orders', OrderHead>(
    'customs.plan.orders',
    { id, search, mode, shipment, sort, limit },
    { rows: answer => answer.orders, next: answer => answer.next, isCalm: true },
  )
  return {
    heads: rows,
    total: head?.total ?? 0,
    error,
    reach: count => {
      if (rows && count >= rows.length && !isReading) more?.()
    },
    again,
  }
}
