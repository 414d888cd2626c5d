import { byPinyin, type Keyed, type Keyset, keyset, type SortKeys } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { ShipmentJson } from '@tongqu/tariff'
import type { BookRefusal } from './book/index.ts'
import type { OrderSort, PlanSort } from './contract.ts'
import type { OrderToKeep } from './pieces.ts'
import type { OrderRow, OrderWholeRow, PlanRow, RefusedRow, StoredOverride, StoredRemark } from './rows.ts'

/* SQL of plans, and nothing else. Every function works in the transaction it is given. */

const headWith = (more: string) => `
  select ${more}, p.id, p.number, p.party_id, p.name, p.file, p.kind, p.state, p.read, p.percent, p.created_at, p.date, p.fx, p.ruleset_id,
    p.ruleset_digest, p.rates, p.planned, p.refused, p.taxes, p.refund, p.net_cost, p.shipments, p.warnings, p.failure,
    a.name as created_by, o.name as party
  from customs.plan p left join kernel.account a on a.id = p.account_id left join kernel.party o on o.id = p.party_id`

const HEAD = headWith('null as none')

const NUMBER = `
  insert into customs.plan_number as n (day, last) values ($1, 1)
  on conflict (day) do update set last = n.last + 1 returning last`

/** The next number of a day: P-20261123-0001. */
export async function nextNumber(tx: Tx, day: string): Promise<string> {
  const [row] = await tx.query<{ last: number }>(NUMBER, [day])
  return `P-${day.replaceAll('-', '')}-${String(row!.last).padStart(4, '0')}`
}

export interface NewPlan {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly account: string | undefined
  readonly name: string
  readonly file: string
  readonly kind: PlanRow['kind']
  readonly createdAt: Date
  readonly date: string
  readonly fx: Readonly<Record<string, string>>
}

const ADD = `
  insert into customs.plan (id, number, party_id, account_id, name, file, kind, state, created_at, date, fx)
  values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10)`

export async function addPlan(tx: Tx, plan: NewPlan): Promise<void> {
  const { id, number, party, account, name, file, kind, createdAt, date, fx } = plan
  await tx.execute(ADD, [
    id,
    number,
    party,
    account ?? null,
    name,
    file,
    kind,
    createdAt,
    date,
    JSON.stringify(fx),
  ])
}

export async function findPlan(tx: Tx, id: string): Promise<PlanRow | undefined> {
  const [row] = await tx.query<PlanRow>(`${HEAD} where p.id = $1`, [id])
  return row
}

/** The orders that plans are listed in; each has its index after the party. */
const PLAN_SORTS: SortKeys<PlanSort> = {
  keys: {
    created: { sql: 'p.created_at', type: 'timestamptz' },
    name: byPinyin('p.name'),
    orders: { sql: '(p.planned + p.refused)', type: 'int' },
    taxes: { sql: 'p.taxes', type: 'bigint' },
    netCost: { sql: 'p.net_cost', type: 'bigint' },
  },
  id: { sql: 'p.id', type: 'uuid' },
  usual: '-created',
}

export const planPage = (asked: Parameters<typeof keyset<PlanSort>>[1]) => keyset(PLAN_SORTS, asked)

/** Which plans are wanted: made from an instant on and before another, with orders of a mode or ('none') of none. */
export interface PlanFilter {
  readonly party: string | undefined
  readonly search: string
  readonly from?: Date | undefined
  readonly before?: Date | undefined
  readonly mode?: string | undefined
}

const WITH_MODE = `p.state = 'done' and exists (select from customs.plan_order o
  where o.plan_id = p.id and o.chosen is not distinct from nullif(?, 'none'))`

/** A page of plans. `party` narrows to one whose plans they are: row security alone would not find an index. */
export function listPlans(
  tx: Tx,
  filter: PlanFilter,
  page: Keyset,
  limit: number,
): Promise<(PlanRow & Keyed)[]> {
  const values: unknown[] = [literal(filter.search)]
  const value = (each: unknown) => `$${values.push(each)}`
  const conditions = [
    ...(filter.party === undefined ? [] : [`p.party_id = ${value(filter.party)}`]),
    `($1 = '' or p.number ilike '%' || $1 || '%' or p.name ilike '%' || $1 || '%')`,
    ...(filter.from === undefined ? [] : [`p.created_at >= ${value(filter.from)}`]),
    ...(filter.before === undefined ? [] : [`p.created_at < ${value(filter.before)}`]),
    ...(filter.mode === undefined ? [] : [WITH_MODE.replace('?', `${value(filter.mode)}::text`)]),
    ...page.conditions(value),
  ]
  return tx.query<PlanRow & Keyed>(
    `${headWith(page.columns)} where ${conditions.join(' and ')} order by ${page.orderBy} limit ${value(limit)}`,
    values,
  )
}

/** A text that `like` takes as it stands. */
function literal(search: string): string {
  return search.replace(/[\\%_]/g, '\\$&')
}

/** Begins a plan, or begins it again when it was cut short: what an earlier try left is removed. */
export async function beginReading(tx: Tx, id: string, by: DecidedBy): Promise<void> {
  await removePieces(tx, id)
  await tx.execute(
    `update customs.plan set state = 'reading', read = 0, percent = 0, ruleset_id = $2, ruleset_digest = $3, packs = $4, rates = $5,
       editions = $6 where id = $1`,
    [
      id,
      by.ruleset,
      by.digest,
      JSON.stringify(by.packs),
      JSON.stringify(by.rates),
      JSON.stringify(by.editions),
    ],
  )
}

/** Removes what was kept of a plan that is not whole. */
export async function removePieces(tx: Tx, id: string): Promise<void> {
  await tx.execute('delete from customs.plan_order where plan_id = $1', [id])
  await tx.execute('delete from customs.plan_refused where plan_id = $1', [id])
}

/** What a plan was decided by. */
export interface DecidedBy {
  readonly ruleset: string
  readonly digest: string
  readonly packs: readonly { readonly id: string; readonly digest: string }[]
  readonly rates: Readonly<Record<string, string>>
  readonly editions: unknown
}

const ADD_ORDERS = `
  insert into customs.plan_order (plan_id, party_id, position, order_no, shipment, direction, channel, country, lines, cny, usd,
    chosen, taxes, refund, net_cost, input, places, decision)
  select $1, $2, * from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::bigint[],
    $11::bigint[], $12::text[], $13::bigint[], $14::bigint[], $15::bigint[], $16::json[], $17::json[], $18::json[])`

export async function addOrders(
  tx: Tx,
  plan: { readonly id: string; readonly party: string },
  from: number,
  orders: readonly OrderToKeep[],
): Promise<void> {
  const columns: unknown[][] = Array.from({ length: 16 }, () => [])
  for (const [n, { order, places, extra, decision, totals, decisionJson }] of orders.entries()) {
    const row = [
      from + n,
      order.orderNo,
      order.shipment ?? null,
      order.direction,
      order.channel,
      order.country,
      order.lines.length,
      decision.cny ?? 0,
      decision.usd ?? 0,
      decision.chosen ?? null,
      totals.taxes,
      totals.refund,
      totals.netCost,
      JSON.stringify(order),
      JSON.stringify({ extra, lines: places }),
      decisionJson,
    ]
    for (const [column, value] of row.entries()) columns[column]!.push(value)
  }
  await tx.execute(ADD_ORDERS, [plan.id, plan.party, ...columns])
}

export async function addRefused(
  tx: Tx,
  plan: { readonly id: string; readonly party: string },
  from: number,
  refused: readonly BookRefusal[],
): Promise<void> {
  await tx.execute(
    `insert into customs.plan_refused (plan_id, party_id, position, refusal)
     select $1, $2, * from unnest($3::int[], $4::json[])`,
    [plan.id, plan.party, refused.map((_, n) => from + n), refused.map(each => JSON.stringify(each))],
  )
}

/** How far the reading is. @returns whether it goes on: somebody may have stopped it */
export async function setRead(tx: Tx, id: string, read: number, percent: number): Promise<boolean> {
  const going = await tx.query(
    `update customs.plan set read = $2, percent = $3 where id = $1 and state = 'reading' returning id`,
    [id, read, percent],
  )
  return going.length > 0
}

/** Stops a plan that is not made yet. @returns whether there was anything to stop */
export async function cancel(tx: Tx, id: string, at: Date): Promise<boolean> {
  const stopped = await tx.query(
    `update customs.plan set state = 'cancelled', finished_at = $2 where id = $1 and state in ('waiting', 'reading')
     returning id`,
    [id, at],
  )
  return stopped.length > 0
}

const FINISH = `
  update customs.plan p set state = 'done', finished_at = $2, shipments = $3, warnings = $4, refused = $5,
    read = t.planned + $5, planned = t.planned, taxes = t.taxes, refund = t.refund, net_cost = t.net_cost
  from (select count(*)::int as planned, coalesce(sum(taxes), 0) as taxes, coalesce(sum(refund), 0) as refund,
      coalesce(sum(net_cost), 0) as net_cost from customs.plan_order where plan_id = $1) t
  where p.id = $1 and p.state = 'reading'`

export interface PlanEnd {
  readonly shipments: readonly ShipmentJson[]
  readonly warnings: readonly StoredRemark[]
  readonly refusedOrders: number
}

/** The plan is done: what spans its orders, and their sums. */
export async function finish(tx: Tx, id: string, at: Date, end: PlanEnd): Promise<void> {
  const { shipments, warnings, refusedOrders } = end
  await tx.execute(FINISH, [id, at, JSON.stringify(shipments), JSON.stringify(warnings), refusedOrders])
}

export async function fail(tx: Tx, id: string, at: Date, failure: StoredRemark): Promise<void> {
  await tx.execute(
    `update customs.plan set state = 'failed', finished_at = $2, failure = $3 where id = $1 and state <> 'cancelled'`,
    [id, at, JSON.stringify(failure)],
  )
}

const ORDER = `position, order_no, shipment, direction, channel, country, lines, cny, usd, chosen, taxes, refund, net_cost,
  overridden`
const CHOSEN_COUNTS = `
  select chosen, count(*)::int as orders, sum(net_cost)::text as net_cost from customs.plan_order where plan_id = $1
  group by chosen order by count(*) desc, chosen`

/** How many orders chose each mode; null: none is allowed. */
export function chosenCounts(tx: Tx, id: string) {
  return tx.query<{ chosen: string | null; orders: number; net_cost: string }>(CHOSEN_COUNTS, [id])
}

export interface OrderFilter {
  readonly id: string
  readonly search: string
  /** A mode, 'none' for orders without one, '' for all. */
  readonly mode: string
  readonly shipment: string
}

const MATCHES = `plan_id = $1 and ($2 = '' or order_no ilike '%' || $2 || '%')
  and ($3 = '' or coalesce(chosen, 'none') = $3) and ($4 = '' or shipment = $4)`

/** The orders that a plan's orders are listed in; each has its index after the plan. */
const ORDER_SORTS: SortKeys<OrderSort> = {
  keys: {
    position: { sql: 'position', type: 'int' },
    orderNo: { sql: 'order_no', type: 'text' },
    value: { sql: 'cny', type: 'bigint' },
    taxes: { sql: 'taxes', type: 'bigint' },
    refund: { sql: 'refund', type: 'bigint' },
    netCost: { sql: 'net_cost', type: 'bigint' },
  },
  id: { sql: 'position', type: 'int' },
  usual: 'position',
}

export const orderPage = (asked: Parameters<typeof keyset<OrderSort>>[1]) => keyset(ORDER_SORTS, asked)

export function listOrders(
  tx: Tx,
  { id, search, mode, shipment }: OrderFilter,
  page: Keyset,
  limit: number,
): Promise<(OrderRow & Keyed)[]> {
  const values: unknown[] = [id, literal(search), mode, shipment]
  const value = (each: unknown) => `$${values.push(each)}`
  const conditions = [MATCHES, ...page.conditions(value)].join(' and ')
  return tx.query<OrderRow & Keyed>(
    `select ${ORDER}, ${page.columns} from customs.plan_order where ${conditions} order by ${page.orderBy}
     limit ${value(limit)}`,
    values,
  )
}

export async function countOrders(tx: Tx, filter: OrderFilter): Promise<number> {
  const { id, mode, shipment } = filter
  const search = literal(filter.search)
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from customs.plan_order where ${MATCHES}`,
    [id, search, mode, shipment],
  )
  return row!.n
}

const WHOLE = `select ${ORDER}, input, places->'lines' as places, decision from customs.plan_order`

export async function findOrder(tx: Tx, id: string, orderNo: string): Promise<OrderWholeRow | undefined> {
  const [row] = await tx.query<OrderWholeRow>(`${WHOLE} where plan_id = $1 and order_no = $2`, [id, orderNo])
  return row
}

/** Whole orders after a position, for writing a result piece by piece. */
export function wholeOrders(tx: Tx, id: string, after: number, limit: number): Promise<OrderWholeRow[]> {
  return tx.query<OrderWholeRow>(`${WHOLE} where plan_id = $1 and position > $2 order by position limit $3`, [
    id,
    after,
    limit,
  ])
}

export function listRefused(tx: Tx, id: string, after: number, limit: number): Promise<RefusedRow[]> {
  return tx.query<RefusedRow>(
    `select position, refusal from customs.plan_refused where plan_id = $1 and position > $2 and fix_id is null
     order by position limit $3`,
    [id, after, limit],
  )
}

export async function countRefused(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from customs.plan_refused where plan_id = $1 and fix_id is null',
    [id],
  )
  return row!.n
}

const OVERRIDE = `
  update customs.plan_order set chosen = $3, overridden = $4, taxes = $5, refund = $6, net_cost = $7
  where plan_id = $1 and order_no = $2`
const RETOTAL = `
  update customs.plan p set taxes = t.taxes, refund = t.refund, net_cost = t.net_cost
  from (select sum(taxes) as taxes, sum(refund) as refund, sum(net_cost) as net_cost from customs.plan_order where plan_id = $1) t
  where p.id = $1`

/** Keeps the trader's own choice, and what the plan comes to with it. */
export async function override(
  tx: Tx,
  id: string,
  orderNo: string,
  choice: StoredOverride,
  totals: { readonly taxes: number; readonly refund: number; readonly netCost: number },
): Promise<void> {
  await tx.execute(OVERRIDE, [
    id,
    orderNo,
    choice.mode,
    JSON.stringify(choice),
    totals.taxes,
    totals.refund,
    totals.netCost,
  ])
  await tx.execute(RETOTAL, [id])
}
