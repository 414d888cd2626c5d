import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { canonical } from './canonical.ts'
import type { HeldRecord, RegisterChange } from './change.ts'
import { byKey, type Describe } from './describe.ts'

/* SQL that changes a register, and nothing else. */

/** Hears how many of how many records are written. What it throws stops the writing. */
export type Watch = (done: number, of: number) => Promise<void>

/** Rows that one statement carries. */
const CHUNK = 5000

const HELD = `
  select id, key, true_from as from, true_to as to, data from register.record
  where register = $1 and ended_by is null and ($2::text is null or key = $2)`

/** What is believed now: of a register, or of one of its keys. */
export async function heldRecords(tx: Tx, register: string, key?: string): Promise<HeldRecord[]> {
  const rows = await tx.query<{ id: string; key: string; from: string; to: string | null; data: unknown }>(
    HELD,
    [register, key ?? null],
  )
  return rows.map(row => ({ ...row, data: canonical(row.data) }))
}

/** A batch as it is kept. */
export interface NewBatch {
  readonly id: string
  readonly register: string
  readonly edition: string
  readonly year?: number
  readonly source: string
  readonly file?: string
  readonly from: string
  readonly counts: {
    readonly rows: number
    readonly added: number
    readonly ended: number
    readonly unchanged: number
  }
  readonly rejectedRows: number
  readonly report: unknown
  /** The one entry that it corrects, with why. */
  readonly entry?: { readonly key: string; readonly reason: string }
}

const BATCH = `
  insert into register.batch (id, register, edition, year, speaks_from, source, file, run, imported_at, account_id, rows, added,
    ended, unchanged, rejected, report, entry, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`

export async function addBatch(work: UnitOfWork, batch: NewBatch): Promise<void> {
  const { counts } = batch
  await work.execute(BATCH, [
    batch.id,
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
    batch.rejectedRows,
    JSON.stringify(batch.report),
    batch.entry?.key ?? null,
    batch.entry?.reason ?? null,
  ])
}

const ADD = `
  insert into register.record (register, key, true_from, true_to, data, sought, reads, batch_id)
  select $1, key, true_from, true_to, data, sought, reads, $2
  from unnest($3::text[], $4::date[], $5::date[], $6::jsonb[], $7::text[], $8::text[])
    as added (key, true_from, true_to, data, sought, reads)`
const END = 'update register.record set ended_by = $1 where id = any($2::bigint[])'

export interface Write {
  readonly register: string
  readonly batch: string
  readonly change: RegisterChange
  readonly describe: Describe | undefined
  readonly watch?: Watch | undefined
}

/** Ends what a batch contradicts and adds what is new, piece by piece. */
export async function writeChange(tx: Tx, write: Write): Promise<void> {
  const { register, batch, change, describe = byKey, watch } = write
  const { add, end } = change
  const of = add.length + end.length
  for (let at = 0; at < end.length; at += CHUNK) {
    await watch?.(at, of)
    await tx.execute(END, [batch, end.slice(at, at + CHUNK)])
  }
  for (let at = 0; at < add.length; at += CHUNK) {
    await watch?.(end.length + at, of)
    const some = add.slice(at, at + CHUNK)
    const described = some.map(each => describe(each.key, JSON.parse(each.data)))
    await tx.execute(ADD, [
      register,
      batch,
      some.map(each => each.key),
      some.map(each => each.from),
      some.map(each => each.to),
      some.map(each => each.data),
      described.map(each => each.sought),
      described.map(each => each.reads),
    ])
  }
}
