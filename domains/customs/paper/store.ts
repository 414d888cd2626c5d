import type { Tx } from '@tongqu/kernel/db'
import type { Given } from '../declaration/rows.ts'

/* SQL of what papers are printed of. */

export interface PlanOfOrder extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly date: string
}

/** A plan that is made, by id or number. */
export async function planNamed(tx: Tx, name: string): Promise<PlanOfOrder | undefined> {
  const [row] = await tx.query<PlanOfOrder>(
    `select id, number, party_id, date from customs.plan where (id::text = $1 or number = $1) and state = 'done'`,
    [name],
  )
  return row
}

/** What was given for an order by the declaration that it stands in; nothing where it is not declared. */
export async function givenForOrder(tx: Tx, plan: string, orderNo: string): Promise<Given> {
  const [row] = await tx.query<{ given: Given }>(
    `select d.given from customs.declaration_order o join customs.declaration d on d.id = o.declaration_id
     where o.plan_id = $1 and o.order_no = $2`,
    [plan, orderNo],
  )
  return row?.given ?? {}
}
