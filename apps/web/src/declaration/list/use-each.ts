import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Refused } from '../../remote/problem.ts'

/** Several commands of one kind, one after the other: what was refused is told row by row, the others go on. */
export interface Each {
  readonly start: (keys: readonly string[], act: (key: string) => Promise<unknown>) => void
  readonly stop: () => void
  /** Undefined while nothing runs. */
  readonly running: { readonly done: number; readonly of: number } | undefined
  readonly finished: { readonly done: number; readonly refused: readonly RefusedKey[] } | undefined
}

interface RefusedKey {
  readonly key: string
  readonly title: string
}

const atOnce = 4

/** @param renews names of calls, or what they begin with, whose answers it makes old */
export function useEach(renews: string): Each {
  const cache = useQueryClient()
  const [running, setRunning] = useState<Each['running']>()
  const [finished, setFinished] = useState<Each['finished']>()
  const stopped = useRef(false)
  const stop = () => {
    stopped.current = true
  }
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  const start: Each['start'] = async (keys, act) => {
    stopped.current = false
    setFinished(undefined)
    setRunning({ done: 0, of: keys.length })
    const queue = [...keys]
    const refused: RefusedKey[] = []
    let done = 0
    const work = async () => {
      for (let key = queue.shift(); key !== undefined && !stopped.current; key = queue.shift()) {
        const title = await act(key).then(() => undefined, titleOf)
        if (title !== undefined) refused.push({ key, title })
        done++
        setRunning({ done, of: keys.length })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    setRunning(undefined)
    setFinished({ done: done - refused.length, refused })
    await cache.invalidateQueries({ predicate: ({ queryKey: [call] }) => String(call).startsWith(renews) })
  }
  return { start, stop, running, finished }
}

function titleOf(error: unknown): string {
  if (!(error instanceof Refused)) throw error
  return [error.problem.title, error.problem.remedy].filter(Boolean).join(' ')
}
