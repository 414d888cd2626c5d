import type { Database } from '@tongqu/kernel/db'
import type { DeclaringHouse } from './declared-day.ts'

/* What must be true at the end of a declared day, by the tables and by what the counter counted. */

async function one<T>({ pool }: Database, sql: string, values: readonly unknown[] = []): Promise<T> {
  const { rows } = await pool.query(sql, [...values])
  return rows[0] as T
}

const RELEASED = `select count(*)::int as n from customs.declaration where state = 'released'`

export async function releasedCount(database: Database): Promise<number> {
  return (await one<{ n: number }>(database, RELEASED)).n
}

const MESSAGES = 'select count(*)::int as n from customs.message'

/** Grows as long as anything goes out or comes in. */
export async function messageCount(database: Database): Promise<number> {
  return (await one<{ n: number }>(database, MESSAGES)).n
}

const UNREAD = `
  select count(*)::int as n from customs.message where direction = 'in' and state = 'waiting'`

export async function unreadCount(database: Database): Promise<number> {
  return (await one<{ n: number }>(database, UNREAD)).n
}

const TIMES = `
  select percentile_cont(0.5) within group (order by seconds) as p50,
    percentile_cont(0.99) within group (order by seconds) as p99
  from (select extract(epoch from d.state_at - s.at)::float8 as seconds
    from unnest($1::uuid[], $2::timestamptz[]) as s (plan, at) join customs.declaration d on d.plan_id = s.plan) as taken`

/** Seconds from a plan's submission to the release of each of its orders. */
export function releaseTimes(
  database: Database,
  submittedAt: ReadonlyMap<string, Date>,
): Promise<{ p50: number; p99: number }> {
  return one(database, TIMES, [[...submittedAt.keys()], [...submittedAt.values()]])
}

const FACTS = `
  select (select count(*)::int from customs.declaration) as declarations,
    (select count(*)::int from customs.declaration_order) as orders,
    (select count(*)::int from customs.record) as records,
    (select count(distinct (kind, key))::int from customs.record) as keys,
    (select coalesce(sum(records), 0)::int from customs.message where direction = 'out') as carried,
    (select count(*)::int from customs.message where direction = 'out' and state <> 'sent') as unsent,
    (select count(*)::int from customs.message where direction = 'in' and state <> 'read') as unread,
    (select count(*)::int from customs.receipt_held where settled_at is null) as held,
    (select count(*)::int from customs.message where direction = 'in') as arrived,
    (select count(*)::int from customs.tax_bill) as bills,
    (select position::int from kernel.event_head) as head,
    (select count(*)::int from kernel.event) as events`

/** Each order declared once, in four records that went out once each, and answered as often as the counter says. */
export async function judgeDay(house: DeclaringHouse, orders: number): Promise<void> {
  const facts = await one<Record<string, number>>(house.database, FACTS)
  const counted = await house.counted()
  console.error(JSON.stringify({ ...facts, counter: Object.fromEntries(counted) }))
  const must: Readonly<Record<string, number>> = {
    declarations: orders,
    orders,
    records: orders * 4,
    keys: orders * 4,
    carried: orders * 4,
    unsent: 0,
    unread: 0,
    held: 0,
    arrived: sum(counted, ' sent'),
    bills: counted.get('CEB816Message sent') ?? 0,
  }
  if (sum(counted, ' taken', /^CEB/) !== orders * 4)
    throw new Error('the counter took another number of records')
  console.error(await house.cli('ledger', 'verify'))
  console.error(await house.cli('audit', 'verify'))
  const wrong = Object.entries(must).filter(([name, value]) => facts[name] !== value)
  if (wrong.length > 0) throw new Error(`not as it must be: ${JSON.stringify(wrong)}`)
}

/** What the counter counted under names that end so. */
function sum(counted: ReadonlyMap<string, number>, ending: string, beginning = /^/): number {
  const found = [...counted].filter(([name]) => name.endsWith(ending) && beginning.test(name))
  return found.reduce((total, [, count]) => total + count, 0)
}
