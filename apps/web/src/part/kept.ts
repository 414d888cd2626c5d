import { useState } from 'react'

/** A value kept under a key in this tab's memory; undefined where there is none or it cannot be read. */
function read(key: string): unknown {
  const text = sessionStorage.getItem(key)
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * What somebody has typed and not sent yet: a reload of the page finds it again, closing the tab forgets it.
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
  const change = (next: T | undefined) => {
    if (next === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(next))
    setDraft(next)
  }
  return [draft, change]
}
