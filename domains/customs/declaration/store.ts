import { type Tx, unsafeInScope } from '@tongqu/kernel/db'
import type { Profile } from './declarant/profile.ts'
import type { DeclarantRow, DeclarationRow, Given, Held } from './rows.ts'

/* SQL of declarations, and nothing else. Every function works in the transaction it is given. */

export async function declarantOf(tx: Tx, party: string): Promise<DeclarantRow | undefined> {
  const [row] = await tx.query<DeclarantRow>(
    'select party_id, dxp_id, profile, changed_at from customs.declarant where party_id = $1',
    [party],
  )
  return row
}

const SET_DECLARANT = `
  insert into customs.declarant as d (party_id, dxp_id, profile, changed_at, changed_by) values ($1, $2, $3, $4, $5)
  on conflict (party_id) do update set dxp_id = excluded.dxp_id, profile = excluded.profile,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = d.version + 1
    where $6::int is null or d.version = $6
  returning version`

/** A declarant's record with its version, and who changed it last. */
export async function declarantShown(tx: Tx, party: string) {
  const [row] = await tx.query<DeclarantShown>(
    `select d.profile, d.version, d.changed_at, a.name as changed_by from customs.declarant d
     left join kernel.account a on a.id = d.changed_by where d.party_id = $1`,
    [party],
  )
  return row
}

interface DeclarantShown extends Record<string, unknown> {
  readonly profile: Profile
  readonly version: number
  readonly changed_at: Date
  readonly changed_by: { readonly zh: string; readonly en?: string } | null
}

/**
 * Writes a declarant's record.
 * @param seen the version it is changed from, 0 where there was none; undefined: whichever stands
 * @returns the new version; undefined when another than `seen` stands
 */
export async function setDeclarant(
  tx: Tx,
  party: string,
  profile: Profile,
  by: { readonly at: Date; readonly account: string | undefined },
  seen?: number,
): Promise<number | undefined> {
  const { dxpId } = profile
  const values = [party, dxpId, JSON.stringify(profile), by.at, by.account ?? null, seen ?? null]
  const [row] = await tx.query<{ version: number }>(SET_DECLARANT, values)
  return row?.version
}

export interface PlanOfDeclaration extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly state: string
}

/** A plan by its id or by the number that people name it by. */
export async function findPlan(tx: Tx, name: string): Promise<PlanOfDeclaration | undefined> {
  const [row] = await tx.query<PlanOfDeclaration>(
    'select id, number, party_id, state from customs.plan where id::text = $1 or number = $1',
    [name],
  )
  return row
}

const NUMBERS = `
  insert into customs.declaration_number as n (day, last) values ($1, $2)
  on conflict (day) do update set last = n.last + $2 returning last`

/** Numbers of a day, one after the other: D26112300000001. */
export async function takeNumbers(tx: Tx, day: string, count: number): Promise<string[]> {
  const [row] = await tx.query<{ last: number }>(NUMBERS, [day, count])
  const first = row!.last - count + 1
  const prefix = `D${day.replaceAll('-', '').slice(2)}`
  return Array.from({ length: count }, (_, n) => `${prefix}${String(first + n).padStart(8, '0')}`)
}

const DECLARATION = `
  select id, number, party_id, plan_id, order_no, mode, form, direction, day, created_at, state, state_at,
    is_contradicted, held, given, waiting_since from customs.declaration`

/** A declaration by its id or number, held against others until the transaction ends. */
/** As it stands, held against nobody. */
export async function findDeclaration(tx: Tx, name: string): Promise<DeclarationRow | undefined> {
  const [row] = await tx.query<DeclarationRow>(`${DECLARATION} where id::text = $1 or number = $1`, [name])
  return row
}

export async function takeDeclaration(tx: Tx, name: string): Promise<DeclarationRow | undefined> {
  const [row] = await tx.query<DeclarationRow>(
    `${DECLARATION} where id::text = $1 or number = $1 for update`,
    [name],
  )
  return row
}

export interface NewDeclaration {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly account: string | undefined
  /** The orders of a plan that it is about; undefined: it is about none. */
  readonly of:
    | {
        readonly plan: string
        readonly orders: readonly string[]
        readonly lines?: readonly (readonly number[] | null)[]
      }
    | undefined
  readonly mode: string
  readonly form: string
  readonly direction: string
  readonly day: string
  readonly at: Date
  readonly state: string
  readonly held: Held | undefined
  /** The plan has a refund for it; absent: it has none. */
  readonly hasRefund?: boolean
}

/** Of a line that leaves a market order's container its share of the order's value is left out. */
const WORTH = `
  select case when count(distinct o.country) = 1 then min(o.country) end as country,
    sum(nullif(o.cny, 0) * case when x.lines is null then 1 else p.share end)::bigint as value,
    sum(o.taxes) filter (where o.chosen = n.mode)::bigint as taxes
  from json_to_recordset(n.orders) as x (no text, lines int[])
    join customs.plan_order o on o.plan_id = n.plan and o.order_no = x.no
    left join lateral (
      select sum(w.worth) filter (where w.n = any(x.lines)) / nullif(sum(w.worth), 0) as share
      from (select l.n, (l.line->>'qty')::numeric * (l.line->>'price')::numeric as worth
        from json_array_elements(o.input->'lines') with ordinality as l (line, n)) w) p on x.lines is not null`

const ADD = `
  insert into customs.declaration (id, number, party_id, account_id, plan_id, order_no, mode, form, direction, day,
    created_at, state, state_at, held, has_refund, country, value, taxes)
  select n.id, n.number, n.party, n.account, n.plan, n.order_no, n.mode, n.form, n.direction, n.day, n.at, n.state, n.at, n.held,
    n.has_refund, w.country, w.value, w.taxes
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::date[], $11::timestamptz[], $12::text[], $13::json[], $14::boolean[], $15::json[])
    as n (id, number, party, account, plan, order_no, mode, form, direction, day, at, state, held, has_refund, orders)
    left join lateral (${WORTH}) w on n.orders is not null`

const ADD_ORDERS = `
  insert into customs.declaration_order (plan_id, order_no, declaration_id, party_id, n, lines)
  select o.plan, o.order_no, o.declaration, o.party, o.n, o.lines::int[]
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::text[])
    as o (plan, order_no, declaration, party, n, lines)`

/** Lines as an array of PostgreSQL's; arrays of arrays must be of one length there, texts need not. */
const linesText = (lines: readonly number[] | null | undefined) => (lines ? `{${lines.join(',')}}` : null)

/** Keeps declarations and which orders they are about. @throws where an order is declared already */
export async function addDeclarations(tx: Tx, rows: readonly NewDeclaration[]): Promise<void> {
  if (rows.length === 0) return
  const columns = rows.map(row => [
    row.id,
    row.number,
    row.party,
    row.account ?? null,
    row.of?.plan ?? null,
    row.of?.orders.length === 1 ? row.of.orders[0] : null,
    row.mode,
    row.form,
    row.direction,
    row.day,
    row.at,
    row.state,
    row.held ? JSON.stringify(row.held) : null,
    row.hasRefund ?? false,
    row.of ? JSON.stringify(row.of.orders.map((no, n) => ({ no, lines: row.of!.lines?.[n] ?? null }))) : null,
  ])
  await tx.execute(ADD, transposed(columns, 15))
  const orders = rows.flatMap(({ id, party, of }) =>
    (of?.orders ?? []).map((order, n) => [of!.plan, order, id, party, n + 1, linesText(of!.lines?.[n])]),
  )
  if (orders.length > 0) await tx.execute(ADD_ORDERS, transposed(orders, 6))
}

/** Rows as arrays of columns, for `unnest`. */
export function transposed(rows: readonly (readonly unknown[])[], columns: number): unknown[][] {
  return Array.from({ length: columns }, (_, n) => rows.map(row => row[n]))
}

export async function setHeld(
  tx: Tx,
  id: string,
  { held, given, state, at }: { held: Held | null; given: Given; state: string; at: Date },
): Promise<void> {
  await tx.execute(
    'update customs.declaration set held = $2, given = $3, state = $4, state_at = $5 where id = $1',
    [id, held && JSON.stringify(held), JSON.stringify(given), state, at],
  )
}

/** Sets the state of a declaration, where it is another than before. */
export async function setState(
  tx: Tx,
  id: string,
  { state, at, waiting }: { state: string; at: Date; waiting: Date | null },
): Promise<void> {
  await tx.execute(
    `update customs.declaration set state_at = case when state = $2 then state_at else $3 end, state = $2,
       waiting_since = $4 where id = $1`,
    [id, state, at, waiting],
  )
}

/** Whether a number at the exchange platform is another party's: receipts would go astray. */
export async function isDxpTaken(tx: Tx, party: string, dxpId: string): Promise<boolean> {
  const [row] = await unsafeInScope(tx, 'audit', () =>
    tx.query('select 1 from customs.declarant where dxp_id = $1 and party_id <> $2', [dxpId, party]),
  )
  return row !== undefined
}

export async function addSubmission(
  tx: Tx,
  plan: string,
  by: { readonly party: string; readonly account: string | undefined; readonly at: Date },
): Promise<void> {
  await tx.execute(
    `insert into customs.submission (plan_id, party_id, account_id, asked_at) values ($1, $2, $3, $4)
     on conflict (plan_id) do nothing`,
    [plan, by.party, by.account ?? null, by.at],
  )
}

export async function submissionOf(tx: Tx, plan: string): Promise<{ account_id: string | null } | undefined> {
  const [row] = await tx.query<{ account_id: string | null }>(
    'select account_id from customs.submission where plan_id = $1',
    [plan],
  )
  return row
}

/** A party by its id, name or credit code. */
export async function partyNamed(tx: Tx, name: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select id from kernel.party where id::text = $1 or name->>'zh' = $1 or name->>'en' = $1 or credit_code = $1`,
    [name],
  )
  return row?.id
}
