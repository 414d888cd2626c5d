import type { Tx } from '@tongqu/kernel/db'
import type { DeclarationRow } from './rows.ts'

/* SQL of lists, counts and timelines. */

export interface ListRow extends DeclarationRow {
  readonly plan_number: string | null
  /** How many orders it is about. */
  readonly orders: number
  readonly list_no: string | null
  readonly said: string | null
}

const LIST = `
  select d.id, d.number, d.party_id, d.plan_id, d.order_no, d.mode, d.form, d.direction, d.day, d.created_at, d.state,
    d.state_at, d.is_contradicted, d.held, d.given, d.waiting_since, p.number as plan_number,
    case when d.order_no is not null then 1
      else (select count(*)::int from customs.declaration_order o where o.declaration_id = d.id) end as orders,
    (select max(r.list_no) from customs.record r where r.declaration_id = d.id and r.role = 'list') as list_no,
    (select r.told_info from customs.record r where r.declaration_id = d.id and r.told_info is not null
     order by r.state in ('rejected', 'failed') desc, r.role = 'list' desc, r.answered_at desc limit 1) as said
  from customs.declaration d left join customs.plan p on p.id = d.plan_id`

const MATCHES = `
  ($1::text is null or p.number = $1 or p.id::text = $1)
  and case $2::text
    when 'waiting' then d.waiting_since is not null
    when 'late' then d.waiting_since < $3
    when 'refused' then d.state in ('rejected', 'failed')
    when 'contradicted' then d.is_contradicted
    when 'todo' then d.state in ('draft', 'rejected', 'failed', 'unknown', 'detained') or d.is_contradicted
      or d.waiting_since < $3
    else $2 is null or d.state = $2 end`

export interface ListFilter {
  readonly plan: string | undefined
  readonly what: string | undefined
  readonly search: string
  /** Number of the declaration that a page begins after. */
  readonly after: string | undefined
  readonly limit: number
  /** What waits since before then is late. */
  readonly late: Date
}

/** Declarations, the newest first. */
export function listDeclarations(tx: Tx, filter: ListFilter): Promise<ListRow[]> {
  const { plan, what, search, after, limit, late } = filter
  return tx.query<ListRow>(
    `${LIST} where ${MATCHES} and ($4 = '' or d.number ilike '%' || $4 || '%' or d.order_no ilike '%' || $4 || '%'
         or exists (select from customs.declaration_order o where o.declaration_id = d.id and o.order_no ilike '%' || $4 || '%'))
       and ($5::text is null or d.number < $5) order by d.number desc limit $6`,
    [plan ?? null, what ?? null, late, search.replace(/[\\%_]/g, '\\$&'), after ?? null, limit],
  )
}

export async function readDeclaration(tx: Tx, name: string): Promise<ListRow | undefined> {
  const [row] = await tx.query<ListRow>(`${LIST} where d.id::text = $1 or d.number = $1`, [name])
  return row
}

/** Numbers of the orders that a declaration is about, in its own order. */
export async function orderNosOf(tx: Tx, declaration: string): Promise<string[]> {
  const rows = await tx.query<{ order_no: string }>(
    'select order_no from customs.declaration_order where declaration_id = $1 order by n',
    [declaration],
  )
  return rows.map(row => row.order_no)
}

export function declarationsThere(
  tx: Tx,
  plan: string,
  orders: readonly string[],
): Promise<(Pick<DeclarationRow, 'state' | 'given'> & { readonly order_no: string })[]> {
  return tx.query(
    `select o.order_no, d.state, d.given from customs.declaration_order o
     join customs.declaration d on d.id = o.declaration_id where o.plan_id = $1 and o.order_no = any($2)`,
    [plan, orders],
  )
}

const STATES = `
  select d.state, count(*)::int as declarations, count(d.waiting_since)::int as waiting,
    count(*) filter (where d.waiting_since < $2)::int as late, count(*) filter (where d.is_contradicted)::int as contradicted
  from customs.declaration d left join customs.plan p on p.id = d.plan_id
  where $1::text is null or p.number = $1 or p.id::text = $1 group by d.state order by d.state`

export async function statusOf(tx: Tx, plan: string | undefined, late: Date) {
  const rows = await tx.query<{
    state: string
    declarations: number
    waiting: number
    late: number
    contradicted: number
  }>(STATES, [plan ?? null, late])
  const [held] = await tx.query<{ n: number }>(
    'select count(*)::int as n from customs.receipt_held where settled_at is null',
  )
  const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  return {
    states: rows.map(({ state, declarations }) => ({ state, declarations })),
    waiting: total(row => row.waiting),
    late: total(row => row.late),
    contradicted: total(row => row.contradicted),
    held: held!.n,
  }
}

export interface TimelineRow extends Record<string, unknown> {
  readonly at: Date
  readonly what: string
  readonly kind: string
  readonly status: string | null
  readonly time: string | null
  readonly info: string | null
  readonly copies: number | null
  readonly is_late: boolean | null
  readonly message: string | null
  readonly sm3: string | null
  readonly signature: unknown
}

const TIMELINE = `
  with r as (select * from customs.record where declaration_id = $1)
  select d.created_at as at, 'made' as what, '' as kind, null::text as status, null::text as time, null::text as info,
    null::int as copies, null::boolean as is_late, null::uuid as message, null::text as sm3, null::json as signature
  from customs.declaration d where d.id = $1
  union all
  select coalesce(m.done_at, m.created_at), case m.state when 'sent' then 'sent' else 'packed' end, r.kind, m.state, null, null,
    null, null, m.id, m.sm3, m.signature
  from r join customs.message m on m.id = r.message_id
  union all
  select c.received_at, 'receipt', r.kind, c.status, c.time, c.info, c.copies, c.is_late, c.message_id, i.sm3, null
  from r join customs.receipt c on c.record_id = r.id left join customs.message i on i.id = c.message_id
  union all
  select h.held_at, 'held', h.kind, h.status, h.time, h.reason, null, null, h.message_id, null, null
  from r join customs.receipt_held h on h.kind = r.kind and h.key = r.key and h.party_id = r.party_id
  order by at, time nulls first`

/** Everything that went out and came in for a declaration, in the order in which we did it or heard of it. */
export function timelineOf(tx: Tx, declaration: string): Promise<TimelineRow[]> {
  return tx.query<TimelineRow>(TIMELINE, [declaration])
}

export interface HeldListRow extends Record<string, unknown> {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly status: string
  readonly time: string
  readonly info: string | null
  readonly reason: string
  readonly held_at: Date
}

export function heldReceipts(tx: Tx, after: string | undefined, limit: number): Promise<HeldListRow[]> {
  return tx.query<HeldListRow>(
    `select id, kind, key, status, time, info, reason, held_at from customs.receipt_held
     where settled_at is null and ($1::text is null or id::text > $1) order by id limit $2`,
    [after ?? null, limit],
  )
}
