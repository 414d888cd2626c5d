import type { Tx } from '@tongqu/kernel/db'
import type { ShipmentJson } from '@tongqu/tariff'
import type { PlannedRow } from './rows.ts'

/* SQL of the orders that declarations are about. */

const PLANNED = `
  select position, order_no, direction, chosen, input, places, decision, overridden from customs.plan_order
  where plan_id = $1 and position > $2 and ($3::text[] is null or order_no = any($3)) order by position limit $4`

/** Orders of a plan after a position, all or those named. */
export function plannedOrders(
  tx: Tx,
  plan: string,
  {
    after,
    orders,
    limit,
  }: { readonly after: number; readonly orders?: readonly string[]; readonly limit: number },
): Promise<PlannedRow[]> {
  return tx.query<PlannedRow>(PLANNED, [plan, after, orders ?? null, limit])
}

/** Whether a declaration is about an order. */
export async function isAbout(tx: Tx, declaration: string, orderNo: string): Promise<boolean> {
  const [row] = await tx.query(
    'select 1 from customs.declaration_order where declaration_id = $1 and order_no = $2',
    [declaration, orderNo],
  )
  return row !== undefined
}

/** Containers of a plan: the declarations that each of them needs, by mode. */
export async function shipmentsOf(tx: Tx, plan: string): Promise<readonly ShipmentJson[]> {
  const [row] = await tx.query<{ shipments: readonly ShipmentJson[] }>(
    'select shipments from customs.plan where id = $1',
    [plan],
  )
  return row?.shipments ?? []
}

/** Which orders of a plan are declared already. */
export async function declaredOrders(
  tx: Tx,
  plan: string,
  orders: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ order_no: string }>(
    'select order_no from customs.declaration_order where plan_id = $1 and order_no = any($2)',
    [plan, orders],
  )
  return new Set(rows.map(row => row.order_no))
}

const ITS_ORDERS = `
  select o.position, o.order_no, o.direction, o.chosen, o.input, o.places, o.decision, d.lines as declared_lines,
    (select mode from customs.declaration where id = d.declaration_id) as declared_mode
  from customs.declaration_order d join customs.plan_order o on o.plan_id = d.plan_id and o.order_no = d.order_no
  where d.declaration_id = $1 order by d.n`

/** The orders that a declaration is about, in its own order. */
export function ordersOf(tx: Tx, declaration: string): Promise<PlannedRow[]> {
  return tx.query<PlannedRow>(ITS_ORDERS, [declaration])
}

export async function countPlanned(
  tx: Tx,
  plan: string,
  orders: readonly string[] | undefined,
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from customs.plan_order
     where plan_id = $1 and ($2::text[] is null or order_no = any($2))`,
    [plan, orders ?? null],
  )
  return row!.n
}

export function plannedNumbers(
  tx: Tx,
  plan: string,
  orders: readonly string[],
): Promise<{ order_no: string }[]> {
  return tx.query('select order_no from customs.plan_order where plan_id = $1 and order_no = any($2)', [
    plan,
    orders,
  ])
}
