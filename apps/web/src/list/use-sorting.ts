import { useFilters } from './use-filters.ts'

/** The order of a list for its table: it stands in the address as `sort`, absent while it is the list's own. */
export function useSorting(sort: string | undefined) {
  const change = useFilters<{ sort?: string }>()
  return { sort, onSort: (next: string | undefined) => change({ sort: next }) }
}
