import { Type } from 'typebox'
import { Bilingual, closed, command, type Definition, Id, Instant, NoInput, query } from '../command/index.ts'
import type { HostServices } from '../host/services.ts'
import { folderOf, foldersThere, wholeSince } from './folders.ts'
import { CHECK_BACKUP, MAKE_BACKUP } from './jobs.ts'
import { backupRefusals } from './refusals.ts'
import * as store from './store.ts'

const Shown = closed({
  id: Id,
  folder: Type.String(),
  askedAt: Instant,
  login: Type.Optional(Type.String()),
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('failed'),
    Type.Literal('cancelled'),
  ]),
  isCancelling: Type.Boolean(),
  beganAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant),
  /** Tables and files that are copied, of how many. */
  done: Type.Integer(),
  parts: Type.Optional(Type.Integer()),
  rows: Type.Optional(Type.Integer()),
  tables: Type.Optional(Type.Integer()),
  files: Type.Optional(Type.Integer()),
  missingFiles: Type.Optional(Type.Integer()),
  bytes: Type.Optional(Type.Integer()),
  head: Type.Optional(Type.Integer()),
  failure: Type.Optional(Bilingual),
  /** Whether the folder holds a whole backup now. */
  isThere: Type.Boolean(),
  verifiedAt: Type.Optional(Instant),
  damaged: Type.Optional(Type.String()),
})
const One = closed({ backup: Id })
const Asked = closed({ id: Id })

/**
 * Backups from the console. They go into a folder of the installation's own choosing, under `data/backups`, and nothing of
 * them is handed out: whoever holds the folder holds the secrets, so carrying it away is for those at the machine.
 */
export function consoleCalls(services: HostServices): Definition[] {
  // In the order in which their examples may be run: one backup is under way at a time.
  return [list(services), cancel, verify(services), start]
}

const list = (services: HostServices) =>
  query({
    name: 'kernel.backup.list',
    summary: { zh: '备份', en: 'Backups: what was made, what lies there, when it was checked' },
    permission: 'kernel.backup.read',
    input: closed({
      after: Type.Optional(Id),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    output: closed({
      backups: Type.Array(Shown),
      more: Type.Boolean(),
      /** Whole backups under data/backups that this installation has no record of. */
      unrecorded: Type.Array(closed({ folder: Type.String(), at: Instant })),
    }),
    example: { input: {} },
    async handle(work, { after, limit = 30 }) {
      const rows = await store.backupRows(work, after, limit + 1)
      const there = await foldersThere(services, MOST_FOLDERS)
      const known = await work.query<{ folder: string }>(
        'select folder from kernel.backup where folder = any($1)',
        [[...there.keys()]],
      )
      const recorded = new Set(known.map(row => row.folder))
      const backups = await Promise.all(rows.slice(0, limit).map(row => shown(services, row)))
      const unrecorded = [...there].filter(([folder]) => !recorded.has(folder))
      return {
        backups,
        more: rows.length > limit,
        unrecorded: unrecorded.map(([folder, at]) => ({ folder, at: at.toISOString() })),
      }
    },
  })

const MOST_FOLDERS = 100

async function shown(services: HostServices, row: store.BackupRow) {
  const instant = (name: string, at: Date | null) => (at ? { [name]: at.toISOString() } : {})
  const number = (name: string, value: number | string | null) =>
    value === null ? {} : { [name]: Number(value) }
  return {
    id: row.id,
    folder: row.folder,
    askedAt: row.asked_at.toISOString(),
    state: row.state,
    isCancelling: row.cancel_asked_at !== null && (row.state === 'waiting' || row.state === 'running'),
    done: Number(row.parts_done),
    isThere: row.state === 'done' && (await wholeSince(folderOf(services, row.folder))) !== undefined,
    ...(row.login && { login: row.login }),
    ...(row.failure && { failure: row.failure }),
    ...(row.damaged && { damaged: row.damaged }),
    ...instant('beganAt', row.begun_at),
    ...instant('endedAt', row.ended_at),
    ...instant('verifiedAt', row.verified_at),
    ...number('parts', row.parts),
    ...number('rows', row.row_count),
    ...number('tables', row.table_count),
    ...number('files', row.file_count),
    ...number('missingFiles', row.missing_files),
    ...number('bytes', row.bytes),
    ...number('head', row.head),
  }
}

const start = command({
  name: 'kernel.backup.start',
  summary: { zh: '开始备份', en: 'Start a backup into a folder of its own under data/backups' },
  permission: 'kernel.backup.start',
  input: NoInput,
  output: Asked,
  refusals: ['backup.under_way'],
  example: { input: {} },
  async handle(work) {
    const id = work.newId()
    const folder = `${work.now.toISOString().slice(0, 19).replaceAll(':', '')}Z-${id.slice(-6)}`
    if (!(await store.addWaiting(work, id, folder))) return backupRefusals.refuse('backup.under_way')
    await work.enqueue({
      name: MAKE_BACKUP,
      payload: { backup: id },
      key: `${MAKE_BACKUP} ${id}`,
      maxAttempts: 3,
    })
    work.emit({ type: 'kernel.backup.asked', record: `kernel.backup/${id}`, data: { folder } })
    return { id }
  },
})

const given = [{ call: 'kernel.backup.start', input: {} }]
const first = ([asked]: readonly { id: string }[]) => ({ backup: asked!.id })

const cancel = command({
  name: 'kernel.backup.cancel',
  summary: { zh: '取消备份', en: 'Cancel a backup that is under way; what was copied is removed' },
  permission: 'kernel.backup.cancel',
  input: One,
  output: closed({ isUnderWay: Type.Boolean() }),
  refusals: ['backup.not_found'],
  example: { given, input: first },
  async handle(work, { backup }) {
    const row = await store.findBackup(work, backup)
    if (!row) return backupRefusals.refuse('backup.not_found', {}, '/backup')
    const isUnderWay = row.state === 'waiting' || row.state === 'running'
    if (isUnderWay) {
      await store.askToCancel(work, backup)
      work.emit({ type: 'kernel.backup.cancelAsked', record: `kernel.backup/${backup}`, data: {} })
    }
    return { isUnderWay }
  },
})

const verify = (services: HostServices) =>
  command({
    name: 'kernel.backup.verify',
    summary: { zh: '校验备份', en: 'Hold every part of a backup against its manifest' },
    permission: 'kernel.backup.verify',
    input: One,
    output: Asked,
    refusals: ['backup.not_found', 'backup.not_whole'],
    example: { given, input: first },
    async handle(work, { backup }) {
      const row = await store.findBackup(work, backup)
      if (!row) return backupRefusals.refuse('backup.not_found', {}, '/backup')
      if (row.state !== 'done' || !(await wholeSince(folderOf(services, row.folder))))
        return backupRefusals.refuse('backup.not_whole', {}, '/backup')
      await work.enqueue({
        name: CHECK_BACKUP,
        payload: { backup },
        key: `${CHECK_BACKUP} ${backup}`,
        maxAttempts: 3,
      })
      return { id: backup }
    },
  })
