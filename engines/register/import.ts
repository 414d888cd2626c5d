import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { canonical } from './canonical.ts'
import { changeOf, type Days, type HeldRecord, type IncomingRecord } from './change.ts'

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

/** Rows that one statement carries. */
const CHUNK = 5000
/** Rejected rows that a report names; the count is always whole. */
const NAMED = 1000

const HELD = `
  select id, key, true_from as from, true_to as to, data from register.record
  where register = $1 and ended_by is null`
const ADD = `
  insert into register.record (register, key, true_from, true_to, data, batch_id)
  select $1, key, true_from, true_to, data, $2 from unnest($3::text[], $4::date[], $5::date[], $6::jsonb[])
    as added (key, true_from, true_to, data)`
const END = 'update register.record set ended_by = $1 where id = any($2::bigint[])'
const BATCH = `
  insert into register.batch (id, register, edition, year, speaks_from, source, file, run, imported_at, account_id, rows, added,
    ended, unchanged, rejected, report)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`

/**
 * Takes a batch into a register, in the caller's transaction: what is new is added, what it contradicts ends,
 * what it repeats stays. Tells `register.batch.imported`.
 */
export async function importBatch(work: UnitOfWork, batch: Batch): Promise<BatchReport> {
  await work.query('select pg_advisory_xact_lock(hashtext($1))', [`register ${batch.register}`])
  const held = await heldRecords(work.tx, batch.register)
  const incoming = batch.rows.map(row => incomingOf(row, batch))
  const change = changeOf(held, incoming, batch.whole)
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
  await work.execute(BATCH, [
    id,
    batch.register,
    batch.edition,
    batch.year ?? null,
    batch.from,
    batch.source,
    batch.file ?? null,
    work.run,
    work.now,
    work.actor.account ?? null,
    counts.rows,
    counts.added,
    counts.ended,
    counts.unchanged,
    batch.rejected.length,
    JSON.stringify(rejected),
  ])
  await write(work.tx, batch.register, id, change.add, change.end)
  work.emit({
    type: 'register.batch.imported',
    record: `register.batch/${id}`,
    data: { register: batch.register, edition: batch.edition, ...counts, rejected: batch.rejected.length },
  })
  return report
}

function incomingOf(row: ImportRow, batch: Batch): IncomingRecord {
  const to = row.to ?? (row.from ? null : (batch.whole?.to ?? null))
  return { key: row.key, from: row.from ?? batch.from, to, data: canonical(row.data) }
}

async function heldRecords(tx: Tx, register: string): Promise<HeldRecord[]> {
  const rows = await tx.query<{ id: string; key: string; from: string; to: string | null; data: unknown }>(
    HELD,
    [register],
  )
  return rows.map(row => ({ ...row, data: canonical(row.data) }))
}

async function write(
  tx: Tx,
  register: string,
  batch: string,
  add: readonly IncomingRecord[],
  end: readonly string[],
) {
  for (let at = 0; at < end.length; at += CHUNK) await tx.execute(END, [batch, end.slice(at, at + CHUNK)])
  for (let at = 0; at < add.length; at += CHUNK) {
    const some = add.slice(at, at + CHUNK)
    await tx.execute(ADD, [
      register,
      batch,
      some.map(each => each.key),
      some.map(each => each.from),
      some.map(each => each.to),
      some.map(each => each.data),
    ])
  }
}
