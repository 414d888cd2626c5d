import { useEffect, useState } from 'react'

/* What somebody has typed and not sent yet: a reload of the page finds it again, closing the tab forgets it. */

/** Before the key of every draft in the tab's memory. */
const drafts = 'draft '

/** A value kept under a key in this tab's memory; undefined where there is none or it cannot be read. */
function read(key: string): unknown {
  const text = sessionStorage.getItem(drafts + key)
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Drafts of the forms that are open now, how many forms each. */
const open = new Map<string, number>()

/** Keys of the open forms in which something is typed and not sent. */
export const unsent = (): string[] => [...open.keys()].filter(hasKept)

export const hasKept = (key: string): boolean => sessionStorage.getItem(drafts + key) !== null

/** Forgets drafts; a form that is still open shows them until it is closed. */
export function forget(keys: readonly string[]): void {
  for (const key of keys) sessionStorage.removeItem(drafts + key)
}

/** Forgets every draft of this tab: whoever signs in next is somebody else. */
export function forgetAll(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(drafts)) sessionStorage.removeItem(key)
}

/**
 * What is typed in a form, kept until it is sent. While the form is open, leaving it is asked about (form/Leaving.tsx).
 * @param key of what it is about: two records do not share a draft
 * @param isDraft whether what was kept still fits the form, which may have changed since
 * @returns the draft, and the way to change it; undefined forgets it
 */
export function useKept<T>(
  key: string,
  isDraft: (value: unknown) => value is T,
): [T | undefined, (draft: T | undefined) => void] {
  const [draft, setDraft] = useState(() => {
    const kept = read(key)
    return isDraft(kept) ? kept : undefined
  })
  useEffect(() => {
    open.set(key, (open.get(key) ?? 0) + 1)
    return () => {
      const left = (open.get(key) ?? 1) - 1
      if (left > 0) open.set(key, left)
      else open.delete(key)
    }
  }, [key])
  const change = (next: T | undefined) => {
    if (next === undefined) sessionStorage.removeItem(drafts + key)
    else sessionStorage.setItem(drafts + key, JSON.stringify(next))
    setDraft(next)
  }
  return [draft, change]
}
