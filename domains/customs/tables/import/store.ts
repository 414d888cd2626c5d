import type { Tx } from '@tongqu/kernel/db'
import type { Preview, RejectedRow } from '@tongqu/register'

/* SQL of imports that are checked before they are published, and nothing else. */

export type ImportState =
  | 'waiting'
  | 'checking'
  | 'checked'
  | 'publishing'
  | 'published'
  | 'refused'
  | 'cancelled'
  | 'failed'

/** What was found in a file, and what publishing it would change. */
export interface Checked extends Preview {
  readonly rows: number
  readonly refusedRows: number
  /** The first of the refusals. */
  readonly refused: readonly RejectedRow[]
  /** Cells that were taken or left out with a remark. */
  readonly noted: number
}

export interface Failure {
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
}

export interface ImportRow extends Record<string, unknown> {
  readonly id: string
  readonly account_id: string | null
  readonly kind: string
  readonly file: string
  readonly name: string
  readonly state: ImportState
  readonly percent: number
  readonly cancelled: boolean
  readonly again: boolean
  readonly speaks_from: string | null
  readonly edition: string | null
  readonly year: number | null
  readonly source: string | null
  readonly basis: number | null
  readonly preview: Checked | null
  readonly failure: Failure | null
  readonly created_at: Date
}

const HEAD = `select id, account_id, kind, file, name, state, percent, cancelled, again, speaks_from, edition, year, source,
  basis::int as basis, preview, failure, created_at from customs.table_import`

export async function addImport(
  tx: Tx,
  row: Pick<ImportRow, 'id' | 'kind' | 'file' | 'name' | 'speaks_from' | 'created_at'> & {
    readonly party: string
    readonly account: string | undefined
  },
): Promise<void> {
  await tx.execute(
    `insert into customs.table_import (id, party_id, account_id, kind, file, name, state, speaks_from, created_at)
     values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)`,
    [row.id, row.party, row.account ?? null, row.kind, row.file, row.name, row.speaks_from, row.created_at],
  )
}

export async function findImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const [row] = await tx.query<ImportRow>(`${HEAD} where id = $1`, [id])
  return row
}

export function listImports(tx: Tx, limit: number): Promise<ImportRow[]> {
  return tx.query<ImportRow>(`${HEAD} order by created_at desc, id desc limit $1`, [limit])
}

/** Columns that change as an import goes on. */
export interface Changes {
  readonly state?: ImportState
  readonly percent?: number
  readonly cancelled?: boolean
  readonly again?: boolean
  readonly edition?: string
  readonly year?: number | null
  readonly source?: string
  readonly basis?: number
  readonly preview?: Checked
  readonly batch_id?: string
  readonly failure?: Failure
  readonly finished_at?: Date
}

export async function change(tx: Tx, id: string, changes: Changes): Promise<void> {
  await update(tx, id, changes, 'true', [])
}

/** Ends a step: only what is still in that state and nobody stopped. @returns whether it was */
export async function end(tx: Tx, id: string, from: ImportState, changes: Changes): Promise<boolean> {
  return (await update(tx, id, changes, 'state = $2 and not cancelled', [from])) > 0
}

/** Tells how far an import is. @returns whether somebody asked to stop it */
export async function tell(tx: Tx, id: string, percent: number): Promise<boolean> {
  const [row] = await tx.query<{ cancelled: boolean }>(
    'update customs.table_import set percent = $2 where id = $1 returning cancelled',
    [id, percent],
  )
  return row?.cancelled ?? true
}

async function update(
  tx: Tx,
  id: string,
  changes: Changes,
  condition: string,
  more: readonly unknown[],
): Promise<number> {
  const given = Object.entries(changes)
  const set = given.map(([name], n) => `${name} = $${n + 2 + more.length}`).join(', ')
  const values = given.map(([name, value]) =>
    name === 'preview' || name === 'failure' ? JSON.stringify(value) : value,
  )
  const done = await tx.query(
    `update customs.table_import set ${set} where id = $1 and ${condition} returning id`,
    [id, ...more, ...values],
  )
  return done.length
}

/** The register's last batch, 0 where it has none: what it says changes with it only. */
export async function lastSerial(tx: Tx, register: string): Promise<number> {
  const [row] = await tx.query<{ serial: number }>(
    'select coalesce(max(serial), 0)::int as serial from register.batch where register = $1',
    [register],
  )
  return row!.serial
}
