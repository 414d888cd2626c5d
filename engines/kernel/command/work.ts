import type { Clock } from '../clock/index.ts'
import { newId } from '../crypto/id.ts'
import type { Tx } from '../db/index.ts'
import type { NewEvent } from '../event/types.ts'
import type { FileStore } from '../files/store.ts'
import type { Actor } from '../identity/actor.ts'
import type { IdentityNumbers } from '../identity/identity-numbers.ts'
import { enqueue } from '../job/enqueue.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What a unit of work is made with. */
export interface WorkParts {
  readonly clock: Clock
  readonly files: FileStore
  readonly identityNumbers: IdentityNumbers
}

/** Opens a unit of work on a transaction; `told` gathers what its handler emits. */
export function openWork(
  parts: WorkParts,
  tx: Tx,
  actor: Actor,
  run: string,
): { work: UnitOfWork; told: NewEvent[] } {
  const told: NewEvent[] = []
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
    keepIdentityNumber: number => parts.identityNumbers.keep(tx, number, now),
    files: { find: sm3 => parts.files.find(tx, sm3) },
  }
  return { work, told }
}
