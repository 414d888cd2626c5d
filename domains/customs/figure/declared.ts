import type { UnitOfWork } from '@tongqu/kernel/command'
import type { AskFigure, Period } from '@tongqu/kernel/figure'

/* What is counted of the declarations that were made in a period: two statements, each out of one index. */

/** Declarations that have all of these in common. */
export interface DeclaredGroup extends Record<string, unknown> {
  readonly mode: string
  readonly direction: 'export' | 'import'
  /** Null: of several countries, or about no order. */
  readonly country: string | null
  readonly state: string
  readonly declarations: number
  /** Fen, as text; null: none is known. */
  readonly value: string | null
  readonly taxes: string | null
}

const GROUPS = `
  select d.mode, d.direction, d.country, d.state, count(*)::int as declarations, sum(d.value)::text as value,
    sum(d.taxes)::text as taxes
  from customs.declaration d where d.created_at >= $1 and d.created_at < $2 and ($3::uuid is null or d.party_id = $3)
  group by d.mode, d.direction, d.country, d.state`

const asked = new WeakMap<UnitOfWork, Promise<DeclaredGroup[]>>()

/** Declarations of a period by all that figures tell apart, read once for all of them. */
export function declaredGroups({ work, period, party }: AskFigure): Promise<DeclaredGroup[]> {
  const before = asked.get(work)
  if (before) return before
  const found = work.query<DeclaredGroup>(GROUPS, [period.from, period.before, party ?? null])
  asked.set(work, found)
  return found
}

export interface DeclaredBucket extends Record<string, unknown> {
  readonly at: Date
  readonly declarations: number
  readonly value: string | null
}

const BUCKETS = `
  select date_bin($4::interval, d.created_at, $1) as at, count(*)::int as declarations, sum(d.value)::text as value
  from customs.declaration d where d.created_at >= $1 and d.created_at < $2 and ($3::uuid is null or d.party_id = $3)
  group by 1 order by 1`

/** How a period is cut: a day by hours, more by days. Shanghai keeps one time all year, so all are of one length. */
export const bucketOf = ({ name }: Pick<Period, 'name'>): 'hour' | 'day' => (name === 'day' ? 'hour' : 'day')

/** Declarations of a period by hour or by day; buckets without any are missing. */
export function declaredBuckets({ work, period, party }: AskFigure): Promise<DeclaredBucket[]> {
  const width = `1 ${bucketOf(period)}`
  return work.query<DeclaredBucket>(BUCKETS, [period.from, period.before, party ?? null, width])
}
