import type { Tx } from '@tongqu/kernel/db'

/* SQL of warehouses and of whose goods they keep. */

export interface WarehouseRow extends Record<string, unknown> {
  readonly id: string
  readonly keeper_id: string
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly kind: string
  readonly country: string
  readonly customs_district: string | null
}

const COLUMNS = 'id, keeper_id, code, name, kind, country, customs_district'

export async function findWarehouse(tx: Tx, id: string): Promise<WarehouseRow | undefined> {
  const [row] = await tx.query<WarehouseRow>(`select ${COLUMNS} from market.warehouse where id = $1`, [id])
  return row
}

export function listWarehouses(
  tx: Tx,
  kind: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<WarehouseRow[]> {
  return tx.query<WarehouseRow>(
    `select ${COLUMNS} from market.warehouse
     where ($1::text is null or kind = $1) and ($2::uuid is null or id > $2) order by id limit $3`,
    [kind ?? null, after ?? null, limit],
  )
}

/** False: the keeper has another of this code. */
export async function addWarehouse(tx: Tx, row: WarehouseRow, at: Date): Promise<boolean> {
  const added = await tx.execute(
    `insert into market.warehouse (${COLUMNS}, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (keeper_id, code) do nothing`,
    [
      row.id,
      row.keeper_id,
      row.code,
      JSON.stringify(row.name),
      row.kind,
      row.country,
      row.customs_district,
      at,
    ],
  )
  return added === 1
}

export interface StorageRow extends Record<string, unknown> {
  readonly warehouse_id: string
  readonly party_id: string
  readonly keeper_id: string
  readonly offered_at: Date
  readonly accepted_at: Date | null
  readonly ended_at: Date | null
}

const STORAGE = 'warehouse_id, party_id, keeper_id, offered_at, accepted_at, ended_at'

const FIND_STORAGE = `select ${STORAGE} from market.storage where warehouse_id = $1 and party_id = $2`
const LOCKS = {
  none: FIND_STORAGE,
  /** It does not end while goods are on their way in. */
  shared: `${FIND_STORAGE} for share`,
  /** Nothing comes in while it ends. */
  alone: `${FIND_STORAGE} for update`,
}

export async function findStorage(
  tx: Tx,
  warehouse: string,
  owner: string,
  lock: keyof typeof LOCKS = 'none',
): Promise<StorageRow | undefined> {
  const [row] = await tx.query<StorageRow>(LOCKS[lock], [warehouse, owner])
  return row
}

export function listStorages(tx: Tx, warehouse: string): Promise<StorageRow[]> {
  return tx.query<StorageRow>(
    `select ${STORAGE} from market.storage where warehouse_id = $1 order by party_id`,
    [warehouse],
  )
}

const OFFER = `
  insert into market.storage (${STORAGE}) values ($1, $2, $3, $4, $5, null)
  on conflict (warehouse_id, party_id) do update
    set offered_at = excluded.offered_at, accepted_at = excluded.accepted_at, ended_at = null`

/** By the keeper; offers again what had ended. */
export async function offerStorage(tx: Tx, row: StorageRow): Promise<void> {
  const { warehouse_id, party_id, keeper_id, offered_at, accepted_at } = row
  await tx.execute(OFFER, [warehouse_id, party_id, keeper_id, offered_at, accepted_at])
}

/** By either side. */
export async function changeStorage(tx: Tx, row: StorageRow): Promise<void> {
  const { warehouse_id, party_id, accepted_at, ended_at } = row
  await tx.execute(
    'update market.storage set accepted_at = $3, ended_at = $4 where warehouse_id = $1 and party_id = $2',
    [warehouse_id, party_id, accepted_at, ended_at],
  )
}

export async function isParty(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query('select 1 from kernel.party where id = $1', [id])).length > 0
}
