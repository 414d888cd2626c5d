import { QueryClient } from '@tanstack/react-query'
import { Refused } from './problem.ts'

/** A refusal is an answer: only a server that could not be reached is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof Refused && error.problem.status === 0 && count < 2,
    },
  },
})
