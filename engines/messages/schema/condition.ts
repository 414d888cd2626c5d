/**
 * A rule over several elements of one record, as it holds from a day on. Paths are names from the record down, joined
 * by a point; a repeated element stands for each of its occurrences.
 */
export interface Condition {
  /** Its stable name: the parameter it was read from. */
  readonly id: string
  /** `CEB603`. */
  readonly message: string
  /** The record that it is asked of, from the root: `Inventory`; '' is the whole message. */
  readonly record: string
  /** All must hold: the text at the path is one of these. None: it always holds. */
  readonly when: Readonly<Record<string, readonly string[]>>
  /** What must then be there. */
  readonly needs: readonly string[]
  /** What must then not be there. */
  readonly forbids: readonly string[]
  /** What must then be one of these. */
  readonly allows: Readonly<Record<string, readonly string[]>>
  /** ISO days, both inclusive; `to` undefined: no end is known. */
  readonly from: string
  readonly to?: string | undefined
  readonly source: string
}
