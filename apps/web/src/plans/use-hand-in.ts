import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { command } from '../remote/call.ts'
import { upload } from '../remote/upload.ts'
import type { Fx } from './rates.ts'

interface Book {
  readonly file: File
  readonly date: string | undefined
  readonly fx: Fx
}

/**
 * Hands a book in: its bytes first (`stage` is the share sent, from 0 to 1), then the plan (`starting`), whose
 * page shows the reading. Leaving the page stops the upload.
 */
export function useHandIn() {
  const [stage, setStage] = useState<number | 'starting'>()
  const [error, setError] = useState<unknown>()
  const navigate = useNavigate()
  const cache = useQueryClient()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const send = async ({ file, date, fx }: Book, signal: AbortSignal) => {
    const stored = await upload('kernel.file.store', file, setStage, signal)
    setStage('starting')
    const rates = Object.keys(fx).length > 0 ? { fx } : {}
    const day = date === undefined ? {} : { date }
    // A second press with the same file makes a second plan: the key is of this press.
    const plan = await command('customs.plan.create', { file: stored.sm3, name: file.name, ...day, ...rates })
    await cache.invalidateQueries({ queryKey: ['customs.plan.list'] })
    await navigate({ to: '/plans/$id', params: { id: plan.id } })
  }
  const start = (book: Book) => {
    const controller = new AbortController()
    running.current = controller
    setError(undefined)
    setStage(0)
    send(book, controller.signal)
      .catch(problem => {
        if (!controller.signal.aborted) setError(problem)
      })
      .finally(() => setStage(undefined))
  }
  return { stage, error, start, stop: () => running.current?.abort(), reset: () => setError(undefined) }
}
