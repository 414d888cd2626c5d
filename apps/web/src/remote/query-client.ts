import { QueryClient } from '@tanstack/react-query'

/** A refusal is an answer; a server that cannot be reached is waited for where requests are sent. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})
