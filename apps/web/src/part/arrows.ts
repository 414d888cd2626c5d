import type { KeyboardEvent } from 'react'

/** Rows that a page's key goes over. */
const page = 15

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: at => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + page),
  PageUp: at => Math.max(0, at - page),
  Home: () => 0,
  End: (_, last) => last,
}

/** Moves the focus among the `[data-row]` elements of a table; Enter is the element's own. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const from = event.target instanceof HTMLElement ? event.target : undefined
  if (!step || !from || from.closest('input, select, textarea')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(from)
  if (rows.length === 0) return
  event.preventDefault()
  rows[at < 0 ? 0 : step(at, rows.length - 1)]?.focus()
}
