import { type Keyed, type Keyset, keyset, type SortKeys } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { TransferSort } from './contract.ts'

/* SQL of transfers between warehouses. How much is on the way is the ledger's. */

/*
 * A transfer's life: ordered (held where it lies) → dispatched → closed, once nothing is on the way any more;
 * ordered → cancelled.
 */
export type TransferState = 'ordered' | 'dispatched' | 'closed' | 'cancelled'

export interface TransferRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly from_warehouse_id: string
  readonly from_keeper_id: string
  readonly to_warehouse_id: string
  readonly to_keeper_id: string
  readonly state: TransferState
  readonly due_on: string | null
  readonly reason: string | null
  readonly account_id: string | null
  readonly at: Date
  readonly dispatched_at: Date | null
  readonly ended_at: Date | null
}

const COLUMNS = `id, number, party_id, from_warehouse_id, from_keeper_id, to_warehouse_id, to_keeper_id, state, due_on, reason,
  account_id, at, dispatched_at, ended_at`
const FIND = `select ${COLUMNS} from market.transfer where id = $1`
const LOCK = `${FIND} for update`

/** @param isLocked nobody else works on it until the transaction ends */
export async function findTransfer(tx: Tx, id: string, isLocked = false): Promise<TransferRow | undefined> {
  const [row] = await tx.query<TransferRow>(isLocked ? LOCK : FIND, [id])
  return row
}

export interface TransferFilter {
  readonly state?: string | undefined
  readonly warehouse?: string | undefined
  /** Only those on the way that were due before this day. */
  readonly dueBefore?: string | undefined
}

/** The orders that transfers are listed in; ids grow as numbers do. */
const SORTS: SortKeys<TransferSort> = {
  keys: {
    number: { sql: 'id', type: 'uuid' },
    // Without a day: last.
    due: { sql: `coalesce(due_on, 'infinity'::date)`, type: 'date' },
  },
  id: { sql: 'id', type: 'uuid' },
  usual: '-number',
}

export const transferPage = (asked: Parameters<typeof keyset<TransferSort>>[1]) => keyset(SORTS, asked)

export function listTransfers(
  tx: Tx,
  filter: TransferFilter,
  page: Keyset,
  limit: number,
): Promise<(TransferRow & Keyed)[]> {
  const values: unknown[] = [filter.state ?? null, filter.warehouse ?? null, filter.dueBefore ?? null]
  const value = (each: unknown) => `$${values.push(each)}`
  const conditions = [
    `($1::text is null or state = $1) and ($2::uuid is null or $2 in (from_warehouse_id, to_warehouse_id))
       and ($3::date is null or (state = 'dispatched' and due_on < $3))`,
    ...page.conditions(value),
  ]
  return tx.query<TransferRow & Keyed>(
    `select ${COLUMNS}, ${page.columns} from market.transfer where ${conditions.join(' and ')}
     order by ${page.orderBy} limit ${value(limit)}`,
    values,
  )
}

export interface TransferLineRow extends Record<string, unknown> {
  /** Also its account in transit. */
  readonly id: string
  readonly n: number
  readonly article_id: string
  readonly lot_id: string | null
  readonly from_line_id: string
  readonly hold_id: string
  readonly party_id: string
  readonly sku: string
  readonly unit: string
  readonly scale: number
  readonly ledger: number
  readonly lot_number: string | null
  readonly expires_on: string | null
}

const LINES = `
  select t.id, t.n, t.article_id, t.lot_id, t.from_line_id, t.hold_id, t.party_id, a.sku, a.unit, a.scale, a.ledger,
    o.number as lot_number, o.expires_on
  from market.transfer_line t join market.article a on a.id = t.article_id left join market.lot o on o.id = t.lot_id
  where t.transfer_id = $1 order by t.n`

export function linesOf(tx: Tx, transfer: string): Promise<TransferLineRow[]> {
  return tx.query<TransferLineRow>(LINES, [transfer])
}

export interface NewTransferLine {
  readonly id: string
  readonly article: string
  readonly lot: string | null
  readonly fromLine: string
  readonly hold: string
}

export async function addTransfer(
  tx: Tx,
  row: TransferRow,
  lines: readonly NewTransferLine[],
): Promise<void> {
  await tx.execute(
    `insert into market.transfer (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.id,
      row.number,
      row.party_id,
      row.from_warehouse_id,
      row.from_keeper_id,
      row.to_warehouse_id,
      row.to_keeper_id,
      row.state,
      row.due_on,
      row.reason,
      row.account_id,
      row.at,
      row.dispatched_at,
      row.ended_at,
    ],
  )
  await tx.execute(
    `insert into market.transfer_line (id, transfer_id, n, party_id, from_keeper_id, to_keeper_id, article_id, lot_id, from_line_id, hold_id)
     select id, $1, n, $2, $3, $4, article, lot, line, hold
     from unnest($5::uuid[], $6::int[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[]) as l (id, n, article, lot, line, hold)`,
    [
      row.id,
      row.party_id,
      row.from_keeper_id,
      row.to_keeper_id,
      lines.map(line => line.id),
      lines.map((_, n) => n + 1),
      lines.map(line => line.article),
      lines.map(line => line.lot),
      lines.map(line => line.fromLine),
      lines.map(line => line.hold),
    ],
  )
}

/** Writes what changes in a transfer's life. */
export async function keepTransfer(tx: Tx, row: TransferRow): Promise<void> {
  await tx.execute(
    'update market.transfer set state = $2, due_on = $3, reason = $4, dispatched_at = $5, ended_at = $6 where id = $1',
    [row.id, row.state, row.due_on, row.reason, row.dispatched_at, row.ended_at],
  )
}
