import type { UnitOfWork } from '@tongqu/kernel/command'
import { canonical } from './canonical.ts'
import { changeOf, type IncomingRecord } from './change.ts'
import type { Describe } from './describe.ts'
import { lockRegister } from './import.ts'
import { versionOf } from './versions.ts'
import { addBatch, heldRecords, writeChange } from './write.ts'

/** A correction of one entry: what is true of its key on these days, and only on these. */
export interface EntryChange {
  readonly register: string
  readonly key: string
  /** Undefined: the key is not true on these days. */
  readonly data: unknown
  readonly from: string
  readonly to: string | null
  /** The edition that it belongs to. */
  readonly edition: string
  readonly year?: number
  readonly source: string
  readonly reason: string
  /** The version of the entry that the corrector saw (`versionOf`). */
  readonly version: string
  readonly describe?: Describe
}

/**
 * Corrects one entry, in the caller's transaction; what is true of it on other days stays. Tells
 * `register.batch.imported` with the entry and the reason.
 * @returns the batch's id; undefined when somebody else has changed the entry since it was read: nothing is written
 */
export async function changeEntry(work: UnitOfWork, entry: EntryChange): Promise<string | undefined> {
  const { register, key, from, to } = entry
  await lockRegister(work, register)
  if ((await versionOf(work.tx, register, key)) !== entry.version) return undefined
  const incoming: IncomingRecord[] =
    entry.data === undefined ? [] : [{ key, from, to, data: canonical(entry.data) }]
  const change = changeOf(await heldRecords(work.tx, register, key), incoming, { from, to })
  const id = work.newId()
  const counts = {
    rows: incoming.length,
    added: change.add.length,
    ended: change.end.length,
    unchanged: change.unchanged,
  }
  const { edition, year, source, reason } = entry
  await addBatch(work, {
    id,
    register,
    edition,
    ...(year !== undefined && { year }),
    source,
    from,
    counts,
    rejectedRows: 0,
    report: [],
    entry: { key, reason },
  })
  await writeChange(work.tx, { register, batch: id, change, describe: entry.describe })
  work.emit({
    type: 'register.batch.imported',
    record: `register.batch/${id}`,
    data: { register, edition, entry: key, from, to, source, reason, ...counts, rejected: 0 },
  })
  return id
}
