import type { CellKind } from '@tongqu/sheet'
import type { Field } from '../../fields.ts'
import type { Fault } from '../faults.ts'
import type { BookTables } from '../tables.ts'

/** A cell as written, wherever it stands. */
export interface Raw {
  /** `object`: JSON nests something where a single value belongs. */
  readonly kind: CellKind | 'object'
  readonly text: string
}

export type Parsed = { readonly value: string | boolean } | { readonly fault: Fault }

/** Reads a cell that holds something; `text` is trimmed. */
export type Reader = (raw: Raw, field: Field, tables: BookTables) => Parsed

export const good = (value: string | boolean): Parsed => ({ value })

/** Long cells are shortened in messages. */
const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

export const bad = (code: Fault['code'], raw: Raw, params: Fault['params'] = {}): Parsed => ({
  fault: { code, params: { found: shown(raw.text), ...params } },
})
