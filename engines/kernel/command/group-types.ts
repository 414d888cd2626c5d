import type { Tx } from '../db/index.ts'
import type { NewEvent } from '../event/types.ts'
import type { Actor } from '../identity/actor.ts'
import type { Refusal } from '../refusal/index.ts'

/** What a pure decision asks to be written and answered. */
export interface Decision<R, O> {
  readonly rows: readonly R[]
  readonly events?: readonly NewEvent[]
  readonly output: O
}

/** One gathered call, as `decide` sees it. */
export interface GroupCall<I> {
  readonly input: I
  readonly actor: Actor
  readonly now: Date
  /** UUID of the run: ids of rows can be made from it. */
  readonly run: string
}

/**
 * How a shard's writer works through many calls. `S` is the state that decisions need, read once per batch
 * (or kept between batches by `load` itself), `R` a row.
 */
export interface GroupRun<I, O, S = unknown, R = unknown> {
  /** Reads, for all calls at once, what `decide` needs. */
  load(tx: Tx, calls: readonly GroupCall<I>[]): Promise<S>
  /** Decides one call in order; may change `state` for those after it. Pure: no clock, no database. */
  decide(state: S, call: GroupCall<I>): Decision<R, O> | Refusal
  /** Writes the rows of all decisions, set-based: one statement per table. */
  write(tx: Tx, rows: readonly R[]): Promise<void>
}
