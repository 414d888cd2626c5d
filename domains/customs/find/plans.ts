import type { Tx } from '@tongqu/kernel/db'
import { type Findable, recordsOf } from '@tongqu/kernel/search'

/** A text that is the same in both languages. */
export const same = (text: string) => ({ zh: text, en: text })

export const plans: Findable = {
  kind: 'plan',
  name: { zh: '计划', en: 'Plans' },
  permission: 'customs.plan.read',
  edition: 1,
  ...recordsOf('customs.plan'),
  async read(tx, keys) {
    const rows = await tx.query<{
      id: string
      number: string
      name: string
      party_id: string
      created_at: Date
    }>('select id, number, name, party_id, created_at from customs.plan where id = any($1::uuid[])', [keys])
    return rows.map(({ id, number, name, party_id, created_at }) => ({
      key: id,
      number,
      title: same(name),
      page: `/plans/${id}`,
      readers: [party_id],
      at: created_at,
    }))
  },
}

interface OrderRow extends Record<string, unknown> {
  readonly key: string
  readonly plan_id: string
  readonly order_no: string
  readonly party_id: string
  readonly number: string
  readonly created_at: Date
}

const OF_KEYS = `
  (select split_part(k, '/', 1)::uuid as plan_id, split_part(k, '/', 2)::int as position from unnest($1::text[]) as k)`

/** The key of an order is its plan's id and its position. */
export const orders: Findable = {
  kind: 'order',
  name: { zh: '订单', en: 'Orders' },
  permission: 'customs.plan.read',
  edition: 1,
  all: `select plan_id || '/' || position as key from customs.plan_order`,
  seen: `
    select o.plan_id || '/' || o.position as key from ${OF_KEYS} k
    join customs.plan_order o on o.plan_id = k.plan_id and o.position = k.position`,
  read: async (tx, keys) =>
    (await orderRows(tx, keys)).map(({ key, plan_id, order_no, party_id, number, created_at }) => ({
      key,
      number: order_no,
      title: same(order_no),
      note: { zh: `计划 ${number}`, en: `Plan ${number}` },
      page: `/plans/${plan_id}?order=${encodeURIComponent(order_no)}`,
      readers: [party_id],
      at: created_at,
    })),
}

function orderRows(tx: Tx, keys: readonly string[]): Promise<OrderRow[]> {
  return tx.query<OrderRow>(
    `select o.plan_id || '/' || o.position as key, o.plan_id, o.order_no, o.party_id, p.number, p.created_at
     from ${OF_KEYS} k join customs.plan_order o on o.plan_id = k.plan_id and o.position = k.position
     join customs.plan p on p.id = o.plan_id`,
    [keys],
  )
}
