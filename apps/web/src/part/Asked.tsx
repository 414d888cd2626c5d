import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Bones } from './Bones.tsx'
import { Refusal } from './Refusal.tsx'

/** What stands where a query's answer goes: its place while it is read, the refusal, or the answer. */
export function Asked<T>({
  of,
  rows,
  children,
}: {
  of: UseQueryResult<T>
  rows?: number
  children: (answer: T) => ReactNode
}) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Refusal error={of.error} again={() => of.refetch()} />
  return <Bones rows={rows} />
}
