import { type Keyset, keyset, type Sort, type SortKeys } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { LineSort } from './contract.ts'

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
  /** In an article's number or name, or a lot's number or a warehouse's code as a whole. */
  readonly search?: string | undefined
  readonly sort?: Sort<LineSort> | undefined
  /** Only lots whose last good day is at most so many days after this day: the article's own number, or this one. */
  readonly expiring?: { readonly day: string; readonly days: number; readonly own: boolean } | undefined
}

/** The orders that lines are listed in; each has its index, after the owner and after the keeper. */
const SORTS: SortKeys<LineSort | 'expiring'> = {
  keys: {
    sku: { sql: 'l.sku', type: 'text' },
    // What does not expire comes last.
    expires: { sql: `coalesce(l.expires_on, 'infinity'::date)`, type: 'date' },
    expiring: { sql: 'l.expires_on', type: 'date' },
  },
  id: { sql: 'l.id', type: 'uuid' },
  usual: 'sku',
}

/** What a list goes on after: neither its article's number nor its day ever changes. */
const FIND_AFTER = `select l.sku, coalesce(l.expires_on, 'infinity')::text as expires from market.line l where l.id = $1`

/** The first of the conditions' parameters; the others follow in order. */
type Parameter = (value: unknown) => string

function conditionsOf(filter: LevelFilter, add: Parameter): string[] {
  const { article, articles, warehouse, warehouseKind, lot, search, expiring } = filter
  const conditions: string[] = []
  if (article !== undefined) conditions.push(`l.article_id = ${add(article)}`)
  if (articles !== undefined) conditions.push(`l.article_id = any(${add(articles)}::uuid[])`)
  if (warehouse !== undefined) conditions.push(`l.warehouse_id = ${add(warehouse)}`)
  if (lot !== undefined) conditions.push(`l.lot_id = ${add(lot)}`)
  if (warehouseKind !== undefined)
    conditions.push(`l.warehouse_id in (select id from market.warehouse where kind = ${add(warehouseKind)})`)
  if (search) {
    const text = `lower(${add(search)}::text)`
    conditions.push(`(l.article_id in (select id from market.article
        where strpos(lower(concat_ws(' ', sku, name->>'zh', name->>'en')), ${text}) > 0)
      or l.lot_id in (select id from market.lot where lower(number) = ${text})
      or l.warehouse_id in (select id from market.warehouse where lower(code) = ${text}))`)
  }
  if (expiring) {
    const [day, days] = [`${add(expiring.day)}::date`, `${add(expiring.days)}::int`]
    if (expiring.own)
      conditions.push(
        `l.expires_on <= ${day} + (select greatest(${days}, max(near_expiry_days)) from market.article)
         and l.expires_on <= ${day} + (select coalesce(near_expiry_days, ${days}) from market.article where id = l.article_id)`,
      )
    else conditions.push(`l.expires_on <= ${day} + ${days}`)
  }
  return conditions
}

/*
 * A page is found in the order of an index, of the owner's lines, of the keeper's, or of all where the reader is an
 * office: only its lines are then looked at more closely. The text depends on which filters there are, never on what
 * they say.
 */
function pageSql({ columns, orderBy }: Keyset, conditions: readonly string[], limit: string): string {
  const some = (whose: string) => `
    (select ${columns}, l.* from market.line l where ${[whose, ...conditions].join(' and ')}
     order by ${orderBy} limit ${limit})`
  const own = `kernel.scope() = 'own'`
  return `
    with page as (
      select l.id from (
        ${some(`${own} and l.party_id = kernel.party()`)} union ${some(`${own} and l.keeper_id = kernel.party()`)}
        union ${some(`kernel.scope() <> 'own'`)}) as l
      order by ${orderBy} limit ${limit})
    select l.id, l.article_id, l.party_id, l.warehouse_id, l.keeper_id, l.lot_id, l.sku, a.name, a.unit, a.scale, a.ledger,
      w.code as warehouse_code, w.kind as warehouse_kind, o.number as lot_number, o.produced_on, l.expires_on,
      s.id as shelf_id, s.sold_id,
      (select b.reason from market.block b where (b.line_id = l.id or b.lot_id = l.lot_id)
         and b.from_at <= $1 and (b.to_at is null or b.to_at > $1) limit 1) as blocked
    from page join market.line l on l.id = page.id join market.article a on a.id = l.article_id
      join market.warehouse w on w.id = l.warehouse_id left join market.lot o on o.id = l.lot_id
      left join market.shelf s on s.line_id = l.id
    order by ${orderBy}`
}

/** Lines as at a time in the order that is asked for, those that expire by their day; after a line. */
export async function levelRows(
  tx: Tx,
  at: Date,
  filter: LevelFilter,
  after: string | undefined,
  limit: number,
): Promise<LevelRow[]> {
  const values: unknown[] = [at]
  const add: Parameter = value => `$${values.push(value)}`
  const [last] =
    after === undefined ? [] : await tx.query<{ sku: string; expires: string }>(FIND_AFTER, [after])
  const sort = filter.expiring ? 'expiring' : (filter.sort ?? 'sku')
  const key = last && (sort.endsWith('sku') ? last.sku : last.expires)
  const page = keyset(SORTS, { sort, after: last && `${after} ${key}` })
  // The place is read from the line itself.
  if (isRefusal(page)) throw new Error(`no place in the list: ${after}`)
  const conditions = ['l.at <= $1', ...page.conditions(add), ...conditionsOf(filter, add)]
  return tx.query<LevelRow>(pageSql(page, conditions, `${add(limit)}::int`), values)
}
