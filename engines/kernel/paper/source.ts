import type { Tx } from '../db/index.ts'

/** How things stand with what a paper says. */
export type Standing =
  /** It says what the record says. */
  | 'current'
  /** The record says something else by now. */
  | 'superseded'
  /** What it speaks of was cancelled. */
  | 'cancelled'

/** A module whose records are printed: it alone knows whether a paper still says what the record says. */
export interface PaperSource {
  /** `customs.declaration`: records are `customs.declaration/ID`. */
  readonly records: string
  /** System scope. */
  standing(
    tx: Tx,
    paper: { readonly record: string; readonly kind: string; readonly basis: string; readonly day: string },
  ): Promise<Standing>
}
