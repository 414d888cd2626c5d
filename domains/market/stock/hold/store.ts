import type { Tx } from '@tongqu/kernel/db'

/* SQL of holds. How much a part holds and how it stands is the ledger's. */

export interface HoldRow extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly article_id: string
  readonly reference: string | null
  readonly account_id: string | null
  readonly at: Date
}
export interface PartRow extends Record<string, unknown> {
  readonly id: string
  readonly hold_id: string
  readonly line_id: string
  readonly party_id: string
  readonly keeper_id: string
}

const COLUMNS = 'id, party_id, article_id, reference, account_id, at'
const PART = 'id, hold_id, line_id, party_id, keeper_id'

export async function findHold(tx: Tx, id: string): Promise<HoldRow | undefined> {
  const [row] = await tx.query<HoldRow>(`select ${COLUMNS} from market.hold where id = $1`, [id])
  return row
}

/** The newest first. */
export function listHolds(
  tx: Tx,
  article: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<HoldRow[]> {
  return tx.query<HoldRow>(
    `select ${COLUMNS} from market.hold
     where ($1::uuid is null or article_id = $1) and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [article ?? null, after ?? null, limit],
  )
}

export function partsOf(tx: Tx, holds: readonly string[]): Promise<PartRow[]> {
  return tx.query<PartRow>(
    `select ${PART} from market.hold_part where hold_id = any($1) order by hold_id, id`,
    [holds],
  )
}

export async function addHold(tx: Tx, row: HoldRow): Promise<void> {
  await tx.execute(`insert into market.hold (${COLUMNS}) values ($1, $2, $3, $4, $5, $6)`, [
    row.id,
    row.party_id,
    row.article_id,
    row.reference,
    row.account_id,
    row.at,
  ])
}

export async function addParts(tx: Tx, parts: readonly PartRow[]): Promise<void> {
  if (parts.length === 0) return
  await tx.execute(
    `insert into market.hold_part (${PART}) select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[])`,
    [
      parts.map(part => part.id),
      parts.map(part => part.hold_id),
      parts.map(part => part.line_id),
      parts.map(part => part.party_id),
      parts.map(part => part.keeper_id),
    ],
  )
}
