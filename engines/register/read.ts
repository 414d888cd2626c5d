import type { Tx } from '@tongqu/kernel/db'

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

const COLUMNS = `register, edition, year, source, file, speaks_from as from, imported_at as "importedAt", rows,
  rejected, (select e.position from kernel.logged_event e where e.record = 'register.batch/' || b.id limit 1) as "knownSince"`
const LATEST = `
  select distinct on (register) ${COLUMNS} from register.batch b where register like $1
  order by register, imported_at desc, id desc`
const EDITIONS = `select ${COLUMNS} from register.batch b where register = $1 order by imported_at desc, id desc`

/** The last edition taken into each register whose name fits the pattern (SQL `like`). */
export function latestEditions(tx: Tx, pattern: string): Promise<Edition[]> {
  return editions(tx, LATEST, pattern)
}

/** Every edition taken into a register, the last one first. */
export function editionsOf(tx: Tx, register: string): Promise<Edition[]> {
  return editions(tx, EDITIONS, register)
}

async function editions(tx: Tx, statement: string, value: string): Promise<Edition[]> {
  const rows = await tx.query<Edition & { knownSince: string | null }>(statement, [value])
  return rows.map(row => ({ ...row, knownSince: row.knownSince === null ? null : Number(row.knownSince) }))
}
