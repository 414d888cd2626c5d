import type { UnitOfWork } from '../command/index.ts'
import { readLimits } from '../identity/limits.ts'
import { countFailure, secondsToWait } from '../identity/tries.ts'

/** One try of somebody who is not signed in to name something that only few know. */
export interface StrangersTry {
  /** Seconds that are to be waited before the next one is looked at; 0: this one may be. */
  readonly wait: number
  /** Counts that it was wrong, against what was tried and against the address that it came from. */
  failed(): Promise<void>
}

/**
 * The same bounds as for signing in: the first few failures are free, each one after doubles the wait. Call it in a
 * command of system scope that answers, and does not refuse: what a refusal counts would be undone.
 * @param subject what is tried, `track YT-1`: tries of one subject are looked at one after the other
 */
export async function tryOfStranger(work: UnitOfWork, subject: string): Promise<StrangersTry> {
  const limits = await readLimits(work)
  const { address } = work.actor
  return {
    wait: await secondsToWait(work.tx, subject, address, work.now, limits),
    failed: () => countFailure(work.tx, subject, address, work.now),
  }
}
