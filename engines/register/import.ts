import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { canonical } from './canonical.ts'
import { changeOf, type Days, type HeldRecord, type IncomingRecord, type RegisterChange } from './change.ts'
import type { Describe } from './describe.ts'
import { addBatch, heldRecords, type Watch, writeChange } from './write.ts'

/** A row of an import. */
export interface ImportRow {
  readonly key: string
  readonly data: unknown
  /** Days it is true on, both included; absent: the batch's own. */
  readonly from?: string
  readonly to?: string
}

/** A row that could not be taken, with its place. */
export interface RejectedRow {
  readonly place: string
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
}

export interface Batch {
  readonly register: string
  /** What people call this edition: "2020", "2026-11". */
  readonly edition: string
  readonly year?: number
  readonly source: string
  readonly file?: string
  /** First legal day that it speaks for. */
  readonly from: string
  /** The rows are the whole register on these days; absent: they are added to what is there. */
  readonly whole?: Days
  readonly rows: readonly ImportRow[]
  readonly rejected: readonly RejectedRow[]
  /** Leaves no batch behind when it changes nothing. */
  readonly quiet?: boolean
  /** What its rows are found by; absent: by their keys. */
  readonly describe?: Describe
}

export interface BatchReport {
  readonly id: string
  readonly register: string
  readonly edition: string
  readonly rows: number
  readonly added: number
  readonly ended: number
  readonly unchanged: number
  readonly rejected: readonly RejectedRow[]
}

/** Rejected rows that a report names; the count is always whole. */
const NAMED = 1000

/** What a batch would change of what stands, with the records of both sides. */
export interface Weighed {
  readonly held: readonly HeldRecord[]
  readonly incoming: readonly IncomingRecord[]
  readonly change: RegisterChange
}

/** What a batch would change, by the rule that takes it; nothing is written. */
export async function weighBatch(
  tx: Tx,
  batch: Pick<Batch, 'register' | 'rows' | 'from' | 'whole'>,
): Promise<Weighed> {
  const held = await heldRecords(tx, batch.register)
  const incoming = batch.rows.map(row => incomingOf(row, batch))
  return { held, incoming, change: changeOf(held, incoming, batch.whole) }
}

/** Waits until nobody else changes the register, and keeps it so until the transaction ends. */
export async function lockRegister(work: UnitOfWork, register: string): Promise<void> {
  await work.query('select pg_advisory_xact_lock(hashtext($1))', [`register ${register}`])
}

/**
 * Takes a batch into a register, in the caller's transaction: what is new is added, what it contradicts ends,
 * what it repeats stays. Tells `register.batch.imported`.
 * @param watch hears how many records are written; what it throws stops the import
 */
export async function importBatch(work: UnitOfWork, batch: Batch, watch?: Watch): Promise<BatchReport> {
  await lockRegister(work, batch.register)
  const { change } = await weighBatch(work.tx, batch)
  const id = work.newId()
  const counts = {
    rows: batch.rows.length,
    added: change.add.length,
    ended: change.end.length,
    unchanged: change.unchanged,
  }
  const rejected = batch.rejected.slice(0, NAMED)
  const report = { id, register: batch.register, edition: batch.edition, ...counts, rejected }
  if (batch.quiet && counts.added + counts.ended === 0) return report
  const { register, edition, year, source, file, from } = batch
  await addBatch(work, {
    id,
    register,
    edition,
    ...(year !== undefined && { year }),
    source,
    ...(file !== undefined && { file }),
    from,
    counts,
    rejectedRows: batch.rejected.length,
    report: rejected,
  })
  await writeChange(work.tx, { register, batch: id, change, describe: batch.describe, watch })
  work.emit({
    type: 'register.batch.imported',
    record: `register.batch/${id}`,
    data: { register, edition, ...counts, rejected: batch.rejected.length },
  })
  return report
}

function incomingOf(row: ImportRow, batch: Pick<Batch, 'from' | 'whole'>): IncomingRecord {
  const to = row.to ?? (row.from ? null : (batch.whole?.to ?? null))
  return { key: row.key, from: row.from ?? batch.from, to, data: canonical(row.data) }
}
