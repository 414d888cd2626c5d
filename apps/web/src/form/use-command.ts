import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { command } from '../remote/call.ts'
import type { Commands } from '../remote/calls/index.ts'
import { type Problem, Refused } from '../remote/problem.ts'

export interface Running<I, A> {
  readonly run: (input: I, options?: { onSuccess?: (answer: A) => void }) => void
  readonly isRunning: boolean
  readonly answer: A | undefined
  /** Why it was refused, or that nobody answered. */
  readonly problem: Problem | undefined
  readonly forget: () => void
}

/**
 * A command as a form sends it. Sending the same again after no answer came counts once; after a refusal, or with
 * another input, it is a new intent.
 * @param renews names of calls, or what they begin with, whose answers it makes old
 */
export function useCommand<N extends keyof Commands>(
  name: N,
  renews: readonly string[],
): Running<Commands[N]['input'], Commands[N]['answer']> {
  type Input = Commands[N]['input']
  const cache = useQueryClient()
  const intent = useRef<{ body: string; key: string }>(undefined)
  const mutation = useMutation<Commands[N]['answer'], Error, Input>({
    mutationFn: input => {
      const body = JSON.stringify(input)
      if (intent.current?.body !== body) intent.current = { body, key: crypto.randomUUID() }
      return command(name, input, intent.current.key)
    },
    onSuccess: async () => {
      intent.current = undefined
      await cache.invalidateQueries({
        predicate: ({ queryKey: [call] }) => renews.some(each => String(call).startsWith(each)),
      })
    },
    onError: error => {
      if (problemOf(error)?.status !== 0) intent.current = undefined
    },
  })
  return {
    run: (input, options) => mutation.mutate(input, options),
    isRunning: mutation.isPending,
    answer: mutation.data,
    problem: mutation.error ? problemOf(mutation.error) : undefined,
    forget: mutation.reset,
  }
}

function problemOf(error: Error): Problem | undefined {
  if (error instanceof Refused) return error.problem
  throw error
}
