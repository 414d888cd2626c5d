import type { Tx } from '@tongqu/kernel/db'

/* SQL of shelves: pieces of a line that are on sale. */

export interface ShelfRow extends Record<string, unknown> {
  readonly id: string
  readonly line_id: string
  readonly article_id: string
  readonly party_id: string
  readonly keeper_id: string
  readonly sold_id: string
  /** The hold that keeps its account closed; null: it is open. */
  readonly closing_id: string | null
}

const COLUMNS = 'id, line_id, article_id, party_id, keeper_id, sold_id, closing_id'

export async function findShelf(tx: Tx, id: string): Promise<ShelfRow | undefined> {
  const [row] = await tx.query<ShelfRow>(`select ${COLUMNS} from market.shelf where id = $1`, [id])
  return row
}

const OF_LINES = `select ${COLUMNS} from market.shelf where line_id = any($1) order by id`
const OF_LINES_LOCKED = `${OF_LINES} for update`

/**
 * The shelves of lines.
 * @param isLocked nobody else closes or opens them until the transaction ends
 */
export function shelvesOfLines(tx: Tx, lines: readonly string[], isLocked = false): Promise<ShelfRow[]> {
  return tx.query<ShelfRow>(isLocked ? OF_LINES_LOCKED : OF_LINES, [lines])
}

export async function setClosing(tx: Tx, shelf: string, closing: string | null): Promise<void> {
  await tx.execute('update market.shelf set closing_id = $2 where id = $1', [shelf, closing])
}

/** False: the line has one already. */
export async function addShelf(tx: Tx, row: ShelfRow, at: Date): Promise<boolean> {
  const added = await tx.execute(
    `insert into market.shelf (${COLUMNS}, at) values ($1, $2, $3, $4, $5, $6, null, $7) on conflict (line_id) do nothing`,
    [row.id, row.line_id, row.article_id, row.party_id, row.keeper_id, row.sold_id, at],
  )
  return added === 1
}

export function listShelves(
  tx: Tx,
  article: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<ShelfRow[]> {
  return tx.query<ShelfRow>(
    `select ${COLUMNS} from market.shelf
     where ($1::uuid is null or article_id = $1) and ($2::uuid is null or id > $2) order by id limit $3`,
    [article ?? null, after ?? null, limit],
  )
}

export interface OfferedRow extends Record<string, unknown> {
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly scale: number
}

/** What is told of a shelf to anyone who may buy. Needs sight of all. */
export async function offered(tx: Tx, shelf: string): Promise<OfferedRow | undefined> {
  const [row] = await tx.query<OfferedRow>(
    `select a.name, a.unit, a.scale from market.shelf s join market.article a on a.id = s.article_id where s.id = $1`,
    [shelf],
  )
  return row
}
