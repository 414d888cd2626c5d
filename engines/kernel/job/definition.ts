import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Actor } from '../identity/actor.ts'
import type { Text } from '../text/index.ts'

/** What a job works with: as many units of work as it needs, each a transaction of its own. */
export interface JobContext {
  readonly actor: Actor
  /** Aborted when the server stops: leave at the next chunk, the job is done again from its own record. */
  readonly signal: AbortSignal
  readonly attempt: number
  /** One transaction, as the system. */
  work<T>(what: (work: UnitOfWork) => Promise<T>): Promise<T>
}

/** Work that outlives a call. It is done at least once, so its effect must be the same the second time. */
export interface JobDefinition {
  /** `module.noun.verb` */
  readonly name: string
  /** What it does, for people. */
  readonly title?: Text
  /**
   * Done when the server starts and every so many seconds after, of real time whatever the kernel's clock says; with an
   * empty payload. A run that fails is not tried again before the next. Absent: done only when it is asked for.
   */
  readonly everySeconds?: number
  run(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void>
  /**
   * Told when the last attempt failed, or an administrator cancelled it: its record says so from then on. Absent: the
   * failure is kept with the job for an administrator, and what waits is not cancelled, for its record would wait on.
   */
  failed?(context: JobContext, payload: Readonly<Record<string, unknown>>, reason: string): Promise<void>
}
