import type { Column } from './column.ts'

/* The order of a list as the address and the calls say it: `number`, or `-number` for the greatest first. */

export type Direction = 'ascending' | 'descending' | 'none'

/** How a column's rows run under an order. */
export function directionOf(by: string, sort: string | undefined): Direction {
  if (sort === by) return 'ascending'
  return sort === `-${by}` ? 'descending' : 'none'
}

/**
 * The order that a press of a column's head asks for: first the way people look for, which for numbers is the
 * greatest first; then the other way; then the list's own order again.
 */
export function nextOrder(
  by: string,
  sort: string | undefined,
  kind: Column<unknown>['kind'],
): string | undefined {
  const ways = kind === 'number' ? [`-${by}`, by] : [by, `-${by}`]
  const at = ways.indexOf(sort ?? '')
  return at < 0 ? ways[0] : ways[at + 1]
}
