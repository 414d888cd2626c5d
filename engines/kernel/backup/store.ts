import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Text } from '../text/index.ts'
import type { BackupDone } from './backup.ts'

/* SQL of what the installation knows of its backups. Office or system scope. */

export interface BackupRow extends Record<string, unknown> {
  readonly id: string
  readonly folder: string
  readonly asked_at: Date
  readonly login: string | null
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly begun_at: Date | null
  readonly ended_at: Date | null
  readonly parts_done: string
  readonly parts: string | null
  readonly table_count: number | null
  readonly row_count: string | null
  readonly file_count: number | null
  readonly missing_files: number | null
  readonly bytes: string | null
  readonly head: string | null
  readonly failure: Text | null
  readonly cancel_asked_at: Date | null
  readonly verified_at: Date | null
  readonly damaged: string | null
}

const COLUMNS = `b.id, b.folder, b.asked_at, a.login, b.state, b.begun_at, b.ended_at, b.parts_done, b.parts, b.table_count,
  b.row_count, b.file_count, b.missing_files, b.bytes, b.head, b.failure, b.cancel_asked_at, b.verified_at, b.damaged`
const FROM = 'from kernel.backup b left join kernel.account a on a.id = b.account_id'

/** The newest first. @param after id of the last one seen */
export function backupRows(work: UnitOfWork, after: string | undefined, most: number): Promise<BackupRow[]> {
  return work.query<BackupRow>(
    `select ${COLUMNS} ${FROM}
     where $1::uuid is null or (b.asked_at, b.id) < (select asked_at, id from kernel.backup where id = $1)
     order by b.asked_at desc, b.id desc limit $2`,
    [after ?? null, most],
  )
}

export async function findBackup(work: UnitOfWork, id: string): Promise<BackupRow | undefined> {
  const [row] = await work.query<BackupRow>(`select ${COLUMNS} ${FROM} where b.id = $1`, [id])
  return row
}

/** @returns whether there was none under way */
export async function addWaiting(work: UnitOfWork, id: string, folder: string): Promise<boolean> {
  const added = await work.execute(
    `insert into kernel.backup (id, folder, asked_at, account_id, state) values ($1, $2, $3, $4, 'waiting')
     on conflict ((true)) where state in ('waiting', 'running') do nothing`,
    [id, folder, work.now, work.actor.account ?? null],
  )
  return added > 0
}

const figures = ({ tables, rows, files, missingFiles, bytes, head }: BackupDone) => [
  tables,
  rows,
  files,
  missingFiles.length,
  bytes,
  head,
]

export async function addDone(
  work: UnitOfWork,
  folder: string,
  { begunAt, endedAt }: { readonly begunAt: Date; readonly endedAt: Date },
  done: BackupDone,
): Promise<void> {
  await work.execute(
    `insert into kernel.backup (id, folder, asked_at, account_id, state, begun_at, ended_at, table_count, row_count, file_count,
       missing_files, bytes, head) values ($1, $2, $3, $4, 'done', $3, $5, $6, $7, $8, $9, $10, $11)`,
    [work.newId(), folder, begunAt, work.actor.account ?? null, endedAt, ...figures(done)],
  )
}

export async function begin(work: UnitOfWork, id: string): Promise<BackupRow | undefined> {
  await work.execute(
    `update kernel.backup set state = 'running', begun_at = $2, parts_done = 0
     where id = $1 and state in ('waiting', 'running')`,
    [id, work.now],
  )
  const row = await findBackup(work, id)
  return row?.state === 'running' ? row : undefined
}

/** @returns whether it is to be ended */
export async function progress(work: UnitOfWork, id: string, done: number, parts: number): Promise<boolean> {
  const [row] = await work.query<{ ends: boolean }>(
    `update kernel.backup set parts_done = $2, parts = $3 where id = $1
     returning cancel_asked_at is not null as ends`,
    [id, done, parts],
  )
  return row?.ends ?? true
}

export async function endDone(work: UnitOfWork, id: string, done: BackupDone): Promise<void> {
  await work.execute(
    `update kernel.backup set state = 'done', ended_at = $2, parts_done = coalesce(parts, 0), table_count = $3, row_count = $4,
       file_count = $5, missing_files = $6, bytes = $7, head = $8 where id = $1`,
    [id, work.now, ...figures(done)],
  )
}

export async function endWithout(
  work: UnitOfWork,
  id: string,
  state: 'failed' | 'cancelled',
  failure?: Text,
): Promise<void> {
  await work.execute(
    `update kernel.backup set state = $2, ended_at = $3, failure = $4
     where id = $1 and state in ('waiting', 'running')`,
    [id, state, work.now, failure ? JSON.stringify(failure) : null],
  )
}

export async function askToCancel(work: UnitOfWork, id: string): Promise<void> {
  await work.execute(
    `update kernel.backup set cancel_asked_at = $2 where id = $1 and state in ('waiting', 'running')`,
    [id, work.now],
  )
}

export async function markVerified(work: UnitOfWork, id: string, damaged: string | undefined): Promise<void> {
  await work.execute('update kernel.backup set verified_at = $2, damaged = $3 where id = $1', [
    id,
    work.now,
    damaged ?? null,
  ])
}
