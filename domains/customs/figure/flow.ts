import type { Figure } from '@tongqu/kernel/figure'

/* What happened in the last sixty minutes, minute by minute. */

const READ = 'customs.declaration.read'
const MINUTES = 60

const FLOW = `
  with made as (
    select date_bin('1 minute', d.created_at, 'epoch') as at, count(*)::int as n from customs.declaration d
    where d.created_at >= $1 and d.created_at <= $2 and ($3::uuid is null or d.party_id = $3) group by 1),
  told as (
    select date_bin('1 minute', r.received_at, 'epoch') as at, count(*)::int as n from customs.receipt r
    where r.received_at >= $1 and r.received_at <= $2 and ($3::uuid is null or r.party_id = $3) group by 1)
  select at, coalesce(made.n, 0) as made, coalesce(told.n, 0) as told from made full join told using (at) order by at`

/** Declarations made and receipts that came in. */
export const flowFigure: Figure = {
  key: 'customs.flow.minute',
  name: { zh: '近 60 分钟', en: 'Last 60 minutes' },
  about: {
    zh: '每分钟建立的申报与收到的海关回执',
    en: 'Declarations made and receipts of the customs received, minute by minute',
  },
  unit: 'count',
  permission: READ,
  chart: 'minutes',
  series: [
    { name: { zh: '申报', en: 'Declarations' }, unit: 'count' },
    { name: { zh: '回执', en: 'Receipts' }, unit: 'count' },
  ],
  isOfPeriod: false,
  keptFor: 2,
  records: '/declarations/all?sort=-changed',
  async ask({ work, party }) {
    const minute = Math.floor(work.now.getTime() / 60_000)
    const from = new Date((minute - MINUTES + 1) * 60_000)
    const rows = await work.query<{ at: Date; made: number; told: number }>(FLOW, [
      from,
      work.now,
      party ?? null,
    ])
    const parts = rows.map(({ at, made, told }) => ({
      key: at.toISOString(),
      values: [String(made), String(told)],
    }))
    return { value: String(rows.reduce((sum, { made }) => sum + made, 0)), parts, keys: 'minute' }
  },
}
