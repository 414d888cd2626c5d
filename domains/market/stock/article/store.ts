import { byPinyin, type Keyed, type Keyset, keyset, type SortKeys } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { ArticleSort } from './contract.ts'

/* SQL of articles. */

export interface ArticleRow extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly sku: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly scale: number
  readonly ledger: number
  readonly hs_code: string | null
  readonly tracking: 'none' | 'lot' | 'serial'
  readonly shelf_life_days: number | null
  readonly low: string | null
  readonly near_expiry_days: number | null
  readonly version: number
  readonly changed_at: Date | null
  readonly changed_by: string | null
}

const COLUMNS = `id, party_id, sku, name, unit, scale, ledger, hs_code, tracking, shelf_life_days, low, near_expiry_days, version,
  changed_at, changed_by`

export async function findArticle(tx: Tx, id: string): Promise<ArticleRow | undefined> {
  const [row] = await tx.query<ArticleRow>(`select ${COLUMNS} from market.article where id = $1`, [id])
  return row
}

/** Articles by their ids. */
export async function findArticles(tx: Tx, ids: readonly string[]): Promise<Map<string, ArticleRow>> {
  const rows = await tx.query<ArticleRow>(`select ${COLUMNS} from market.article where id = any($1)`, [
    [...new Set(ids)],
  ])
  return new Map(rows.map(row => [row.id, row]))
}

/** The orders that articles are listed in; each has its index. */
const SORTS: SortKeys<ArticleSort> = {
  keys: {
    registered: { sql: 'id', type: 'uuid' },
    sku: { sql: 'sku', type: 'text' },
    name: byPinyin('name_zh'),
  },
  id: { sql: 'id', type: 'uuid' },
  usual: 'registered',
}

export const articlePage = (asked: Parameters<typeof keyset<ArticleSort>>[1]) => keyset(SORTS, asked)

export function listArticles(
  tx: Tx,
  search: string,
  page: Keyset,
  limit: number,
): Promise<(ArticleRow & Keyed)[]> {
  const values: unknown[] = [search]
  const value = (each: unknown) => `$${values.push(each)}`
  const conditions = [
    `($1 = '' or strpos(lower(concat_ws(' ', sku, name->>'zh', name->>'en', hs_code)), lower($1)) > 0)`,
    ...page.conditions(value),
  ]
  return tx.query<ArticleRow & Keyed>(
    `select ${COLUMNS}, ${page.columns} from market.article where ${conditions.join(' and ')}
     order by ${page.orderBy} limit ${value(limit)}`,
    values,
  )
}

/** Articles of the caller's own that say how little of them is too little. */
export function lowArticles(tx: Tx, after: string | undefined, limit: number): Promise<ArticleRow[]> {
  return tx.query<ArticleRow>(
    `select ${COLUMNS} from market.article
     where low is not null and (kernel.scope() <> 'own' or party_id = kernel.party()) and ($1::uuid is null or id > $1)
     order by id limit $2`,
    [after ?? null, limit],
  )
}

/** False: the owner has another of this number. */
export async function addArticle(tx: Tx, row: ArticleRow, at: Date): Promise<boolean> {
  const added = await tx.execute(
    `insert into market.article (${COLUMNS}, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (party_id, sku) do nothing`,
    [
      row.id,
      row.party_id,
      row.sku,
      JSON.stringify(row.name),
      row.unit,
      row.scale,
      row.ledger,
      row.hs_code,
      row.tracking,
      row.shelf_life_days,
      row.low,
      row.near_expiry_days,
      row.version,
      row.changed_at,
      row.changed_by,
      at,
    ],
  )
  return added === 1
}

/** Writes what may change; false: the version is another one. */
export async function changeArticle(tx: Tx, row: ArticleRow): Promise<boolean> {
  const changed = await tx.execute(
    `update market.article set name = $3, hs_code = $4, shelf_life_days = $5, low = $6, near_expiry_days = $7,
       version = version + 1, changed_at = $8, changed_by = $9 where id = $1 and version = $2`,
    [
      row.id,
      row.version,
      JSON.stringify(row.name),
      row.hs_code,
      row.shelf_life_days,
      row.low,
      row.near_expiry_days,
      row.changed_at,
      row.changed_by,
    ],
  )
  return changed === 1
}

/** The name of whoever changed an article last; undefined: nobody did, or the reader may not see who. */
export async function changerOf(tx: Tx, { changed_by }: ArticleRow): Promise<PersonName | undefined> {
  if (changed_by === null) return undefined
  const [row] = await tx.query<{ name: PersonName }>('select name from kernel.account where id = $1', [
    changed_by,
  ])
  return row?.name
}

interface PersonName {
  readonly zh: string
  readonly en?: string
}
