import type { Tx } from '@tongqu/kernel/db'
import { type Entry, type Findable, recordsOf } from '@tongqu/kernel/search'
import type { Text } from '@tongqu/kernel/text'
import { nameOf } from './goods.ts'

/* Papers of the warehouse: goods that come, that move, that are counted, that are kept for an order. */

interface PaperRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly numbers: (string | null)[]
  readonly place: Text
  readonly to?: Text
  readonly readers: string[]
  readonly at: Date
}

async function papers(tx: Tx, statement: string, keys: readonly string[], page: string): Promise<Entry[]> {
  const rows = await tx.query<PaperRow>(statement, [keys])
  return rows.map(({ id, number, numbers, place, to, readers, at }) => {
    const from = nameOf(place)
    const end = to && nameOf(to)
    return {
      key: id,
      number,
      numbers: numbers.filter(each => each !== null),
      title: end ? { zh: `${from.zh} → ${end.zh}`, en: `${from.en} → ${end.en}` } : from,
      page: `${page}/${id}`,
      readers,
      at,
    }
  })
}

export const receipts: Findable = {
  kind: 'receipt',
  name: { zh: '收货', en: 'Receipts' },
  permission: 'market.receipt.read',
  edition: 1,
  ...recordsOf('market.receipt'),
  read: (tx, keys) =>
    papers(
      tx,
      `select r.id, r.number, array[r.reference, r.sender] as numbers, w.name as place, array[r.party_id, r.keeper_id] as readers, r.at
       from market.receipt r join market.warehouse w on w.id = r.warehouse_id where r.id = any($1::uuid[])`,
      keys,
      '/stock/receipts',
    ),
}

export const transfers: Findable = {
  kind: 'transfer',
  name: { zh: '调拨', en: 'Transfers' },
  permission: 'market.transfer.read',
  edition: 1,
  ...recordsOf('market.transfer'),
  read: (tx, keys) =>
    papers(
      tx,
      `select t.id, t.number, array[]::text[] as numbers, f.name as place, w.name as to,
         array[t.party_id, t.from_keeper_id, t.to_keeper_id] as readers, t.at
       from market.transfer t join market.warehouse f on f.id = t.from_warehouse_id
       join market.warehouse w on w.id = t.to_warehouse_id where t.id = any($1::uuid[])`,
      keys,
      '/stock/transfers',
    ),
}

export const counts: Findable = {
  kind: 'count',
  name: { zh: '盘点', en: 'Counts' },
  permission: 'market.count.read',
  edition: 1,
  ...recordsOf('market.count'),
  read: (tx, keys) =>
    papers(
      tx,
      `select c.id, c.number, array[]::text[] as numbers, w.name as place, array[c.party_id, c.keeper_id] as readers, c.at
       from market.count c join market.warehouse w on w.id = c.warehouse_id where c.id = any($1::uuid[])`,
      keys,
      '/stock/counts',
    ),
}

/** A hold has no number of its own: it is found by the order's that it is for. */
export const holds: Findable = {
  kind: 'hold',
  name: { zh: '保留', en: 'Holds' },
  permission: 'market.hold.read',
  edition: 1,
  ...recordsOf('market.hold'),
  read: (tx, keys) =>
    papers(
      tx,
      `select h.id, coalesce(h.reference, a.sku) as number, array[]::text[] as numbers, a.name as place, h.at,
         array(select h.party_id union select p.keeper_id from market.hold_part p where p.hold_id = h.id) as readers
       from market.hold h join market.article a on a.id = h.article_id where h.id = any($1::uuid[])`,
      keys,
      '/stock/holds',
    ),
}
