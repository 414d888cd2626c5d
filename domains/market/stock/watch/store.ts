import type { Tx } from '@tongqu/kernel/db'

/* SQL of what is looked at day by day. Runs as the system. */

/** What is told of a lot, and when. */
export type LotNews = 'near' | 'expired'

export interface LotRow extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly sku: string
  readonly number: string
  readonly expires_on: string
  /** Of its lines and their shelves. */
  readonly accounts: readonly string[]
}

/** Lots that nobody looks at any more, days after they expired. */
const FORGOTTEN = 60

const LOTS = `
  select o.id, o.party_id, a.sku, o.number, o.expires_on,
    array(select unnest(array[l.id, s.id, s.sold_id]) from market.line l left join market.shelf s on s.line_id = l.id
      where l.lot_id = o.id) as accounts
  from market.lot o join market.article a on a.id = o.article_id
  where o.expires_on > $1::date - ${FORGOTTEN}
    and o.expires_on <= $1::date + case when $2 = 'near' then coalesce(a.near_expiry_days, $3) else -1 end
    and ($4::uuid is null or o.id > $4)
    and not exists (select from market.told t where t.cause = 'market.lot/' || o.id || '/' || $2)
  order by o.id limit $5`

/** Lots that expire within their days, or have expired by a day, of which nobody was told, after one. */
export function lotsToTell(
  tx: Tx,
  day: string,
  news: LotNews,
  days: number,
  after: string | undefined,
  limit: number,
): Promise<LotRow[]> {
  return tx.query<LotRow>(LOTS, [day, news, days, after ?? null, limit])
}

export interface OverdueRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly from_keeper_id: string
  readonly to_keeper_id: string
  readonly due_on: string
}

const OVERDUE = `
  select id, number, party_id, from_keeper_id, to_keeper_id, due_on from market.transfer t
  where state = 'dispatched' and due_on < $1::date - $2::int
    and not exists (select from market.told d where d.cause = 'market.transfer/' || t.id || '/overdue')
  order by id limit $3`

/** Transfers on the way whose day is over by more than some days, of which nobody was told. */
export function overdueToTell(tx: Tx, day: string, grace: number, limit: number): Promise<OverdueRow[]> {
  return tx.query<OverdueRow>(OVERDUE, [day, grace, limit])
}

export async function markTold(tx: Tx, causes: readonly string[], at: Date): Promise<void> {
  await tx.execute(
    'insert into market.told (cause, at) select cause, $2 from unnest($1::text[]) as c (cause) on conflict do nothing',
    [causes, at],
  )
}
