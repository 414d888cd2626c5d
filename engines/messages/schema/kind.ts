import type { ValueFault } from './fault.ts'
import type { Text } from './text.ts'

/** The codes of a counter's tables, handed in as a value: the engine holds none. */
export interface CodeTables {
  /** Whether a table holds a code on an ISO day; undefined: the table, or its state on that day, is not known. */
  has(table: string, code: string, day: string): boolean | undefined
}

/** What a value is judged by besides itself. */
export interface CheckContext {
  readonly tables?: CodeTables | undefined
  /** The legal day (ISO) that code tables and conditions are asked for. */
  readonly day: string
  /** Names of tables that were asked for and are not there: what is not checked is said. */
  readonly unchecked: Set<string>
}

/** What can make up one text of a message, and how it is judged, described and made up for a test. */
export interface Kind<T extends string = string> {
  /** As the counters' own tables write it: `C..60`, `N16,2`, `yyyyMMdd`. */
  readonly format: string
  /** What the format alone does not say. */
  readonly says?: Text
  /** The code table that its values stand in. */
  readonly table?: string
  /** The values it is confined to, with their meaning. */
  readonly choices?: Readonly<Record<string, Text>>
  /** Its text is XML that stands in the document as it is. */
  readonly isMarkup?: true
  /** The first thing wrong with a text that is not empty; undefined: nothing. */
  check(text: string, context: CheckContext): ValueFault | undefined
  /** A valid text; `pick(n)` gives a whole number from 0 up to and without n. */
  sample(pick: (n: number) => number): string
  /** Texts that are wrong, each with the code it is refused by. */
  readonly wrong: readonly { readonly text: string; readonly code: ValueFault['code'] }[]
  /** Carries the type of its values; never set. */
  readonly type?: T
}
