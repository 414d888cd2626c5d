import type { Tx } from '@tongqu/kernel/db'
import type { CountState } from './rules.ts'

/* SQL of counts. What was expected is the ledger's, as at the times that stand in `frozen`. */

export interface CountRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly warehouse_id: string
  readonly keeper_id: string
  readonly state: CountState
  readonly reason: string | null
  readonly account_id: string | null
  readonly at: Date
  readonly approved_by: string | null
  readonly ended_at: Date | null
}

const COLUMNS = `id, number, party_id, warehouse_id, keeper_id, state, reason, account_id, at, approved_by, ended_at`
const FIND = `select ${COLUMNS} from market.count where id = $1`
const LOCK = `${FIND} for update`

/** @param isLocked nobody else works on it until the transaction ends */
export async function findCount(tx: Tx, id: string, isLocked = false): Promise<CountRow | undefined> {
  const [row] = await tx.query<CountRow>(isLocked ? LOCK : FIND, [id])
  return row
}

/** The newest first. */
export function listCounts(
  tx: Tx,
  filter: { state?: string | undefined; warehouse?: string | undefined; after?: string | undefined },
  limit: number,
): Promise<CountRow[]> {
  return tx.query<CountRow>(
    `select ${COLUMNS} from market.count
     where ($1::text is null or state = $1) and ($2::uuid is null or warehouse_id = $2) and ($3::uuid is null or id < $3)
     order by id desc limit $4`,
    [filter.state ?? null, filter.warehouse ?? null, filter.after ?? null, limit],
  )
}

export async function addCount(tx: Tx, row: CountRow): Promise<void> {
  await tx.execute(
    `insert into market.count (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.number,
      row.party_id,
      row.warehouse_id,
      row.keeper_id,
      row.state,
      row.reason,
      row.account_id,
      row.at,
      row.approved_by,
      row.ended_at,
    ],
  )
}

/** Writes what changes in a count's life. */
export async function keepCount(tx: Tx, row: CountRow): Promise<void> {
  await tx.execute(
    'update market.count set state = $2, reason = $3, approved_by = $4, ended_at = $5 where id = $1',
    [row.id, row.state, row.reason, row.approved_by, row.ended_at],
  )
}

/** Accounts of a line and its shelf, each with the ledger's time, nanoseconds since 1970, as text. */
export type Frozen = Readonly<Record<string, string>>

/** Adds lines after those that the sheet has. @returns the number of the first */
export async function addLines(
  tx: Tx,
  count: CountRow,
  lines: readonly { readonly stock: string; readonly frozen: Frozen }[],
): Promise<number> {
  const [last] = await tx.query<{ n: number }>(
    'select coalesce(max(n), 0) as n from market.count_line where count_id = $1',
    [count.id],
  )
  const first = last!.n + 1
  await tx.execute(
    `insert into market.count_line (count_id, n, party_id, keeper_id, line_id, frozen)
     select $1, n, $2, $3, line, frozen::jsonb from unnest($4::int[], $5::uuid[], $6::text[]) as l (n, line, frozen)`,
    [
      count.id,
      count.party_id,
      count.keeper_id,
      lines.map((_, n) => first + n),
      lines.map(line => line.stock),
      lines.map(line => JSON.stringify(line.frozen)),
    ],
  )
  return first
}

export interface CountLineRow extends Record<string, unknown> {
  readonly n: number
  readonly line_id: string
  readonly frozen: Frozen
  readonly recount: boolean
  readonly first: string | null
  readonly second: string | null
  readonly counted_by: readonly (string | null)[]
}

const LINES = `
  select l.n, l.line_id, l.frozen, l.recount,
    (select counted from market.count_entry e where e.count_id = l.count_id and e.n = l.n and e.round = 1) as first,
    (select counted from market.count_entry e where e.count_id = l.count_id and e.n = l.n and e.round = 2) as second,
    array(select account_id from market.count_entry e where e.count_id = l.count_id and e.n = l.n order by round) as counted_by
  from market.count_line l where l.count_id = $1 order by l.n`

export function linesOf(tx: Tx, count: string): Promise<CountLineRow[]> {
  return tx.query<CountLineRow>(LINES, [count])
}

export async function markRecount(tx: Tx, count: string, lines: readonly number[]): Promise<void> {
  await tx.execute('update market.count_line set recount = true where count_id = $1 and n = any($2)', [
    count,
    lines,
  ])
}

const ENTER = `
  insert into market.count_entry (count_id, n, round, party_id, keeper_id, counted, account_id, at)
  select $1, n, $2, $3, $4, counted, $5, $6 from unnest($7::int[], $8::bigint[]) as e (n, counted)
  on conflict (count_id, n, round) do update set counted = excluded.counted, at = excluded.at
    where count_entry.account_id is not distinct from excluded.account_id
  returning n`

/** Enters what was counted, or corrects one's own. @returns lines that were entered; others were somebody else's */
export async function enter(
  tx: Tx,
  count: CountRow,
  round: 1 | 2,
  entries: readonly { readonly line: number; readonly counted: bigint }[],
  by: { readonly account: string | undefined; readonly at: Date },
): Promise<ReadonlySet<number>> {
  const rows = await tx.query<{ n: number }>(ENTER, [
    count.id,
    round,
    count.party_id,
    count.keeper_id,
    by.account ?? null,
    by.at,
    entries.map(entry => entry.line),
    entries.map(entry => entry.counted),
  ])
  return new Set(rows.map(row => row.n))
}

/** Number of an open count that some of these lines are on. */
export async function openCountOf(tx: Tx, lines: readonly string[]): Promise<string | undefined> {
  const [row] = await tx.query<{ number: string }>(
    `select c.number from market.count_line l join market.count c on c.id = l.count_id
     where l.line_id = any($1) and c.state in ('counting', 'recounting', 'counted') limit 1`,
    [lines],
  )
  return row?.number
}
