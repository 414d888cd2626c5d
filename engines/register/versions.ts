import type { Tx } from '@tongqu/kernel/db'

/** Who took a batch in, under what name, when. */
export interface BatchHead {
  readonly batch: string
  /** Number in the order in which batches came. */
  readonly serial: number
  readonly edition: string
  readonly source: string
  readonly importedAt: Date
  /** Account that took it in; null: the house itself. */
  readonly account: string | null
  /** Of a correction of one entry. */
  readonly reason: string | null
}

/** One version of an entry: the days it is true on, and since and until when it was believed. */
export interface Version<D> {
  readonly from: string
  readonly to: string | null
  readonly data: D
  readonly since: BatchHead
  /** The batch that ended it; undefined: it is believed now. */
  readonly until?: BatchHead
}

const head = (
  b: string,
) => `json_build_object('batch', ${b}.id, 'serial', ${b}.serial, 'edition', ${b}.edition,
  'source', ${b}.source, 'importedAt', ${b}.imported_at, 'account', ${b}.account_id, 'reason', ${b}.reason)`
const VERSIONS = `
  select r.true_from as from, r.true_to as to, r.data, ${head('b')} as since,
    case when e.id is not null then ${head('e')} end as until
  from register.record r join register.batch b on b.id = r.batch_id left join register.batch e on e.id = r.ended_by
  where r.register = $1 and r.key = $2 order by (e.id is null) desc, r.true_from desc, r.id desc`

type Told = Omit<BatchHead, 'importedAt'> & { readonly importedAt: string }

/** Every version of an entry: those believed now first, the latest days first. */
export async function versionsOf<D>(tx: Tx, register: string, key: string): Promise<Version<D>[]> {
  const rows = await tx.query<{ from: string; to: string | null; data: D; since: Told; until: Told | null }>(
    VERSIONS,
    [register, key],
  )
  return rows.map(({ since, until, ...rest }) => ({
    ...rest,
    since: headOf(since),
    ...(until && { until: headOf(until) }),
  }))
}

const headOf = (told: Told): BatchHead => ({ ...told, importedAt: new Date(told.importedAt) })

const VERSION = `
  select coalesce(max(id), 0) || '.' || count(ended_by) as version from register.record where register = $1 and key = $2`

/** A text that changes whenever the entry changes; "0.0": nothing was ever said of it. */
export async function versionOf(tx: Tx, register: string, key: string): Promise<string> {
  const [row] = await tx.query<{ version: string }>(VERSION, [register, key])
  return row!.version
}
