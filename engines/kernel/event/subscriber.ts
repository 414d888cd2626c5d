import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { StoredEvent } from './types.ts'

/**
 * Reacts to committed events, in order. Its effect and its cursor move in one transaction, as the system, so
 * each event takes effect once. An event it throws on stops it there, visible in /health, and is tried again.
 */
export interface Subscriber {
  /** `module.what-it-keeps`: the name of its cursor. */
  readonly name: string
  readonly types: readonly string[]
  handle(work: UnitOfWork, event: StoredEvent): Promise<void>
}
