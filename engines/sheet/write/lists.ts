import type { stream } from 'exceljs'
import { columnName } from '../column.ts'
import type { SheetSpec } from './spec.ts'

/** Name of the hidden sheet that holds the values of drop-downs: a list in the rule itself ends at 255 characters. */
export const LISTS_SHEET = '_lists'

export interface ChoiceLists {
  readonly lists: readonly (readonly string[])[]
  rangeOf(choices: readonly string[]): string | undefined
}

/** Collects the drop-downs of all sheets; equal ones are kept once. */
export function listsOf(sheets: readonly SheetSpec[]): ChoiceLists {
  const places = new Map<string, number>()
  const lists: (readonly string[])[] = []
  for (const { choices } of sheets.flatMap(sheet => sheet.columns)) {
    if (!choices || choices.length === 0) continue
    const key = JSON.stringify(choices)
    if (places.has(key)) continue
    places.set(key, lists.length)
    lists.push(choices)
  }
  return {
    lists,
    rangeOf(choices) {
      const at = places.get(JSON.stringify(choices))
      if (at === undefined) return undefined
      const column = columnName(at)
      return `${LISTS_SHEET}!$${column}$1:$${column}$${choices.length}`
    },
  }
}

export function writeLists(writer: stream.xlsx.WorkbookWriter, { lists }: ChoiceLists): void {
  if (lists.length === 0) return
  const sheet = writer.addWorksheet(LISTS_SHEET, { state: 'hidden' })
  const rows = Math.max(...lists.map(list => list.length))
  for (let at = 0; at < rows; at++) sheet.addRow(lists.map(list => list[at] ?? null)).commit()
  sheet.commit()
}
