import type { Row, Tx } from '../db/index.ts'
import type { NewEvent } from '../event/types.ts'
import type { FileRef } from '../files/types.ts'
import type { Actor } from '../identity/actor.ts'
import type { JobRequest } from '../job/types.ts'

/**
 * What a handler works in: one open transaction, who acts, and the time. Whatever it reads, writes, tells and
 * asks for commits together or not at all.
 */
export interface UnitOfWork extends Tx {
  readonly actor: Actor
  /** The kernel's time of this run: the only time a handler knows. */
  readonly now: Date
  /** UUID of this run, in the audit and on its events. */
  readonly run: string
  readonly tx: Tx
  newId(): string
  /** Told to subscribers after the commit. */
  emit(event: NewEvent): void
  /** Done after the commit, at least once; survives a crash. */
  enqueue(job: JobRequest): Promise<void>
  /** Done in this process once the commit has succeeded, and lost with it: for what is kept in memory only. */
  afterCommit(what: () => void): void
  /**
   * Lets what this handler wrote and told stand although it refuses. Counting failed tries is the one reason.
   */
  unsafeKeepOnRefusal(): void
  /** The keyed hash of each identity number; the numbers are stored sealed in their one table. */
  keepIdentityNumbers(numbers: readonly string[]): Promise<string[]>
  readonly files: WorkFiles
  query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>
}

/** Stored files, as far as the transaction may see them. */
export interface WorkFiles {
  /** Undefined when there is no such file or it is another party's. */
  find(sm3: string): Promise<FileRef | undefined>
  /**
   * Writes the row that names bytes which the edge has stored, under the caller's party, or the installation
   * itself where nobody is signed in. Bytes without a row are swept.
   * @returns whether it is new to that party
   */
  keep(file: Omit<FileRef, 'path'>): Promise<boolean>
}
