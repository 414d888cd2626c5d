import { type Tx, unsafeInScope } from '@tongqu/kernel/db'
import type { Profile } from './declarant/profile.ts'
import type { Kind } from './form/kinds.ts'
import type { DeclarantRow, DeclarationRow, Given, Held, PlannedRow, RecordRow } from './rows.ts'

/* SQL of declarations, and nothing else. Every function works in the transaction it is given. */

export async function declarantOf(tx: Tx, party: string): Promise<DeclarantRow | undefined> {
  const [row] = await tx.query<DeclarantRow>(
    'select party_id, dxp_id, profile, changed_at from customs.declarant where party_id = $1',
    [party],
  )
  return row
}

const SET_DECLARANT = `
  insert into customs.declarant (party_id, dxp_id, profile, changed_at, changed_by) values ($1, $2, $3, $4, $5)
  on conflict (party_id) do update set dxp_id = excluded.dxp_id, profile = excluded.profile,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by`

export async function setDeclarant(
  tx: Tx,
  party: string,
  profile: Profile,
  by: { readonly at: Date; readonly account: string | undefined },
): Promise<void> {
  await tx.execute(SET_DECLARANT, [party, profile.dxpId, JSON.stringify(profile), by.at, by.account ?? null])
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

const PLANNED = `
  select position, order_no, direction, chosen, input, places, decision from customs.plan_order
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
export async function takeDeclaration(tx: Tx, name: string): Promise<DeclarationRow | undefined> {
  const [row] = await tx.query<DeclarationRow>(
    `${DECLARATION} where id::text = $1 or number = $1 for update`,
    [name],
  )
  return row
}

/** Declarations of orders of a plan that are there already. */
export function declarationsOf(tx: Tx, plan: string, orders: readonly string[]): Promise<DeclarationRow[]> {
  return tx.query<DeclarationRow>(`${DECLARATION} where plan_id = $1 and order_no = any($2) for update`, [
    plan,
    orders,
  ])
}

const RECORD = `
  select id, declaration_id, party_id, kind, role, key, content, state, is_ready, attempt, after, told_level, told_rank,
    told_time, told_code, told_info, is_known, is_released, is_rejected, pre_no, list_no, message_id, sent_at, answered_at
  from customs.record`

export function recordsOf(tx: Tx, declaration: string): Promise<RecordRow[]> {
  return tx.query<RecordRow>(`${RECORD} where declaration_id = $1 order by id`, [declaration])
}

export function takeRecords(tx: Tx, declaration: string): Promise<RecordRow[]> {
  return tx.query<RecordRow>(`${RECORD} where declaration_id = $1 order by id for update`, [declaration])
}

const KEYS_TAKEN = `
  select r.kind, r.key, d.number, d.id from unnest($2::text[], $3::text[]) as n (kind, key)
  join customs.record r on r.party_id = $1 and r.kind = n.kind and r.key = n.key
  join customs.declaration d on d.id = r.declaration_id`

export interface TakenKey extends Record<string, unknown> {
  readonly kind: Kind
  readonly key: string
  readonly number: string
  readonly id: string
}

/** Which business keys the party has used before, and for which declaration. */
export function keysTaken(
  tx: Tx,
  party: string,
  records: readonly { readonly kind: Kind; readonly key: string }[],
): Promise<TakenKey[]> {
  return tx.query<TakenKey>(KEYS_TAKEN, [
    party,
    records.map(each => each.kind),
    records.map(each => each.key),
  ])
}

export interface NewDeclaration {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly account: string | undefined
  readonly plan: string
  readonly orderNo: string
  readonly mode: string
  readonly form: string
  readonly direction: string
  readonly day: string
  readonly at: Date
  readonly state: string
  readonly held: Held | undefined
}

const ADD = `
  insert into customs.declaration (id, number, party_id, account_id, plan_id, order_no, mode, form, direction, day,
    created_at, state, state_at, held)
  select n.id, n.number, n.party, n.account, n.plan, n.order_no, n.mode, n.form, n.direction, n.day, n.at, n.state, n.at, n.held
  from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::date[], $11::timestamptz[], $12::text[], $13::json[])
    as n (id, number, party, account, plan, order_no, mode, form, direction, day, at, state, held)`

export async function addDeclarations(tx: Tx, rows: readonly NewDeclaration[]): Promise<void> {
  if (rows.length === 0) return
  const columns = rows.map(row => [
    row.id,
    row.number,
    row.party,
    row.account ?? null,
    row.plan,
    row.orderNo,
    row.mode,
    row.form,
    row.direction,
    row.day,
    row.at,
    row.state,
    row.held ? JSON.stringify(row.held) : null,
  ])
  await tx.execute(ADD, transposed(columns, 13))
}

export interface NewRecord {
  readonly id: string
  readonly declaration: string
  readonly party: string
  readonly kind: Kind
  readonly role: string
  readonly key: string
  readonly content: unknown
  readonly state: string
  readonly isReady: boolean
}

const ADD_RECORDS = `
  insert into customs.record (id, declaration_id, party_id, kind, role, key, content, state, is_ready)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::json[], $8::text[],
    $9::boolean[])`

export async function addRecords(tx: Tx, rows: readonly NewRecord[]): Promise<void> {
  if (rows.length === 0) return
  const columns = rows.map(row => [
    row.id,
    row.declaration,
    row.party,
    row.kind,
    row.role,
    row.key,
    JSON.stringify(row.content),
    row.state,
    row.isReady,
  ])
  await tx.execute(ADD_RECORDS, transposed(columns, 9))
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

const CHANGE_RECORD = `
  update customs.record set key = $2, content = $3, state = $4, is_ready = $5, attempt = attempt + $6, after = $7,
    is_change = $8,
    told_level = case when $6 = 1 then null else told_level end, told_rank = case when $6 = 1 then null else told_rank end,
    told_time = case when $6 = 1 then null else told_time end, told_code = case when $6 = 1 then null else told_code end,
    told_info = case when $6 = 1 then null else told_info end, is_known = is_known and $6 = 0,
    is_released = is_released and $6 = 0, is_rejected = is_rejected and $6 = 0,
    list_no = case when $6 = 1 then null else list_no end
  where id = $1`

/** Puts a record out again: the same content (`isNew` false) or a new submission of it. */
export async function changeRecord(
  tx: Tx,
  id: string,
  to: {
    readonly key: string
    readonly content: unknown
    readonly state: string
    readonly isReady: boolean
    readonly isNew: boolean
    /** The counter has it, and is told of a change. */
    readonly isChange: boolean
    readonly after: string
  },
): Promise<void> {
  await tx.execute(CHANGE_RECORD, [
    id,
    to.key,
    JSON.stringify(to.content),
    to.state,
    to.isReady,
    to.isNew ? 1 : 0,
    to.after,
    to.isChange,
  ])
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

export async function plannedOrder(tx: Tx, plan: string, orderNo: string): Promise<PlannedRow> {
  const [row] = await plannedOrders(tx, plan, { after: -1, orders: [orderNo], limit: 1 })
  return row!
}

/** Records that the counter does not have are withdrawn, and their keys are free again. */
export async function withdraw(tx: Tx, declaration: string): Promise<void> {
  await tx.execute(
    `update customs.record set state = 'withdrawn', is_ready = false, key = key || ' withdrawn ' || id::text
     where declaration_id = $1 and state in ('draft', 'waiting') and role in ('support', 'list')`,
    [declaration],
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
