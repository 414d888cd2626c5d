import type { Tx } from '@tongqu/kernel/db'
import { transposed } from '../declaration/store.ts'

/* SQL of entries into the yard. */

export interface ArrivedList extends Record<string, unknown> {
  readonly id: string
  readonly head: Readonly<Record<string, string>>
  /** It was taken in by the customs and stands in no entry. */
  readonly is_free: boolean
}

const ARRIVED = `
  select d.id, r.head, d.state in ('declared', 'manual_review', 'approved', 'inspected', 'released', 'concluded')
    and (select 1 from customs.yard_parcel y where y.list_id = d.id and y.given_back_at is null limit 1) is null as is_free
  from customs.declaration d cross join lateral (
    select c.content->'InventoryHead' as head from customs.record c where c.declaration_id = d.id and c.role = 'list' limit 1) r
  where d.party_id = $1 and d.direction = 'import' and d.mode = '9610' and d.form = 'list'`

/** Lists of direct import of a plan, or those named; held so that two entries do not take one parcel. */
export function arrivedLists(
  tx: Tx,
  party: string,
  { plan, lists }: { readonly plan?: string | undefined; readonly lists?: readonly string[] | undefined },
): Promise<ArrivedList[]> {
  return plan === undefined
    ? tx.query<ArrivedList>(
        `${ARRIVED} and (d.number = any($2) or d.id::text = any($2)) order by d.number for update of d`,
        [party, lists ?? []],
      )
    : tx.query<ArrivedList>(
        `${ARRIVED} and d.plan_id in (select id from customs.plan where number = $2 or id::text = $2)
         order by d.number for update of d`,
        [party, plan],
      )
}

/** Parcels of entries that were rejected or withdrawn may enter again. */
export async function giveParcelsBack(tx: Tx, party: string, at: Date): Promise<void> {
  await tx.execute(
    `update customs.yard_parcel y set given_back_at = $2 from customs.declaration e
     where e.id = y.entry_id and y.party_id = $1 and y.given_back_at is null and e.state in ('rejected', 'withdrawn')`,
    [party, at],
  )
}

export async function addParcels(
  tx: Tx,
  of: { readonly entry: string; readonly party: string; readonly carrier: string },
  parcels: readonly { readonly list: string; readonly waybill: string }[],
): Promise<void> {
  const rows = parcels.map(each => [each.list, each.waybill])
  await tx.execute(
    `insert into customs.yard_parcel (entry_id, party_id, carrier, list_id, waybill)
     select $1, $2, $3, n.list, n.waybill from unnest($4::uuid[], $5::text[]) as n (list, waybill)`,
    [of.entry, of.party, of.carrier, ...transposed(rows, 2)],
  )
}

export interface EntryRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly created_at: Date
  readonly parcels: number
  readonly entry_no: string | null
  readonly said: string | null
}

export function listEntries(tx: Tx, after: string | undefined, limit: number): Promise<EntryRow[]> {
  return tx.query<EntryRow>(
    `select d.id, d.number, d.state, d.created_at, r.list_no as entry_no, r.told_info as said,
       (select count(*)::int from customs.yard_parcel y where y.entry_id = d.id) as parcels
     from customs.declaration d left join customs.record r on r.declaration_id = d.id and r.role = 'list'
     where d.form = 'yard_entry' and ($1::text is null or d.number < $1) order by d.number desc limit $2`,
    [after ?? null, limit],
  )
}
