import type { Tx } from '@tongqu/kernel/db'

/**
 * SQL: the run was known at a position, that is, an event of it is placed at or before it. One probe of an index a row:
 * `offset 0` keeps the planner, who cannot know how few transfers an account has, from reading the whole log instead.
 */
export function known(run: string, position: string): string {
  return `exists (select from kernel.logged_event e where e.run = ${run} and e.position <= ${position} offset 0)`
}

/** A way to tell the runs that were known at the position `$3` from the others, for sums over many rows. */
export interface Knowing {
  /** Common table expressions that it needs, each with a comma after it. */
  readonly given: string
  isKnown(run: string): string
}

/** Everything that is committed. */
export const anyhow: Knowing = { given: '', isKnown: () => 'true' }

/** Any position: one probe a row. */
export const byProbe: Knowing = { given: '', isKnown: run => known(run, '$3::bigint') }

/** A position near the log's end: the few runs that were known only later are gathered once. */
export const lessLater: Knowing = {
  given: `later as materialized (
    select told.run from (
      select first_id, last_id from kernel.event_batch where position is null
      union all select first_id, last_id from kernel.event_batch where position >= (
        select coalesce(max(position), 0) from kernel.event_batch where position <= $3::bigint)) b
    join kernel.event told on told.id between b.first_id and b.last_id
    where not ${known('told.run', '$3::bigint')}),`,
  isKnown: run => `${run} not in (select run from later)`,
}

/** Runs after a position up to which gathering them beats a probe a row. */
const NEAR = 1000
const HEAD = `
  select coalesce((select position + last_id - first_id from kernel.event_batch
    where position is not null order by position desc limit 1), 0) as head`

/** The last position of the event log that is placed: what is known now. Needs sight of all events. */
export async function knownNow(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ head: string }>(HEAD)
  return Number(row!.head)
}

/** Whether a position is near the end of the event log. Needs sight of all events. */
export async function isNear(tx: Tx, position: number): Promise<boolean> {
  return (await knownNow(tx)) - position <= NEAR
}
