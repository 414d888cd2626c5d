import {
  defaultRangeExtractor,
  type Range,
  useWindowVirtualizer,
  type VirtualItem,
} from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { keepHeights, keptHeights } from './heights.ts'

/** A line of a table and a card of a phone before they have been measured. */
const likely = { line: 38, card: 132 }
const narrow = '(max-width: 720px)'
/** Rows drawn beyond the edges of the window: a turn of the wheel finds them there. */
const beyond = 6

/** Which rows of a long table are drawn, and how the keyboard moves among all of them. */
export interface RowWindow {
  readonly items: readonly VirtualItem[]
  /** Pixels that all rows take. */
  readonly size: number
  /** Pixels from the page's top to the first row. */
  readonly margin: number
  readonly measure: (row: HTMLTableRowElement | null) => void
  readonly move: (event: KeyboardEvent<HTMLElement>) => void
}

export function useRowWindow<T>(
  table: RefObject<HTMLTableElement | null>,
  label: string,
  rows: readonly T[],
  keyOf: (row: T) => string,
): RowWindow {
  const margin = useMargin(table)
  const focused = useRef<number>(undefined)
  const wanted = useRef<number>(undefined)
  const [place] = useState(() => `${window.location.href} ${label}`)
  const [isNarrow] = useState(() => window.matchMedia(narrow).matches)
  const range = (seen: Range) => {
    const drawn = defaultRangeExtractor(seen)
    // A row that has the focus stays drawn: the keyboard would be lost with it.
    const at = focused.current
    if (at === undefined || at >= seen.count || drawn.includes(at)) return drawn
    return [...drawn, at].sort((a, b) => a - b)
  }
  const list = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => (isNarrow ? likely.card : likely.line),
    overscan: beyond,
    scrollMargin: margin,
    scrollPaddingStart: margin > 0 ? 96 : 0,
    scrollPaddingEnd: 24,
    getItemKey: index => keyOf(rows[index]!),
    rangeExtractor: range,
    initialMeasurementsCache: keptHeights(place),
  })
  useEffect(() => () => keepHeights(place, list.takeSnapshot()), [list, place])
  const items = list.getVirtualItems()
  const goTo = (index: number) => {
    focused.current = index
    wanted.current = index
    list.scrollToIndex(index)
    if (reach(table.current, index)) wanted.current = undefined
  }
  useEffect(() => {
    if (wanted.current !== undefined && reach(table.current, wanted.current)) wanted.current = undefined
  })
  useFocused(table, focused)
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target : undefined
    if (!from || from.closest('input, select, textarea, thead')) return
    const at = Number(from.closest<HTMLElement>('[data-index]')?.dataset.index ?? items[0]?.index ?? 0)
    const to = stepOf(event.key, at, rows.length - 1, table.current)
    if (to === undefined) return
    event.preventDefault()
    goTo(to)
  }
  return { items, size: list.getTotalSize(), margin, measure: list.measureElement, move }
}

function stepOf(key: string, at: number, last: number, table: HTMLElement | null): number | undefined {
  const height = table?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.offsetHeight || likely.line
  const page = Math.max(1, Math.floor(window.innerHeight / height) - 3)
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }
  const to = steps[key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}

/** Gives the focus to a row's link; false while the row is not drawn yet. */
function reach(table: HTMLElement | null, index: number): boolean {
  const link = table?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row]`)
  link?.focus({ preventScroll: true })
  return link !== null && link !== undefined
}

/** Keeps in mind which row has the focus, however it came there. */
function useFocused(table: RefObject<HTMLElement | null>, focused: RefObject<number | undefined>): void {
  useEffect(() => {
    const element = table.current
    if (!element) return
    const came = ({ target }: FocusEvent) => {
      const index = (target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index
      focused.current = index === undefined ? undefined : Number(index)
    }
    const left = () => {
      focused.current = undefined
    }
    element.addEventListener('focusin', came)
    element.addEventListener('focusout', left)
    return () => {
      element.removeEventListener('focusin', came)
      element.removeEventListener('focusout', left)
    }
  }, [table, focused])
}

/** Pixels from the page's top to the table's first row; what stands above it may grow. */
function useMargin(table: RefObject<HTMLTableElement | null>): number {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const look = () => {
      const body = table.current?.tBodies[0]
      if (body) setMargin(Math.round(body.getBoundingClientRect().top + window.scrollY))
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [table])
  return margin
}
