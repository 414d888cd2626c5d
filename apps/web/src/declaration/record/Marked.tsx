import { useEffect, useRef } from 'react'

/** A text with what is looked for marked; the first of it comes into sight. */
export function Marked({ text, find }: { text: string; find: string | undefined }) {
  const first = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = first.current?.closest('section')
    if (box && first.current) box.scrollTop = first.current.offsetTop - box.offsetTop - box.clientHeight / 3
  }, [])
  if (!find || !text.includes(find)) return text
  return text.split(find).map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text keep their places.
    <span key={n}>
      {n > 0 ? <mark ref={n === 1 ? first : undefined}>{find}</mark> : null}
      {part}
    </span>
  ))
}
