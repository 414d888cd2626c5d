import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Column } from './column.ts'

/** Milliseconds that the rows stand still before it is looked whether their cells have room. */
const still = 200

/**
 * Widths of a table's columns in pixels, taken once from what is drawn first: else they would move with the rows that
 * come and go. They are taken anew when the table's room or its columns change, and when a cell has no room.
 * @param at the first row that is drawn
 * @returns undefined while the browser lays the columns out, and on a phone
 */
export function useWidths<T>(
  table: RefObject<HTMLTableElement | null>,
  columns: readonly Column<T>[],
  at: number | undefined,
): readonly number[] | undefined {
  const [widths, setWidths] = useState<{ of: string; all: readonly number[] }>()
  const room = useRef(0)
  const keys = columns.map(({ key }) => key).join(' ')
  const isKnown = widths?.of === keys
  useLayoutEffect(() => {
    const box = table.current?.parentElement
    if (!box) return
    const watch = new ResizeObserver(() => {
      if (Math.abs(room.current - box.clientWidth) > 1) setWidths(undefined)
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [table])
  useLayoutEffect(() => {
    const element = table.current
    if (isKnown || at === undefined || !element) return
    room.current = element.parentElement?.clientWidth ?? 0
    const heads = [...(element.tHead?.rows[0]?.cells ?? [])]
    if (heads[0]?.offsetWidth)
      setWidths({ of: keys, all: heads.map(head => head.getBoundingClientRect().width) })
  }, [isKnown, keys, at, table])
  useEffect(() => {
    if (!isKnown || at === undefined) return
    const timer = setTimeout(() => table.current && isTight(table.current) && setWidths(undefined), still)
    return () => clearTimeout(timer)
  }, [isKnown, at, table])
  return isKnown ? widths.all : undefined
}

const isTight = (table: HTMLTableElement) =>
  [...table.querySelectorAll('tbody [data-index] > td')].some(cell => cell.scrollWidth > cell.clientWidth + 1)
