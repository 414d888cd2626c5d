import type { Tx } from '@tongqu/kernel/db'

/* SQL of blocks. */

export interface BlockRow extends Record<string, unknown> {
  readonly id: string
  readonly lot_id: string | null
  readonly line_id: string | null
  readonly party_id: string
  readonly keeper_id: string | null
  readonly reason: string
  readonly from_at: Date
  readonly account_id: string | null
}

const COLUMNS = 'id, lot_id, line_id, party_id, keeper_id, reason, from_at, account_id'
const OPEN = `
  select ${COLUMNS} from market.block where to_at is null and (lot_id = $1 or line_id = $2)`

/** The block in force of exactly this lot or this line. */
export async function openBlock(
  tx: Tx,
  lot: string | null,
  line: string | null,
): Promise<BlockRow | undefined> {
  const [row] = await tx.query<BlockRow>(OPEN, [lot, line])
  return row
}

/** False: somebody else has blocked it meanwhile. */
export async function addBlock(tx: Tx, row: BlockRow): Promise<boolean> {
  const added = await tx.execute(
    `insert into market.block (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [row.id, row.lot_id, row.line_id, row.party_id, row.keeper_id, row.reason, row.from_at, row.account_id],
  )
  return added === 1
}

/** False: somebody else has lifted it meanwhile. */
export async function liftBlock(tx: Tx, id: string, at: Date, account: string | undefined): Promise<boolean> {
  const lifted = await tx.execute(
    'update market.block set to_at = $2, lifted_by = $3 where id = $1 and to_at is null',
    [id, at, account ?? null],
  )
  return lifted === 1
}
