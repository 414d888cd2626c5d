import type { Tx } from '@tongqu/kernel/db'

/** Latest plans that are looked through, and orders of each: decisions are long texts. */
const PLANS = 8
export const LOOKED = 100

const USES = `
  select p.id, p.number, p.name, p.date, count(*)::int as orders, min(o.order_no) as "orderNo"
  from (select * from customs.plan where state = 'done' order by created_at desc limit $2) p
    join customs.plan_order o on o.plan_id = p.id and o.position < $3
  where exists (select from json_array_elements(o.decision->'modes') as m (mode), json_array_elements(m.mode->'rules') as r (rule)
    where r.rule->>'id' = $1)
  group by p.id, p.number, p.name, p.date, p.created_at order by p.created_at desc`

/** Plans that the reader may see whose first orders rest on a rule, with how many of them do. */
export function usesOf(tx: Tx, rule: string) {
  return tx.query<{
    id: string
    number: string
    name: string
    date: string
    orders: number
    orderNo: string
  }>(USES, [rule, PLANS, LOOKED])
}
