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
  /** Name of the command: of use where several share a writer. */
  readonly command: string
  readonly input: I
  readonly actor: Actor
  readonly now: Date
  /** UUID of the run: ids of rows can be made from it. */
  readonly run: string
}

/**
 * How a shard's writer works through many calls. `S` is the state that decisions need, `R` a row.
 *
 * The state of a batch that was committed is handed to the next one's `load`, so that it need not be read again.
 * It is dropped after any error, and when another process has taken the shard meanwhile: then `load` gets none.
 * A state that is kept must therefore be all that it was read from: only this writer may change those rows.
 */
export interface GroupRun<I, O, S = unknown, R = unknown> {
  /**
   * Commands that name the same writer share its shards, and so are decided in one order over one state. Their
   * `load` and `write` are the same functions. Absent: a writer of the command's own.
   */
  readonly writer?: string
  /**
   * A batch may be read and decided while the one before is still being written. `load` then does not find in the
   * tables what that one writes: whatever a batch can change has to be in `kept`. Absent: `load` reads after it.
   */
  readonly decidesAhead?: boolean
  /** Reads, for all calls at once, what `decide` needs and `kept` does not hold. */
  load(tx: Tx, calls: readonly GroupCall<I>[], kept: S | undefined, shard: string): Promise<S>
  /** Decides one call in order; may change `state` for those after it, but not when it refuses. Pure. */
  decide(state: S, call: GroupCall<I>): Decision<R, O> | Refusal
  /**
   * Writes the rows of all decisions, set-based: one statement per table. Called when at least one call was not
   * refused, though it may have asked for no rows: `state` can hold what else is to be written, which is taken out
   * of it before the first `await`.
   */
  write(tx: Tx, rows: readonly R[], state: S): Promise<void>
  /** The oldest batch that was written is committed: what was kept only for it can be read from the tables. */
  committed?(state: S): void
}
