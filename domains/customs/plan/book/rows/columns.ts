import { columnName, type Row } from '@tongqu/sheet'
import type { Field } from '../../fields.ts'
import { fields } from '../../fields.ts'
import type { Fault } from '../faults.ts'
import { fieldOfHeader, nearestField } from '../headers.ts'
import type { BookPlace } from '../item.ts'

export interface Columns {
  /** By position of the column. */
  readonly fields: readonly (Field | undefined)[]
  readonly letters: ReadonlyMap<Field, string>
  /** Positions with a header that is not known. */
  readonly unknown: ReadonlySet<number>
  readonly warnings: readonly { readonly fault: Fault; readonly place: BookPlace }[]
  /** Any of these makes the sheet unreadable. */
  readonly refusals: readonly { readonly fault: Fault; readonly place: BookPlace }[]
}

const needed = fields.filter(field => field.needed)
/** A row is a header when this many of its cells name fields; a title above the table names none. */
const ENOUGH = 3

export function isHeader(row: Row): boolean {
  return row.cells.filter(cell => fieldOfHeader(cell.text)).length >= ENOUGH
}

/** The fault of a name that nobody knows, with what it may have been meant for. */
export function unknownName(found: string): Fault {
  const near = nearestField(found)
  return near
    ? { code: 'book.misspelt_column', params: { found, suggestion: near.header, suggestionZh: near.zh } }
    : { code: 'book.unknown_column', params: { found } }
}

/** Says which column is which field, and what is wrong with the header. */
export function readColumns(row: Row, sheet: string): Columns {
  const byIndex: (Field | undefined)[] = []
  const letters = new Map<Field, string>()
  const unknown = new Set<number>()
  const warnings: { fault: Fault; place: BookPlace }[] = []
  const refusals: { fault: Fault; place: BookPlace }[] = []
  for (const cell of row.cells) {
    const found = cell.text.trim().slice(0, 60)
    if (found === '') continue
    const place = { sheet, row: row.number, column: found, letter: cell.column }
    const field = fieldOfHeader(cell.text)
    const first = field && letters.get(field)
    if (!field) {
      unknown.add(cell.index)
      warnings.push({ fault: unknownName(found), place })
    } else if (first !== undefined) {
      refusals.push({ fault: { code: 'book.duplicate_column', params: { found, first } }, place })
    } else {
      byIndex[cell.index] = field
      letters.set(field, columnName(cell.index))
    }
  }
  for (const field of needed) {
    if (letters.has(field)) continue
    const params = { wanted: field.header, wantedZh: field.zh }
    const place = { sheet, row: row.number, column: field.name }
    refusals.push({ fault: { code: 'book.missing_column', params }, place })
  }
  return { fields: byIndex, letters, unknown, warnings, refusals }
}
