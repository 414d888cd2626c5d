import type { Field } from '../../fields.ts'
import type { BookPlace } from '../item.ts'
import type { Raw } from '../values/index.ts'

/** One row of a table, or one object of JSON, with its cells by field. */
export interface RawRow {
  readonly place: BookPlace
  /** By the position of the field. */
  readonly cells: readonly (Raw | undefined)[]
  /** Column letters of each field, or its property as written. */
  readonly names: ReadonlyMap<Field, string>
}

const escaped = (property: string) => property.replaceAll('~', '~0').replaceAll('/', '~1')

/** Where a field of a row stands, also where its cell is empty. */
export function placeOf(row: RawRow, field: Field): BookPlace {
  const name = row.names.get(field)
  const { pointer } = row.place
  if (pointer !== undefined)
    return { pointer: `${pointer}/${escaped(name ?? field.name)}`, column: field.name }
  return { ...row.place, column: field.name, ...(name !== undefined && { letter: name }) }
}
