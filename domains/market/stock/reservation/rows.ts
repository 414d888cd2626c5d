import type { Tx } from '@tongqu/kernel/db'

/* Rows of reservations, written for many callers in one statement each. How a hold stands is the ledger's. */

/** A reservation that was placed. */
export interface PlacedRow {
  readonly kind: 'placed'
  /** Also that of the pending transfer. */
  readonly id: string
  readonly buyer: string
  readonly account: string | undefined
  readonly seller: string
  readonly shelf: string
  readonly amount: bigint
  /** Decimals of the quantity, which a buyer cannot look up at the seller's. */
  readonly scale: number
  readonly at: Date
  readonly expiresAt: Date
}
/** How one ended by somebody's will. */
export interface EndedRow {
  readonly kind: 'ended'
  readonly id: string
  readonly state: 'confirmed' | 'cancelled'
  readonly at: Date
}
export type ReservationRow = PlacedRow | EndedRow

/** Values as the text of an array; for ids, numbers and instants, which need no quotes. */
const column = (values: readonly (string | number | bigint | undefined)[]) =>
  `{${values.map(value => value ?? 'NULL').join(',')}}`

const PLACE = `
  insert into market.reservation (id, party_id, account_id, seller_id, shelf_id, amount, scale, at, expires_at, state)
  select n.*, 'placed' from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::int[],
    $8::timestamptz[], $9::timestamptz[]) as n`
const END = `
  update market.reservation r set state = n.state, resolved_at = n.at
  from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as n (id, state, at) where r.id = n.id`

export async function writeReservations(tx: Tx, rows: readonly ReservationRow[]): Promise<void> {
  const placed: PlacedRow[] = []
  const ended: EndedRow[] = []
  for (const row of rows) {
    if (row.kind === 'placed') placed.push(row)
    else ended.push(row)
  }
  await Promise.all([placed.length > 0 && place(tx, placed), ended.length > 0 && end(tx, ended)])
}

function place(tx: Tx, rows: readonly PlacedRow[]): Promise<number> {
  return tx.execute(PLACE, [
    column(rows.map(row => row.id)),
    column(rows.map(row => row.buyer)),
    column(rows.map(row => row.account)),
    column(rows.map(row => row.seller)),
    column(rows.map(row => row.shelf)),
    column(rows.map(row => row.amount)),
    column(rows.map(row => row.scale)),
    column(rows.map(row => row.at.toISOString())),
    column(rows.map(row => row.expiresAt.toISOString())),
  ])
}

function end(tx: Tx, rows: readonly EndedRow[]): Promise<number> {
  return tx.execute(END, [
    column(rows.map(row => row.id)),
    column(rows.map(row => row.state)),
    column(rows.map(row => row.at.toISOString())),
  ])
}
