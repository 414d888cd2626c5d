import type { Tx } from '@tongqu/kernel/db'
import type { Static } from 'typebox'
import type { OfOrders, OrdersDeclared } from './contract.ts'
import { byName } from './store.ts'

interface Row extends Record<string, unknown> {
  readonly order_no: string
  readonly id: string
  readonly number: string
  readonly state: string
}

const DECLARED = `
  select o.order_no, d.id, d.number, d.state
  from customs.plan p join customs.declaration_order o on o.plan_id = p.id
  join customs.declaration d on d.id = o.declaration_id
  where (p.id = $1 or p.number = $2) and o.order_no = any($3)`

/** Which orders of a plan are declared, and how these declarations stand. */
export async function ordersDeclared(
  tx: Tx,
  { plan, orders }: Static<typeof OfOrders>,
): Promise<Static<typeof OrdersDeclared>> {
  const rows = await tx.query<Row>(DECLARED, [...byName(plan), orders])
  return {
    declarations: rows.map(({ order_no: orderNo, id, number, state }) => ({ orderNo, id, number, state })),
  }
}
