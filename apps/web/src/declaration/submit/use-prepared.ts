import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../remote/call.ts'
import type { PreparedOrder } from '../../remote/declarations.ts'

const limit = 250

/** The server's answer for every order of a plan, page by page; `seen` tells how far it is. */
export function usePrepared(plan: string) {
  const [seen, setSeen] = useState(0)
  const prepared = useQuery({
    queryKey: ['customs.declaration.prepare', plan, 'all'],
    queryFn: async ({ signal }) => {
      const orders: PreparedOrder[] = []
      let after: number | undefined
      do {
        const page = await ask(
          'customs.declaration.prepare',
          { plan, limit, ...(after === undefined ? {} : { after }) },
          signal,
        )
        orders.push(...page.orders)
        setSeen(orders.length)
        after = page.next
      } while (after !== undefined)
      return orders
    },
    staleTime: 0,
  })
  return { prepared, seen }
}
