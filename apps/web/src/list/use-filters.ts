import { useNavigate } from '@tanstack/react-router'

/**
 * Changes some conditions of a list. They live in the address: a reload keeps them, a link carries them, and
 * going back from a record finds the list as it was.
 */
export function useFilters<S extends object>(): (part: Partial<S>) => void {
  const navigate = useNavigate()
  return part =>
    navigate({
      to: '.',
      search: ((before: S) => ({ ...before, ...part })) as never,
      replace: true,
      resetScroll: false,
    })
}
