import type { Tx } from '@tongqu/kernel/db'
import type { Order, ShipmentJson } from '@tongqu/tariff'
import type { BookRefusal } from '../book/index.ts'
import type { KeptChange } from './cells.ts'

/* SQL of orders that are put right after they were refused, and nothing else. */

export async function findRefusal(tx: Tx, plan: string, position: number): Promise<BookRefusal | undefined> {
  const [row] = await tx.query<{ refusal: BookRefusal }>(
    'select refusal from customs.plan_refused where plan_id = $1 and position = $2 and fix_id is null',
    [plan, position],
  )
  return row?.refusal
}

/** Holds the plan until the transaction ends: fixes of one plan come one after another. */
export async function holdPlan(tx: Tx, plan: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`plan ${plan}`])
}

/** The tariff editions that a plan was decided by. */
export async function editionsOf(
  tx: Tx,
  plan: string,
): Promise<readonly { readonly id: string; readonly source: string; readonly from: string }[]> {
  const [row] = await tx.query<{ editions: { id: string; source: string; from: string }[] | null }>(
    'select editions from customs.plan where id = $1',
    [plan],
  )
  return row?.editions ?? []
}

const RELATED = `
  select input from customs.plan_order
  where plan_id = $1 and (shipment = $2 or input->>'buyerId' = $3) order by position`

/** Orders that an order's plan depends on: of its shipment, and of its buyer. */
export async function relatedOrders(tx: Tx, plan: string, order: Order): Promise<Order[]> {
  const rows = await tx.query<{ input: Order }>(RELATED, [
    plan,
    order.shipment ?? null,
    order.buyerId ?? null,
  ])
  return rows.map(row => row.input)
}

export async function hasOrder(tx: Tx, plan: string, orderNo: string): Promise<boolean> {
  const rows = await tx.query('select 1 from customs.plan_order where plan_id = $1 and order_no = $2', [
    plan,
    orderNo,
  ])
  return rows.length > 0
}

export async function nextPosition(tx: Tx, plan: string): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    'select coalesce(max(position), -1) + 1 as next from customs.plan_order where plan_id = $1',
    [plan],
  )
  return row!.next
}

export interface NewFix {
  readonly id: string
  readonly plan: string
  readonly party: string
  readonly account: string | undefined
  readonly by: { readonly zh: string; readonly en: string }
  readonly at: Date
  readonly orderNo: string
  readonly changes: readonly KeptChange[]
}

export async function addFix(tx: Tx, fix: NewFix): Promise<void> {
  const { id, plan, party, account, by, at, orderNo, changes } = fix
  await tx.execute(
    `insert into customs.plan_fix (id, plan_id, party_id, account_id, by, at, order_no, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, plan, party, account ?? null, JSON.stringify(by), at, orderNo, JSON.stringify(changes)],
  )
}

const MARK = `
  update customs.plan_refused set fix_id = $2 where plan_id = $1 and fix_id is null and (
    (refusal->>'sheet' is not distinct from $3 and (refusal->>'row')::int between $4 and $5)
    or refusal->>'pointer' = $6 or starts_with(refusal->>'pointer', $6 || '/'))`

/** Where an order stands in its book. */
export interface Span {
  readonly sheet: string | undefined
  readonly first: number | undefined
  readonly last: number | undefined
  readonly pointer: string | undefined
}

/** The refusals of an order are put right; the order that came of it says by which fix. */
export async function markFixed(
  tx: Tx,
  plan: string,
  fix: string,
  orderNo: string,
  span: Span,
): Promise<void> {
  const { sheet, first, last, pointer } = span
  await tx.execute(MARK, [plan, fix, sheet ?? null, first ?? null, last ?? null, pointer ?? null])
  await tx.execute('update customs.plan_order set fix_id = $3 where plan_id = $1 and order_no = $2', [
    plan,
    orderNo,
    fix,
  ])
}

const RETOTAL = `
  update customs.plan p set planned = t.planned, refused = p.refused - 1, taxes = t.taxes, refund = t.refund,
    net_cost = t.net_cost, shipments = $2
  from (select count(*)::int as planned, sum(taxes) as taxes, sum(refund) as refund, sum(net_cost) as net_cost
    from customs.plan_order where plan_id = $1) t
  where p.id = $1`

/** What the plan comes to with the order. */
export async function retotal(tx: Tx, plan: string, shipments: readonly ShipmentJson[]): Promise<void> {
  await tx.execute(RETOTAL, [plan, JSON.stringify(shipments)])
}

export interface FixRow extends Record<string, unknown> {
  readonly order_no: string
  readonly by: { readonly zh: string; readonly en: string }
  readonly at: Date
  readonly changes: KeptChange[]
}

/** How an order was put right; undefined: it was planned as the book has it. */
export async function fixOf(tx: Tx, plan: string, orderNo: string): Promise<FixRow | undefined> {
  const [row] = await tx.query<FixRow>(
    `select f.order_no, f.by, f.at, f.changes from customs.plan_fix f join customs.plan_order o on o.fix_id = f.id
     where o.plan_id = $1 and o.order_no = $2`,
    [plan, orderNo],
  )
  return row
}
