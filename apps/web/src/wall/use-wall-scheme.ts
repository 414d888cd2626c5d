import { useEffect, useRef, useState } from 'react'
import { applyScheme, type Scheme, useScheme } from '../look/scheme.ts'

const key = 'wall-scheme'

/** The wall's own colours: dark, unless somebody chose here. The other pages keep theirs. */
export function useWallScheme(): [Scheme, (scheme: Scheme) => void] {
  const [scheme, setScheme] = useState<Scheme>(() =>
    localStorage.getItem(key) === 'light' ? 'light' : 'dark',
  )
  const choose = (next: Scheme) => {
    localStorage.setItem(key, next)
    setScheme(next)
  }
  // Whoever turns the whole console while looking at the wall means the wall too.
  const everywhere = useScheme()
  const before = useRef(everywhere)
  useEffect(() => {
    if (before.current === everywhere) return
    before.current = everywhere
    localStorage.setItem(key, everywhere)
    setScheme(everywhere)
  }, [everywhere])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the console puts its own on the page when it changes.
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme
    return applyScheme
  }, [scheme, everywhere])
  return [scheme, choose]
}
