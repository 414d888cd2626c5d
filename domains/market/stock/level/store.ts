import type { Tx } from '@tongqu/kernel/db'

/* SQL of what lies where; how much of it, the ledger tells. */

/** A line as lists show it, with its shelf and how it stands at a time. */
export interface LevelRow extends Record<string, unknown> {
  readonly id: string
  readonly article_id: string
  readonly party_id: string
  readonly warehouse_id: string
  readonly keeper_id: string
  readonly lot_id: string | null
  readonly sku: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly scale: number
  readonly ledger: number
  readonly warehouse_code: string
  readonly warehouse_kind: string
  readonly lot_number: string | null
  readonly produced_on: string | null
  readonly expires_on: string | null
  readonly blocked: string | null
  readonly shelf_id: string | null
  readonly sold_id: string | null
}

/** Which lines are wanted. */
export interface LevelFilter {
  readonly article?: string | undefined
  readonly articles?: readonly string[] | undefined
  readonly warehouse?: string | undefined
  readonly warehouseKind?: string | undefined
  readonly lot?: string | undefined
  /** In number, name, lot or warehouse. */
  readonly search?: string | undefined
  /** Only lots whose last good day is so many days after this day, or before: the article's own number, else this. */
  readonly expiring?: { readonly day: string; readonly days: number; readonly own: boolean } | undefined
}

const LEVEL = `
  select l.id, l.article_id, l.party_id, l.warehouse_id, l.keeper_id, l.lot_id, a.sku, a.name, a.unit, a.scale, a.ledger,
    w.code as warehouse_code, w.kind as warehouse_kind, o.number as lot_number, o.produced_on, o.expires_on,
    s.id as shelf_id, s.sold_id,
    (select b.reason from market.block b where (b.line_id = l.id or b.lot_id = l.lot_id)
       and b.from_at <= $1 and (b.to_at is null or b.to_at > $1) limit 1) as blocked
  from market.line l join market.article a on a.id = l.article_id join market.warehouse w on w.id = l.warehouse_id
    left join market.lot o on o.id = l.lot_id left join market.shelf s on s.line_id = l.id
  where l.at <= $1 and (kernel.scope() <> 'own' or l.party_id = kernel.party() or l.keeper_id = kernel.party())
    and ($2::uuid is null or l.article_id = $2) and ($3::uuid[] is null or l.article_id = any($3))
    and ($4::uuid is null or l.warehouse_id = $4) and ($5::text is null or w.kind = $5) and ($6::uuid is null or l.lot_id = $6)
    and ($7 = '' or strpos(lower(concat_ws(' ', a.sku, a.name->>'zh', a.name->>'en', o.number, w.code)), lower($7)) > 0)
    and ($8::date is null or o.expires_on <= $8::date + case when $10 then coalesce(a.near_expiry_days, $9) else $9 end)`
const BY_ARTICLE = `${LEVEL}
    and ($11::uuid is null or (a.sku, l.id) > (select f.sku, e.id from market.line e join market.article f on f.id = e.article_id
      where e.id = $11))
  order by a.sku, l.id limit $12`
const BY_EXPIRY = `${LEVEL}
    and ($11::uuid is null or (o.expires_on, l.id) > (select f.expires_on, e.id from market.line e join market.lot f
      on f.id = e.lot_id where e.id = $11))
  order by o.expires_on, l.id limit $12`

/** Lines as at a time, by article number, or by the day they expire; after a line. */
export function levelRows(
  tx: Tx,
  at: Date,
  filter: LevelFilter,
  after: string | undefined,
  limit: number,
): Promise<LevelRow[]> {
  const { article, articles, warehouse, warehouseKind, lot, search = '', expiring } = filter
  return tx.query<LevelRow>(expiring ? BY_EXPIRY : BY_ARTICLE, [
    at,
    article ?? null,
    articles ?? null,
    warehouse ?? null,
    warehouseKind ?? null,
    lot ?? null,
    search,
    expiring?.day ?? null,
    expiring?.days ?? 0,
    expiring?.own ?? false,
    after ?? null,
    limit,
  ])
}
