import type { Tx } from '@tongqu/kernel/db'
import type { DeadlineRule } from './rule.ts'

/* SQL of deadlines: declarations by the day that a deadline counts from; nothing that follows from it is kept. */

/** Declarations of one party that a rule counts for from one day, and for which it is not done yet. */
export interface OpenRow extends Record<string, unknown> {
  readonly party_id: string
  /** Legal day that it counts from. */
  readonly day: string
  readonly declarations: number
  readonly example: string
  /** Accounts that submitted them, some. */
  readonly accounts: readonly string[]
}

/**
 * Those of the same day stand together: a hundred thousand lists of a month have at most thirty-one days. Each row is
 * looked up by its key (`limit 1` keeps it so), whatever the planner thinks of tables that nobody has analysed.
 */
const OPEN = `
  select d.party_id, b.day, count(*)::int as declarations, min(d.number) as example,
    coalesce((array_agg(distinct d.account_id) filter (where d.account_id is not null))[1:20], '{}') as accounts
  from (FROM) b cross join lateral (
    select c.id, c.party_id, c.number, c.account_id from customs.declaration c
    where c.id = b.id and c.direction = $3 and c.state in ('released', 'concluded') and ($4::text[] is null or c.mode = any($4))
      and ($5::text[] is null or c.form = any($5)) and (c.has_refund or not $6) limit 1) d
  where (DONE) is null
  group by d.party_id, b.day`

const RELEASED = `
  select r.declaration_id as id, left(r.released_time, 4) || '-' || substr(r.released_time, 5, 2) || '-' || substr(r.released_time, 7, 2) as day
  from customs.record r where r.role = 'list' and r.released_time is not null
    and r.released_time >= replace($1, '-', '') and r.released_time < replace($2, '-', '') || 'a'`
const STATED = `
  select f.declaration_id as id, to_char(f.day, 'YYYY-MM-DD') as day from customs.deadline_fact f
  where f.day between $1::date and $2::date and f.what = $7`

const SUMMED = `
  select 1 from customs.summary_list l where l.list_id = d.id and l.given_back_at is null
    and (select p.state from customs.record p where p.id = l.record_id) not in ('rejected', 'withdrawn') limit 1`
const FACT = 'select 1 from customs.deadline_fact g where g.declaration_id = d.id and g.what = $8 limit 1'
// A tax is paid when somebody says so, or when its bills are: all that are not void.
const PAID = `
  select 1 from customs.tax_bill t where t.declaration_id = d.id and t.state = 'paid' and (
    select 1 from customs.tax_bill u where u.declaration_id = d.id and u.state in ('made', 'summed') limit 1) is null limit 1`

/** @param from first and last day that it may count from */
export function openOf(
  tx: Tx,
  { of, after, doneBy }: DeadlineRule,
  from: { readonly first: string; readonly last: string },
): Promise<OpenRow[]> {
  const text = OPEN.replace('FROM', after === 'released' ? RELEASED : STATED).replace(
    'DONE',
    doneBy === 'summary' ? SUMMED : doneBy === 'tax_paid' ? `coalesce((${FACT}), (${PAID}))` : FACT,
  )
  // Every statement has all parameters, so that PostgreSQL knows their types.
  const typed = `${text} having $7::text is not null and $8::text is not null`
  return tx.query<OpenRow>(typed, [
    from.first,
    from.last,
    of.direction,
    of.modes ?? null,
    of.forms ?? null,
    of.isRefund,
    after,
    doneBy,
  ])
}

const ONE = `
  select d.direction, d.mode, d.form, d.has_refund, (${SUMMED}) is not null as is_summed,
    (${PAID}) is not null as is_paid,
    (select min(r.released_time) from customs.record r where r.declaration_id = d.id and r.role = 'list') as released_time
  from customs.declaration d where d.id = $1`

/** What deadlines of a declaration stand on: what it is, when it was released, what was done and stated of it. */
export async function doneOf(tx: Tx, declaration: string) {
  const [row] = await tx.query<{
    direction: string
    mode: string
    form: string
    has_refund: boolean
    is_summed: boolean
    is_paid: boolean
    released_time: string | null
  }>(ONE, [declaration])
  const facts = await tx.query<{ what: string; day: string }>(
    `select what, to_char(day, 'YYYY-MM-DD') as day from customs.deadline_fact where declaration_id = $1`,
    [declaration],
  )
  return row && { ...row, facts: facts.map(each => [each.what, each.day] as const) }
}

/** Declarations by id or number, held until the transaction ends. */
export function takeNamed(
  tx: Tx,
  names: readonly string[],
): Promise<
  { readonly id: string; readonly number: string; readonly party_id: string; readonly state: string }[]
> {
  return tx.query(
    `select id, number, party_id, state from customs.declaration where number = any($1) or id::text = any($1)
     order by id for update`,
    [names],
  )
}

export async function keepFacts(
  tx: Tx,
  declarations: readonly { readonly id: string; readonly party_id: string }[],
  fact: {
    readonly what: string
    readonly day: string
    readonly note: string | undefined
    readonly at: Date
    readonly by: string | undefined
  },
): Promise<void> {
  await tx.execute(
    `insert into customs.deadline_fact as f (declaration_id, party_id, what, day, note, at, by)
     select n.id, n.party, $3, $4, $5, $6, $7 from unnest($1::uuid[], $2::uuid[]) as n (id, party)
     on conflict (declaration_id, what) do update set day = excluded.day, note = excluded.note, at = excluded.at, by = excluded.by`,
    [
      declarations.map(each => each.id),
      declarations.map(each => each.party_id),
      fact.what,
      fact.day,
      fact.note ?? null,
      fact.at,
      fact.by ?? null,
    ],
  )
}

export interface Stage {
  readonly party: string
  readonly what: string
  readonly until: string
  readonly stage: string
}

/** Keeps that reminders went out. @returns those that had not before */
export async function keepTold(tx: Tx, stages: readonly Stage[], at: Date): Promise<ReadonlySet<string>> {
  if (stages.length === 0) return new Set()
  const rows = await tx.query<{ name: string }>(
    `insert into customs.deadline_told (party_id, what, until, stage, at)
     select n.party, n.what, n.until, n.stage, $5 from unnest($1::uuid[], $2::text[], $3::date[], $4::text[])
       as n (party, what, until, stage)
     on conflict do nothing
     returning party_id || ' ' || what || ' ' || to_char(until, 'YYYY-MM-DD') || ' ' || stage as name`,
    [
      stages.map(each => each.party),
      stages.map(each => each.what),
      stages.map(each => each.until),
      stages.map(each => each.stage),
      at,
    ],
  )
  return new Set(rows.map(row => row.name))
}
