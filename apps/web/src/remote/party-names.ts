import { useSyncExternalStore } from 'react'
import { useLanguage } from '../text/language.tsx'
import { ask } from './call.ts'

type Name = { readonly zh: string; readonly en: string }

/* Names of parties that records hold by id: asked for many at once, and kept for as long as the page is open. */

/** Undefined: asked for and not told. */
const known = new Map<string, Name | undefined>()
let wanted = new Set<string>()
let version = 0
const listeners = new Set<() => void>()
/** Most ids that one question may hold. */
const AT_ONCE = 200

function want(id: string): void {
  if (wanted.size === 0) queueMicrotask(fetchWanted)
  wanted.add(id)
}

async function fetchWanted(): Promise<void> {
  const ids = [...wanted]
  wanted = new Set()
  for (const id of ids) known.set(id, undefined)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const parties = ids.slice(from, from + AT_ONCE)
    // Without an answer the ids stand there, as they did before.
    const { names } = await ask('kernel.party.name', { parties }).catch(() => ({ names: [] }))
    for (const { id, name } of names) known.set(id, name)
  }
  version++
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The name of a party by its id, in the reader's language; undefined until it is known, and where nobody tells it. */
export function usePartyNames(): (id: string) => string | undefined {
  const { language } = useLanguage()
  useSyncExternalStore(subscribe, () => version)
  return id => {
    if (!known.has(id)) want(id)
    return known.get(id)?.[language]
  }
}
