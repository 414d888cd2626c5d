import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../../../remote/call.ts'
import type { Answer } from '../../../remote/contracts.ts'
import { addPart, begun, type Walk } from './walk.ts'

export type Part = Answer<'kernel.audit.verifyPart'>

/** Walks over the audit part by part, for as long as the page is open and nobody stops it. */
export function useVerification() {
  const [walk, setWalk] = useState<Walk>()
  const [error, setError] = useState<unknown>()
  const running = useRef<AbortController>(undefined)
  const stop = useCallback(() => running.current?.abort(), [])
  useEffect(() => stop, [stop])
  const start = useCallback(() => {
    stop()
    const controller = new AbortController()
    running.current = controller
    setError(undefined)
    const began = performance.now()
    const go = async () => {
      let standing = begun
      setWalk(standing)
      while (!standing.isDone && !controller.signal.aborted) {
        const part = await ask('kernel.audit.verifyPart', { after: standing.upTo }, controller.signal)
        standing = addPart(standing, part, performance.now() - began)
        setWalk(standing)
      }
    }
    go().catch(problem => {
      if (controller.signal.aborted) setWalk(before => before && { ...before, isStopped: true })
      else setError(problem)
    })
  }, [stop])
  return { walk, error, start, stop }
}
