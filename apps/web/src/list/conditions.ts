import { useEffect, useId, useRef, useSyncExternalStore } from 'react'

/** A condition of the page's list that is set: what it is called, what it says, how it is taken away. */
export interface Condition {
  readonly label: string
  readonly value: string
  readonly clear: () => void
}

const set = new Map<string, Condition>()
const listeners = new Set<() => void>()
let shown: readonly Condition[] = []

function changed(): void {
  shown = [...set.values()]
  for (const listener of listeners) listener()
}

/** Says of a field that it narrows the page's list, while it does. */
export function useCondition(label: string, value: string | undefined, clear: () => void): void {
  const id = useId()
  const away = useRef(clear)
  away.current = clear
  useEffect(() => {
    if (value === undefined || value === '') return
    set.set(id, { label, value, clear: () => away.current() })
    changed()
    return () => {
      set.delete(id)
      changed()
    }
  }, [id, label, value])
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The conditions that narrow the page's list now, in the order they were set. */
export const conditionsNow = (): readonly Condition[] => shown

export const useConditions = (): readonly Condition[] => useSyncExternalStore(listen, conditionsNow)
