import type { Clock } from '../clock/index.ts'
import { newId } from '../crypto/id.ts'
import type { Tx } from '../db/index.ts'
import type { NewEvent } from '../event/types.ts'
import type { FileStore } from '../files/store.ts'
import { type Actor, NOBODY_PARTY } from '../identity/actor.ts'
import type { IdentityNumbers } from '../identity/identity-numbers.ts'
import { enqueue } from '../job/enqueue.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What a unit of work is made with. */
export interface WorkParts {
  readonly clock: Clock
  readonly files: FileStore
  readonly identityNumbers: IdentityNumbers
}

/** A unit of work with what gathers in it while its handler runs. */
export interface OpenWork {
  readonly work: UnitOfWork
  /** What the handler emits, in order. */
  readonly told: NewEvent[]
  /** To be done after the commit. */
  readonly after: (() => void)[]
  /** Whether what was written stands even if the handler refuses. */
  keepsOnRefusal(): boolean
}

/** Opens a unit of work on a transaction. */
export function openWork(parts: WorkParts, tx: Tx, actor: Actor, run: string): OpenWork {
  const told: NewEvent[] = []
  const after: (() => void)[] = []
  let keepsOnRefusal = false
  const now = parts.clock.now()
  const work: UnitOfWork = {
    actor,
    now,
    run,
    tx,
    query: tx.query,
    execute: tx.execute,
    newId: () => newId(now),
    emit: event => told.push(event),
    enqueue: job => enqueue(tx, job),
    afterCommit: what => after.push(what),
    unsafeKeepOnRefusal: () => {
      keepsOnRefusal = true
    },
    keepIdentityNumbers: numbers => parts.identityNumbers.keep(tx, numbers, now),
    files: {
      find: sm3 => parts.files.find(tx, sm3),
      keep: file => parts.files.name(tx, file, actor.party ?? NOBODY_PARTY, now),
    },
  }
  return { work, told, after, keepsOnRefusal: () => keepsOnRefusal }
}
