import { type Keyed, type Keyset, keyset, type SortKeys } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { ReceiptSort } from './contract.ts'
import type { ReceiptState } from './rules.ts'

/* SQL of receipts. */

export interface ReceiptRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly warehouse_id: string
  readonly keeper_id: string
  readonly source: 'supplier' | 'customer'
  readonly sender: string | null
  readonly reference: string | null
  readonly expected_on: string | null
  readonly state: ReceiptState
  readonly reason: string | null
  readonly account_id: string | null
  readonly at: Date
}

const COLUMNS = `id, number, party_id, warehouse_id, keeper_id, source, sender, reference, expected_on, state, reason,
  account_id, at`
const FIND = `select ${COLUMNS} from market.receipt where id = $1`
const LOCK = `${FIND} for update`

/** @param isLocked nobody else receives on it until the transaction ends */
export async function findReceipt(tx: Tx, id: string, isLocked = false): Promise<ReceiptRow | undefined> {
  const [row] = await tx.query<ReceiptRow>(isLocked ? LOCK : FIND, [id])
  return row
}

export interface ReceiptFilter {
  readonly state?: string | undefined
  readonly warehouse?: string | undefined
}

/** The orders that receipts are listed in; ids grow as numbers do. */
const SORTS: SortKeys<ReceiptSort> = {
  keys: {
    number: { sql: 'id', type: 'uuid' },
    // Without a day: last.
    expected: { sql: `coalesce(expected_on, 'infinity'::date)`, type: 'date' },
  },
  id: { sql: 'id', type: 'uuid' },
  usual: '-number',
}

export const receiptPage = (asked: Parameters<typeof keyset<ReceiptSort>>[1]) => keyset(SORTS, asked)

export function listReceipts(
  tx: Tx,
  filter: ReceiptFilter,
  page: Keyset,
  limit: number,
): Promise<(ReceiptRow & Keyed)[]> {
  const values: unknown[] = [filter.state ?? null, filter.warehouse ?? null]
  const value = (each: unknown) => `$${values.push(each)}`
  const conditions = [
    '($1::text is null or state = $1) and ($2::uuid is null or warehouse_id = $2)',
    ...page.conditions(value),
  ]
  return tx.query<ReceiptRow & Keyed>(
    `select ${COLUMNS}, ${page.columns} from market.receipt where ${conditions.join(' and ')}
     order by ${page.orderBy} limit ${value(limit)}`,
    values,
  )
}

export interface NewReceiptLine {
  readonly article: string
  readonly announced: bigint
}

export async function addReceipt(tx: Tx, row: ReceiptRow, lines: readonly NewReceiptLine[]): Promise<void> {
  await tx.execute(
    `insert into market.receipt (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.id,
      row.number,
      row.party_id,
      row.warehouse_id,
      row.keeper_id,
      row.source,
      row.sender,
      row.reference,
      row.expected_on,
      row.state,
      row.reason,
      row.account_id,
      row.at,
    ],
  )
  await tx.execute(
    `insert into market.receipt_line (receipt_id, n, party_id, keeper_id, article_id, announced)
     select $1, n, $2, $3, article, announced from unnest($4::int[], $5::uuid[], $6::bigint[]) as l (n, article, announced)`,
    [
      row.id,
      row.party_id,
      row.keeper_id,
      lines.map((_, n) => n + 1),
      lines.map(line => line.article),
      lines.map(line => line.announced),
    ],
  )
}

export interface ReceiptLineRow extends Record<string, unknown> {
  readonly n: number
  readonly article_id: string
  readonly announced: string
}

export function linesOf(tx: Tx, receipt: string): Promise<ReceiptLineRow[]> {
  return tx.query<ReceiptLineRow>(
    'select n, article_id, announced from market.receipt_line where receipt_id = $1 order by n',
    [receipt],
  )
}

export async function setState(
  tx: Tx,
  id: string,
  state: ReceiptState,
  reason: string | null,
  endedAt: Date | null,
): Promise<void> {
  await tx.execute('update market.receipt set state = $2, reason = $3, ended_at = $4 where id = $1', [
    id,
    state,
    reason,
    endedAt,
  ])
}
