import type { Tx } from '@tongqu/kernel/db'

/* SQL of lines: an article of an owner in a warehouse, by lot. */

/** A line with what it is a line of. */
export interface LineRow extends Record<string, unknown> {
  readonly id: string
  readonly article_id: string
  readonly party_id: string
  readonly warehouse_id: string
  readonly keeper_id: string
  readonly lot_id: string | null
  readonly sku: string
  readonly unit: string
  readonly scale: number
  readonly ledger: number
  readonly warehouse_kind: string
  readonly warehouse_code: string
  readonly lot_number: string | null
  readonly produced_on: string | null
  readonly expires_on: string | null
  /** Why it must not go out: of its lot or its own; null: it may. */
  readonly blocked: string | null
}

const LINE = `
  select l.id, l.article_id, l.party_id, l.warehouse_id, l.keeper_id, l.lot_id, a.sku, a.unit, a.scale, a.ledger,
    w.kind as warehouse_kind, w.code as warehouse_code, o.number as lot_number, o.produced_on, o.expires_on,
    (select b.reason from market.block b where b.to_at is null and (b.line_id = l.id or b.lot_id = l.lot_id) limit 1) as blocked
  from market.line l join market.article a on a.id = l.article_id join market.warehouse w on w.id = l.warehouse_id
    left join market.lot o on o.id = l.lot_id`

export async function findLine(tx: Tx, id: string): Promise<LineRow | undefined> {
  const [row] = await tx.query<LineRow>(`${LINE} where l.id = $1`, [id])
  return row
}

export function findLines(tx: Tx, ids: readonly string[]): Promise<LineRow[]> {
  return tx.query<LineRow>(`${LINE} where l.id = any($1)`, [ids])
}

/** Where an article lies, whole or of a warehouse, a kind of warehouse or a lot. */
export interface LinesOf {
  readonly article: string
  readonly warehouse?: string | undefined
  readonly warehouseKind?: string | undefined
  readonly lot?: string | undefined
}

export function linesOfArticle(tx: Tx, of: LinesOf): Promise<LineRow[]> {
  return tx.query<LineRow>(
    `${LINE} where l.article_id = $1 and ($2::uuid is null or l.warehouse_id = $2) and ($3::text is null or w.kind = $3)
       and ($4::uuid is null or l.lot_id = $4) order by l.id`,
    [of.article, of.warehouse ?? null, of.warehouseKind ?? null, of.lot ?? null],
  )
}

export function linesOfLot(tx: Tx, lot: string): Promise<LineRow[]> {
  return tx.query<LineRow>(`${LINE} where l.lot_id = $1 order by l.id`, [lot])
}

/** A line with its shelf's accounts. */
export interface StockAccounts extends Record<string, unknown> {
  readonly id: string
  readonly shelf_id: string | null
  readonly sold_id: string | null
}

/** An owner's lines in a warehouse, of all articles or some, in order of number and expiry. */
export function linesInWarehouse(
  tx: Tx,
  warehouse: string,
  owner: string,
  articles?: readonly string[],
): Promise<StockAccounts[]> {
  return tx.query<StockAccounts>(
    `select l.id, s.id as shelf_id, s.sold_id from market.line l join market.article a on a.id = l.article_id
       left join market.lot o on o.id = l.lot_id left join market.shelf s on s.line_id = l.id
     where l.warehouse_id = $1 and l.party_id = $2 and ($3::uuid[] is null or l.article_id = any($3))
     order by a.sku, o.expires_on, o.number, l.id`,
    [warehouse, owner, articles ?? null],
  )
}

/** The accounts of an owner's goods in a warehouse: on hand, on sale, sold and not yet gone. */
export async function accountsInWarehouse(tx: Tx, warehouse: string, owner: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select l.id from market.line l where l.warehouse_id = $1 and l.party_id = $2
     union all select unnest(array[s.id, s.sold_id]) from market.shelf s join market.line l on l.id = s.line_id
       where l.warehouse_id = $1 and l.party_id = $2`,
    [warehouse, owner],
  )
  return rows.map(row => row.id)
}

export interface NewLine {
  readonly article_id: string
  readonly party_id: string
  readonly warehouse_id: string
  readonly keeper_id: string
  readonly lot_id: string | null
}

const ADD = `
  insert into market.line (id, article_id, party_id, warehouse_id, keeper_id, lot_id, sku, expires_on, at)
  select n.id, n.article, n.party, n.warehouse, n.keeper, n.lot, a.sku, o.expires_on, $7
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) as n (id, article, party, warehouse, keeper, lot)
    join market.article a on a.id = n.article left join market.lot o on o.id = n.lot
  order by n.article, n.warehouse, n.lot on conflict do nothing`
const FIND = `
  select n.n, l.id from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[]) as n (n, article, warehouse, lot)
  join market.line l on l.article_id = n.article and l.warehouse_id = n.warehouse and l.lot_id is not distinct from n.lot`

/** The lines of what is asked for, in its order; those that do not exist are made. */
export async function ensureLines(
  tx: Tx,
  lines: readonly NewLine[],
  newId: () => string,
  at: Date,
): Promise<string[]> {
  const columns = [lines.map(l => l.article_id), lines.map(l => l.warehouse_id), lines.map(l => l.lot_id)]
  const find = () => tx.query<{ n: number; id: string }>(FIND, [lines.map((_, n) => n), ...columns])
  let found = await find()
  if (found.length < lines.length) {
    await tx.execute(ADD, [
      lines.map(newId),
      columns[0],
      lines.map(l => l.party_id),
      columns[1],
      lines.map(l => l.keeper_id),
      columns[2],
      at,
    ])
    found = await find()
  }
  const byIndex = new Map(found.map(row => [row.n, row.id]))
  return lines.map((_, n) => byIndex.get(n)!)
}
