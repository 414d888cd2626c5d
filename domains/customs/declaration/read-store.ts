import type { Tx } from '@tongqu/kernel/db'
import { Conditions } from './conditions.ts'
import type { DeclarationRow } from './rows.ts'

/* SQL of lists, counts and timelines. */

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
): Promise<(Pick<DeclarationRow, 'number' | 'state' | 'given'> & { readonly order_no: string })[]> {
  return tx.query(
    `select o.order_no, d.number, d.state, d.given from customs.declaration_order o
     join customs.declaration d on d.id = o.declaration_id where o.plan_id = $1 and o.order_no = any($2)`,
    [plan, orders],
  )
}

export interface StatusFilter {
  /** Whose; undefined: of all whom row security lets through. */
  readonly party: string | undefined
  /** Id or number of a plan. */
  readonly plan: string | undefined
  /** What waits since before then is late. */
  readonly late: Date
}

/** How many declarations stand where. Each count reads an index of its own, whatever the number of declarations. */
export async function statusOf(tx: Tx, { party, plan, late }: StatusFilter) {
  const conditions = new Conditions()
  if (party !== undefined) conditions.add('d.party_id = ?', party)
  if (plan !== undefined) conditions.ofPlan(plan)
  const of = (more: string) => conditions.with(more)
  const values = [...conditions.values, late]
  const rows = await tx.query<{ state: string; declarations: number }>(
    `select d.state, count(*)::int as declarations from customs.declaration d ${conditions.text}
     group by d.state order by d.state`,
    conditions.values,
  )
  const [counts] = await tx.query<{ waiting: number; late: number; contradicted: number; held: number }>(
    `select
       (select count(*)::int from customs.declaration d ${of('d.waiting_since is not null')}) as waiting,
       (select count(*)::int from customs.declaration d ${of(`d.waiting_since < $${values.length}`)}) as late,
       (select count(*)::int from customs.declaration d ${of('d.is_contradicted')}) as contradicted,
       (select count(*)::int from customs.receipt_held where settled_at is null) as held`,
    values,
  )
  return { states: rows, ...counts! }
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
  select c.received_at, 'receipt', r.kind, c.status, c.time, c.info, c.copies, c.is_late, c.message_id, i.sm3, i.verification
  from r join customs.receipt c on c.record_id = r.id left join customs.message i on i.id = c.message_id
  union all
  select h.held_at, 'held', h.kind, h.status, h.time, h.reason, null, null, h.message_id, i.sm3, i.verification
  from r join customs.receipt_held h on h.kind = r.kind and h.key = r.key and h.party_id = r.party_id
    left join customs.message i on i.id = h.message_id
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
