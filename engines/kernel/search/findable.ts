import type { Permission } from '../command/definition.ts'
import type { Tx } from '../db/index.ts'
import type { Text } from '../text/index.ts'

/** The reader who is everybody, signed in or not. */
export const EVERYBODY = '00000000-0000-0000-0000-000000000000'

/** A record as people look for it. */
export interface Entry {
  /** Key of the record within its kind. */
  readonly key: string
  /** What people name it by: P-20261123-0001, an article's own number. */
  readonly number?: string | undefined
  /** Other numbers that lead to it: the customs' own, its orders'. */
  readonly numbers?: readonly string[]
  readonly title: Text
  /** Other names that lead to it. */
  readonly names?: readonly string[]
  /** Said beside it. */
  readonly note?: Text | undefined
  /** Address in the console. */
  readonly page: string
  /** UUIDs of the parties that see the record, or `EVERYBODY`. */
  readonly readers: readonly string[]
  /** When it was made: of equals the newest comes first. */
  readonly at?: Date | undefined
}

interface Common {
  /** A short word, unique in the installation: `plan`, `article`. */
  readonly kind: string
  readonly name: Text
  /** What one must be allowed to do to find these. Row security's scope is the one that grants it. */
  readonly permission: Permission
  /** Raised when entries come to be made otherwise: all of the kind are made again at the next start. */
  readonly edition: number
}

/** Records of a table, whose triggers (`kernel.search_marks`) mark what is to be read again. */
export interface FindableRecords extends Common {
  /** A statement that selects `key` (text) of all records. */
  readonly all: string
  /** A statement that selects `key` of those of the records `$1` (text[]) that row security shows to the asker. */
  readonly seen: string
  /** Entries of the records named; one that is left out is forgotten. Runs as the system. */
  read(tx: Tx, keys: readonly string[]): Promise<readonly Entry[]>
}

/** Entries that stand in packs and code: everybody's, made again at a start where they differ. */
export interface FindableTexts extends Common {
  texts(): readonly Omit<Entry, 'readers'>[]
}

export type Findable = FindableRecords | FindableTexts

export const isRecords = (findable: Findable): findable is FindableRecords => 'read' in findable

/** The statements of a table whose key is one column. */
export function recordsOf(
  table: string,
  key = 'id',
  type: 'uuid' | 'text' | 'bigint' = 'uuid',
): Pick<FindableRecords, 'all' | 'seen'> {
  return {
    all: `select ${key}::text as key from ${table}`,
    seen: `select ${key}::text as key from ${table} where ${key} = any($1::${type}[])`,
  }
}
