import type { Text } from '../text/index.ts'

/*
 * An answer as a person reads it on a terminal, where "name: value" for every field would not do: a statement of account
 * is a heading and a table. Machines take the answer itself (`--json`).
 */

/** A value that is shown; a text in the reader's language, `undefined` as nothing. */
export type Shown = string | number | Text | undefined

export interface TableView {
  readonly columns: readonly { readonly title: Text; readonly right?: boolean }[]
  readonly rows: readonly (readonly Shown[])[]
  /** Said where there is no row. */
  readonly none: Text
}

export type ViewPart =
  | { readonly facts: readonly (readonly [name: Text, value: Shown])[] }
  | { readonly table: TableView }
  | { readonly note: Text }

/** Parts from top to bottom. */
export type View = readonly ViewPart[]
