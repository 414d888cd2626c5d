import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { command } from '../../remote/call.ts'
import { upload } from '../../remote/upload.ts'

interface Sent {
  readonly file: File
  readonly table: string
  readonly from: string
}

/**
 * Sends a table's file and has it checked; `share` is how much of it is sent, from 0 to 1. Stopped, or left in the
 * middle, nothing of it is kept.
 */
export function useSending() {
  const [share, setShare] = useState<number>()
  const [error, setError] = useState<unknown>()
  const [isStopped, setStopped] = useState(false)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const send = async ({ file, table, from }: Sent, signal: AbortSignal) => {
    const stored = await upload('kernel.file.store', file, setShare, signal)
    const day = from ? { from } : {}
    const { id } = await command('customs.import.begin', { file: stored.sm3, table, ...day })
    await cache.invalidateQueries({ queryKey: ['customs.import.list'] })
    await navigate({ to: '/tables/import/$id', params: { id } })
  }
  const start = (what: Sent) => {
    const controller = new AbortController()
    running.current = controller
    setError(undefined)
    setStopped(false)
    setShare(0)
    send(what, controller.signal)
      .catch(problem => (controller.signal.aborted ? setStopped(true) : setError(problem)))
      .finally(() => setShare(undefined))
  }
  return { share, error, isStopped, start, stop: () => running.current?.abort() }
}
