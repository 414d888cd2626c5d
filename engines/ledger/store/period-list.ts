import type { Tx } from '@tongqu/kernel/db'
import type { Text } from '@tongqu/kernel/text'
import type { Balances } from './balances.ts'
import type { Unit } from './unit.ts'

/** A closing as people look at it. */
export interface ListedPeriod {
  readonly id: string
  readonly unit: Unit
  /** Null: all parties. */
  readonly party: string | null
  readonly partyName: Text | null
  /** Nanoseconds since 1970. */
  readonly upTo: bigint
  readonly askedAt: Date
  /** Null: snapshots are still being taken. */
  readonly closedAt: Date | null
  readonly accounts: number | null
  readonly totals: Balances | undefined
}

interface Row extends Record<string, unknown>, Omit<ListedPeriod, 'upTo' | 'totals'> {
  readonly upTo: string
  readonly dp: string | null
  readonly d: string
  readonly cp: string
  readonly c: string
}

const LIST = `
  select q.id, q.party_id as party, p.name as "partyName", q.up_to as "upTo", q.asked_at as "askedAt",
    q.finished_at as "closedAt", q.accounts, q.debits_pending as dp, q.debits_posted as d, q.credits_pending as cp,
    q.credits_posted as c,
    json_build_object('number', u.number, 'kind', u.kind, 'code', u.code, 'scale', u.scale, 'name', u.name) as unit
  from ledger.period q join ledger.unit u on u.number = q.unit left join kernel.party p on p.id = q.party_id
  where ($1::int is null or q.unit = $1) and ($2::uuid is null or q.party_id = $2) and ($3::uuid is null or q.id < $3)
    and ($4::uuid is null or q.id = $4)
  order by q.id desc limit $5`

/** Closings that the caller may see, the last asked for first. */
export async function listPeriods(
  tx: Tx,
  asked: { unit?: number | undefined; party?: string | undefined; after?: string | undefined; id?: string },
  most: number,
): Promise<ListedPeriod[]> {
  const values = [asked.unit ?? null, asked.party ?? null, asked.after ?? null, asked.id ?? null, most]
  const rows = await tx.query<Row>(LIST, values)
  return rows.map(({ dp, d, cp, c, upTo, ...period }) => ({
    ...period,
    upTo: BigInt(upTo),
    totals:
      dp === null
        ? undefined
        : {
            debits_pending: BigInt(dp),
            debits_posted: BigInt(d),
            credits_pending: BigInt(cp),
            credits_posted: BigInt(c),
          },
  }))
}

const KNOWN = `
  select substr(record, 15)::uuid as id, position from kernel.logged_event
  where record = any($1) and type = 'ledger.period.closed' and position is not null`

/** Positions of the event log at which closings were known. Needs sight of all events. */
export async function positionsOf(tx: Tx, periods: readonly string[]): Promise<Map<string, number>> {
  const records = periods.map(id => `ledger.period/${id}`)
  const rows = await tx.query<{ id: string; position: string }>(KNOWN, [records])
  return new Map(rows.map(({ id, position }) => [id, Number(position)]))
}
