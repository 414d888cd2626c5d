import type { Tx } from '@tongqu/kernel/db'
import { canonical } from './canonical.ts'

/** When a figure or record is asked for. */
export interface AsAt {
  /** True on this legal day. */
  readonly day: string
  /** As known at this position of the event log; absent: as known now. */
  readonly knownAt?: number
}

export interface RegisterRecord<D> {
  readonly key: string
  readonly from: string
  readonly to: string | null
  readonly data: D
}

export interface Edition {
  readonly register: string
  readonly edition: string
  readonly year: number | null
  readonly source: string
  readonly file: string | null
  /** First legal day that it speaks for. */
  readonly from: string
  readonly importedAt: Date
  /** Position of the event log since which it is known; null: not placed yet. */
  readonly knownSince: number | null
  readonly rows: number
  readonly rejected: number
  /** Id of the batch, and its number in the order in which batches came. */
  readonly batch: string
  readonly serial: number
  /** Account that took it in; null: the house itself. */
  readonly account: string | null
  readonly added: number
  readonly ended: number
  /** The one entry that it corrects, with why; null: it is an edition. */
  readonly entry: string | null
  readonly reason: string | null
}

const NOW = `
  select key, true_from as from, true_to as to, data from register.record
  where register = $1 and ended_by is null and true_from <= $2 and (true_to is null or true_to >= $2) order by key`

// A batch is known since the position of the event that told it.
const KNOWN = `
  with known as (
    select b.id from register.batch b join kernel.logged_event e on e.record = 'register.batch/' || b.id
    where b.register = $1 and e.position <= $3
  )
  select key, true_from as from, true_to as to, data from register.record
  where register = $1 and true_from <= $2 and (true_to is null or true_to >= $2)
    and batch_id in (select id from known) and (ended_by is null or ended_by not in (select id from known))
  order by key`

/**
 * The records of a register that are true on a day, as known at a position. The pair gives the same answer for
 * ever; `knownAt` reads the event log and so needs the audit or system scope.
 */
export async function recordsAt<D>(tx: Tx, register: string, asAt: AsAt): Promise<RegisterRecord<D>[]> {
  return asAt.knownAt === undefined
    ? tx.query<RegisterRecord<D>>(NOW, [register, asAt.day])
    : tx.query<RegisterRecord<D>>(KNOWN, [register, asAt.day, asAt.knownAt])
}

const ALL = `
  select key, true_from as from, true_to as to, data from register.record
  where register = $1 and ended_by is null order by key, true_from`

/** Every record of a register that is believed now, whatever days it is true on. */
export async function allRecords<D>(tx: Tx, register: string): Promise<RegisterRecord<D>[]> {
  return tx.query<RegisterRecord<D>>(ALL, [register])
}

const OF_KEY = `
  select key, true_from as from, true_to as to, data from register.record
  where register = $1 and key = $2 and ended_by is null order by true_from`

/** What is believed now of one key, with a way to ask whether it says the same as other data. */
export async function recordsOfKey(
  tx: Tx,
  register: string,
  key: string,
): Promise<(RegisterRecord<unknown> & { isData(data: unknown): boolean })[]> {
  const rows = await tx.query<RegisterRecord<unknown>>(OF_KEY, [register, key])
  return rows.map(row => ({ ...row, isData: data => canonical(data) === canonical(row.data) }))
}

const COLUMNS = `register, edition, year, source, file, speaks_from as from, imported_at as "importedAt", rows,
  rejected, id as batch, serial, account_id as account, added, ended, entry, reason, (select e.position from kernel.logged_event e where e.record = 'register.batch/' || b.id limit 1) as "knownSince"`
const LATEST = `
  select distinct on (register) ${COLUMNS} from register.batch b where register like $1 and entry is null
  order by register, serial desc`
const EDITIONS = `select ${COLUMNS} from register.batch b where register = $1 and entry is null order by serial desc`
const BATCHES = `select ${COLUMNS} from register.batch b where register = $1 order by serial desc limit $2`

/** The last edition taken into each register whose name fits the pattern (SQL `like`). */
export function latestEditions(tx: Tx, pattern: string): Promise<Edition[]> {
  return editions(tx, LATEST, pattern)
}

/** Every edition taken into a register, the last one first. */
export function editionsOf(tx: Tx, register: string): Promise<Edition[]> {
  return editions(tx, EDITIONS, register)
}

/** Editions taken into a register and corrections of its entries, the last one first. */
export function batchesOf(tx: Tx, register: string, limit: number): Promise<Edition[]> {
  return editions(tx, BATCHES, register, limit)
}

const EDITED = 'select distinct entry from register.batch where register = $1 and entry is not null'

/** Keys of a register that somebody has corrected one by one. */
export async function editedKeys(tx: Tx, register: string): Promise<Set<string>> {
  const rows = await tx.query<{ entry: string }>(EDITED, [register])
  return new Set(rows.map(row => row.entry))
}

async function editions(tx: Tx, statement: string, ...values: unknown[]): Promise<Edition[]> {
  const rows = await tx.query<Edition & { knownSince: string | null; serial: string }>(statement, values)
  return rows.map(row => ({
    ...row,
    serial: Number(row.serial),
    knownSince: row.knownSince === null ? null : Number(row.knownSince),
  }))
}
