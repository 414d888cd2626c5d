import { useQueries } from '@tanstack/react-query'
import { ask } from '../../remote/call.ts'
import { useMay } from '../../remote/session.ts'
import { brisk, calm } from '../live.ts'

export interface Declared {
  readonly id: string
  readonly number: string
  readonly state: string
}

const page = 200

/** The declarations of orders of a plan, by the number of the order; asked for in parts as a list is read, often while they are awaited. */
export function useDeclared(
  plan: string,
  orders: readonly string[] | undefined,
  isAwaited: boolean,
): ReadonlyMap<string, Declared> {
  const mayRead = useMay('customs.declaration.read')
  const parts = Array.from({ length: Math.ceil((orders?.length ?? 0) / page) }, (_, n) =>
    orders!.slice(n * page, (n + 1) * page),
  )
  return useQueries({
    queries: (mayRead ? parts : []).map(some => ({
      queryKey: ['customs.declaration.ofOrders', plan, some] as const,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask('customs.declaration.ofOrders', { plan, orders: some }, signal),
      refetchInterval: isAwaited ? brisk : calm,
    })),
    combine: answers =>
      new Map(
        answers.flatMap(({ data }) =>
          (data?.declarations ?? []).map(({ orderNo, ...declared }) => [orderNo, declared] as const),
        ),
      ),
  })
}
