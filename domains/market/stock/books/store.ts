import type { Tx } from '@tongqu/kernel/db'

/* SQL of movements: who, why and on what paper, beside the ledger's transfers. */

export interface MovementRow {
  readonly id: string
  readonly party_id: string
  readonly keeper_id: string
  readonly line_id: string | null | undefined
  readonly record_kind: string
  readonly record_id: string | null
  readonly record_line: number | null | undefined
  readonly reason: string | null | undefined
  readonly document_type: string | null | undefined
  readonly document_reference: string | null | undefined
  readonly account_id: string | null | undefined
  readonly run: string
}

const COLUMNS = `id, party_id, keeper_id, line_id, record_kind, record_id, record_line, reason, document_type,
  document_reference, account_id, run`
const WRITE = `
  insert into market.movement (${COLUMNS})
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::int[], $8::text[], $9::text[],
    $10::text[], $11::uuid[], $12::uuid[])`

export async function writeMovements(tx: Tx, rows: readonly MovementRow[]): Promise<void> {
  await tx.execute(WRITE, [
    rows.map(row => row.id),
    rows.map(row => row.party_id),
    rows.map(row => row.keeper_id),
    rows.map(row => row.line_id ?? null),
    rows.map(row => row.record_kind),
    rows.map(row => row.record_id),
    rows.map(row => row.record_line ?? null),
    rows.map(row => row.reason ?? null),
    rows.map(row => row.document_type ?? null),
    rows.map(row => row.document_reference ?? null),
    rows.map(row => row.account_id ?? null),
    rows.map(row => row.run),
  ])
}

/** The movements of a document, in order. */
export function movementsOfRecord(
  tx: Tx,
  record: string,
): Promise<(MovementRow & Record<string, unknown>)[]> {
  return movementsOfRecords(tx, [record])
}

/** The movements of documents, in order. */
export function movementsOfRecords(
  tx: Tx,
  records: readonly string[],
): Promise<(MovementRow & Record<string, unknown>)[]> {
  return tx.query(`select ${COLUMNS} from market.movement where record_id = any($1) order by id`, [records])
}

/** Movements by the ids of their transfers. */
export async function movementsById(tx: Tx, ids: readonly string[]): Promise<Map<string, MovementRow>> {
  const rows = await tx.query<MovementRow & Record<string, unknown>>(
    `select ${COLUMNS} from market.movement where id = any($1)`,
    [ids],
  )
  return new Map(rows.map(row => [row.id, row]))
}
