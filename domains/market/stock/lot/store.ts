import type { Tx } from '@tongqu/kernel/db'

/* SQL of lots. */

export interface LotRow extends Record<string, unknown> {
  readonly id: string
  readonly article_id: string
  readonly party_id: string
  readonly number: string
  readonly produced_on: string | null
  readonly expires_on: string | null
}

const COLUMNS = 'id, article_id, party_id, number, produced_on, expires_on'

export async function findLot(tx: Tx, id: string): Promise<LotRow | undefined> {
  const [row] = await tx.query<LotRow>(`select ${COLUMNS} from market.lot where id = $1`, [id])
  return row
}

const BY_NUMBER = `
  select ${COLUMNS} from market.lot
  where (article_id, number) in (select * from unnest($1::uuid[], $2::text[]))`

/** Lots by article and number. */
export function lotsByNumber(
  tx: Tx,
  asked: readonly { readonly article: string; readonly number: string }[],
): Promise<LotRow[]> {
  return tx.query<LotRow>(BY_NUMBER, [asked.map(each => each.article), asked.map(each => each.number)])
}

const ADD = `
  insert into market.lot (${COLUMNS}, at)
  select n.*, $7 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[]) as n
  order by 2, 4 on conflict (article_id, number) do nothing`

/** Adds lots; those whose number somebody has added meanwhile are left as they are. */
export async function addLots(tx: Tx, lots: readonly LotRow[], at: Date): Promise<void> {
  if (lots.length === 0) return
  await tx.execute(ADD, [
    lots.map(lot => lot.id),
    lots.map(lot => lot.article_id),
    lots.map(lot => lot.party_id),
    lots.map(lot => lot.number),
    lots.map(lot => lot.produced_on),
    lots.map(lot => lot.expires_on),
    at,
  ])
}
