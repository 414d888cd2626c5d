import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../text/language.tsx'
import { ask } from './call.ts'
import type { Queries } from './calls/index.ts'

/**
 * Reads and keeps the answer; `every` asks again after so many milliseconds. The language is part of the key
 * of what is kept: answers carry texts.
 */
export function useAsk<N extends keyof Queries>(
  name: N,
  input: Queries[N]['input'],
  options: { enabled?: boolean; every?: (answer: Queries[N]['answer'] | undefined) => number | false } = {},
) {
  const { language } = useLanguage()
  const { every } = options
  return useQuery<Queries[N]['answer']>({
    queryKey: [name, input, language],
    queryFn: ({ signal }) => ask(name, input, signal),
    enabled: options.enabled ?? true,
    ...(every ? { refetchInterval: query => every(query.state.data) } : {}),
  })
}
