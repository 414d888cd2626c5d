import { useSyncExternalStore } from 'react'

export type Scheme = 'light' | 'dark'

const key = 'scheme'
const listeners = new Set<() => void>()

const stated = (): Scheme | undefined => {
  const value = localStorage.getItem(key)
  return value === 'light' || value === 'dark' ? value : undefined
}

/** The scheme in use: the one chosen here before, else what the reader's system prefers. */
export function schemeNow(): Scheme {
  return stated() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
}

/** Puts the scheme on the page; called before the first paint and at each change. */
export function applyScheme(): void {
  document.documentElement.dataset.scheme = schemeNow()
}

export function chooseScheme(scheme: Scheme): void {
  localStorage.setItem(key, scheme)
  applyScheme()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)')
  const changed = () => {
    applyScheme()
    listener()
  }
  listeners.add(listener)
  media.addEventListener('change', changed)
  return () => {
    listeners.delete(listener)
    media.removeEventListener('change', changed)
  }
}

export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, schemeNow)
}
