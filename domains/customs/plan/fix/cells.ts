import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { hasLine, placeInWords, type RawRow } from '../book/index.ts'
import { type Field, fields, fieldsOfLevel } from '../fields.ts'
import { PERSONAL, WITHHELD } from '../personal.ts'

/** A cell that is to hold something else; without a line it is the order's own. */
export interface CellChange {
  readonly line?: number
  readonly column: string
  readonly value: string
}

/** A change as the history keeps it; identity numbers are withheld. */
export interface KeptChange {
  readonly place: { readonly zh: string; readonly en: string }
  readonly column: string
  readonly before: string
  readonly after: string
}

const byName = (level: Field['level'], name: string) =>
  fieldsOfLevel(level).find(field => field.name === name)

/** The rows with the changes in them, and what was changed. A field that is not known is passed over. */
export function changed(
  rows: readonly RawRow[],
  changes: readonly CellChange[],
): { rows: RawRow[]; kept: KeptChange[] } {
  const made = rows.map(row => ({ ...row, cells: [...row.cells] }))
  const kept: KeptChange[] = []
  for (const { line, column, value } of changes) {
    const field = byName(line === undefined ? 'order' : 'line', column)
    const row = made[line ?? 0]
    if (!field || !row) continue
    const before = (line === undefined ? ownText(made, field) : row.cells[field.at]?.text.trim()) ?? ''
    const after = value.trim()
    // An order's own cell is said once: what its other rows repeat goes, but for the sellers of lines.
    if (line === undefined && field.name !== 'sellerId')
      for (const other of made) other.cells[field.at] = undefined
    row.cells[field.at] = after === '' ? undefined : { kind: 'text', text: after }
    if (before === after) continue
    kept.push({
      place: placeInWords({ ...row.place, column: field.name }),
      column: field.name,
      before: shown(field, before),
      after: shown(field, after),
    })
  }
  return { rows: made, kept }
}

/** The first thing that the rows of an order say in a field of its own. */
function ownText(rows: readonly RawRow[], field: Field): string | undefined {
  return rows.map(row => row.cells[field.at]?.text.trim()).find(text => text !== undefined && text !== '')
}

/** A cell as a person may be shown it. */
function shown(field: Field, text: string): string {
  if (text === '') return ''
  return PERSONAL.has(field.name) ? WITHHELD : withoutIdentityNumbers(text)
}

/** The rows as a form shows them: the order's own cells once, then each line's. */
export function formOf(rows: readonly RawRow[]) {
  const order: Record<string, string> = {}
  for (const field of fieldsOfLevel('order')) {
    const text = ownText(rows, field)
    if (text !== undefined) order[field.name] = shown(field, text)
  }
  const lines = rows.flatMap((row, line) => {
    if (line === 0 && rows.length > 1 && !hasLine(row)) return []
    const cells: Record<string, string> = {}
    for (const field of fieldsOfLevel('line')) {
      const text = row.cells[field.at]?.text.trim()
      if (text) cells[field.name] = shown(field, text)
    }
    return [{ line, place: placeInWords(row.place), cells }]
  })
  return { order, lines }
}

/** Every field that a form may ask for. */
export function formFields() {
  return fields.map(({ name, zh, header, note, level, kind, needed, example, choices }) => ({
    name,
    label: { zh, en: header },
    note: { ...note },
    level,
    kind,
    needed,
    example,
    choices: choices.map(each => ({ ...each })),
  }))
}

/** The line of the order that a place in the book is; undefined: the order's own. */
export function lineAt(
  rows: readonly RawRow[],
  place: { readonly row?: number; readonly pointer?: string; readonly column?: string },
): number | undefined {
  if (place.column !== undefined && !byName('line', place.column)) return undefined
  const line = rows.findIndex(({ place: at }) =>
    place.pointer === undefined
      ? at.row === place.row
      : at.pointer !== undefined &&
        (place.pointer === at.pointer || place.pointer.startsWith(`${at.pointer}/`)),
  )
  return line < 0 ? undefined : line
}
