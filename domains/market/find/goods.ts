import { type Findable, recordsOf } from '@tongqu/kernel/search'
import type { Text } from '@tongqu/kernel/text'

/** A name that may lack its English. */
export const nameOf = ({ zh, en }: Partial<Text> & Pick<Text, 'zh'>): Text => ({ zh, en: en ?? zh })

interface WarehouseRow extends Record<string, unknown> {
  readonly id: string
  readonly code: string
  readonly name: Text
  readonly readers: string[]
  readonly at: Date
}

/** Found by its keeper and by those whose goods it keeps. */
export const warehouses: Findable = {
  kind: 'warehouse',
  name: { zh: '仓库', en: 'Warehouses' },
  permission: 'market.warehouse.read',
  edition: 1,
  ...recordsOf('market.warehouse'),
  async read(tx, keys) {
    const rows = await tx.query<WarehouseRow>(
      `select w.id, w.code, w.name, w.at,
         array(select w.keeper_id union select s.party_id from market.storage s where s.warehouse_id = w.id) as readers
       from market.warehouse w where w.id = any($1::uuid[])`,
      [keys],
    )
    return rows.map(({ id, code, name, readers, at }) => ({
      key: id,
      number: code,
      title: nameOf(name),
      page: `/stock/warehouses/${id}`,
      readers,
      at,
    }))
  },
}

interface ArticleRow extends Record<string, unknown> {
  readonly id: string
  readonly sku: string
  readonly name: Text
  readonly hs_code: string | null
  readonly readers: string[]
  readonly at: Date
}

/** Found by its owner and by those who keep for it. */
export const articles: Findable = {
  kind: 'article',
  name: { zh: '商品', en: 'Articles' },
  permission: 'market.article.read',
  edition: 1,
  ...recordsOf('market.article'),
  async read(tx, keys) {
    const rows = await tx.query<ArticleRow>(
      `select a.id, a.sku, a.name, a.hs_code, a.at, array(select a.party_id union select s.keeper_id
         from market.storage s where s.party_id = a.party_id and s.accepted_at is not null) as readers
       from market.article a where a.id = any($1::uuid[])`,
      [keys],
    )
    return rows.map(({ id, sku, name, hs_code, readers, at }) => ({
      key: id,
      number: sku,
      numbers: hs_code ? [hs_code] : [],
      title: nameOf(name),
      page: `/stock/articles/${id}`,
      readers,
      at,
    }))
  },
}
