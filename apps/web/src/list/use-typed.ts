import { useEffect, useRef, useState } from 'react'

/**
 * What is typed into a condition's field. It stands in the field first and in the address after; what changes in the
 * address for another reason (going back, clearing) comes to stand in the field.
 * @returns the text; a way to change it on the screen only; a way to tell the address
 */
export function useTyped(value: string | undefined, change: (text: string | undefined) => void) {
  const known = value ?? ''
  const [text, setText] = useState(known)
  const told = useRef<string[]>([])
  useEffect(() => {
    const own = told.current.indexOf(known)
    // The address comes to hold what was typed here a moment ago; anything else was changed elsewhere.
    told.current = own < 0 ? [] : told.current.slice(own + 1)
    if (own < 0) setText(known)
  }, [known])
  const tell = (words: string) => {
    if (words === (told.current.at(-1) ?? known)) return
    told.current.push(words)
    change(words || undefined)
  }
  return { text, setText, tell }
}
