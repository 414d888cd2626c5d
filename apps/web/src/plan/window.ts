/** Which rows of a long list are worth drawing. */
export interface Window {
  readonly first: number
  /** One past the last. */
  readonly end: number
}

const around = 6

/** The rows that stand in the visible part, and a few around it so that scrolling shows no gap. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, total: number): Window {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - around)
  const end = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + around)
  return { first: Math.min(first, end), end }
}

/** How far to scroll so that a row stands wholly in the visible part. */
export function scrollToRow(scrollTop: number, height: number, rowHeight: number, row: number): number {
  const top = row * rowHeight
  if (top < scrollTop) return top
  return top + rowHeight > scrollTop + height ? top + rowHeight - height : scrollTop
}
