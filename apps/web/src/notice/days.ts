import { dayOf } from '../part/today.ts'

/** Things that happened, under the days on which they did, in their order. */
export function byDay<T extends { readonly at: string }>(
  rows: readonly T[],
): readonly (readonly [day: string, rows: readonly T[]])[] {
  return [...Map.groupBy(rows, row => dayOf(row.at))]
}
