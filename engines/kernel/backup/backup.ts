import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type pg from 'pg'
import type { FileStore } from '../files/index.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { copyOut } from './copy.ts'
import { emptyFolder, type Manifest, type Part, partsOf, type TablePart, writeManifest } from './manifest.ts'
import { copySynced, writeCompressed } from './parts.ts'
import { connected, outOf, refuseWeakRole, SAME_TEXT, sequencesOf, type Table, tablesOf } from './tables.ts'

export interface BackupParts {
  /** The database's address as its administrator: a superuser, or a role that bypasses row security. */
  readonly adminUrl: string
  /** The installation's folder, whose `secrets` are kept. */
  readonly dataDir: string
  readonly anchorFile: string
  readonly files: FileStore
  readonly now: Date
  /** Told of each table and file that is copied, and of how many there are; what it throws ends the backup. */
  readonly told?: (done: number, parts: number) => Promise<void>
}

export interface BackupDone {
  readonly dir: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Files that rows name and that were not there: the installation is damaged, its backup says so. */
  readonly missingFiles: readonly string[]
  readonly bytes: number
  /** Position of the last event in it. */
  readonly head: number
}

/** The password of the serving roles belongs to the server, not to the data: it is made anew. */
const NOT_KEPT = 'database.key'

/**
 * Copies a running installation into a folder: rows of one snapshot, files, secrets and anchors, each part with
 * its SM3 in the manifest. Whoever holds the folder holds the secrets: keep it as safe as the installation.
 * A backup that was cut short has no `manifest.sm3` and is refused by `restore`.
 */
export async function backup(parts: BackupParts, dir: string): Promise<BackupDone | Refusal> {
  const taken = await emptyFolder(dir)
  if (taken) return taken
  // Anchors first: each block that they name is committed, so the snapshot that comes after holds it.
  const anchors = await keptFile(parts.anchorFile, dir, 'anchors/audit.txt')
  const secrets = await keptSecrets(join(parts.dataDir, 'secrets'), dir)
  const rows = await connected(parts.adminUrl, client => keptRows(client, dir, parts.told))
  if (isRefusal(rows)) return rows
  const { digests, ...database } = rows
  const { files, missingFiles } = await keptFiles(parts, digests, dir, database.tables.length)
  const manifest: Manifest = {
    format: 1,
    madeAt: parts.now.toISOString(),
    ...database,
    files,
    missingFiles,
    secrets,
    anchors,
  }
  await writeManifest(dir, manifest)
  return {
    dir,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: files.length,
    missingFiles,
    bytes: partsOf(manifest).reduce((sum, part) => sum + part.bytes, 0),
    head: manifest.head,
  }
}

type Rows = Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'head' | 'audit'> & { digests: string[] }

async function keptRows(client: pg.Client, dir: string, told: BackupParts['told']): Promise<Rows | Refusal> {
  const weak = await refuseWeakRole(client)
  if (weak) return weak
  await client.query(SAME_TEXT)
  await client.query('set row_security = off')
  await client.query('begin isolation level repeatable read read only')
  const tables: TablePart[] = []
  const all = await tablesOf(client)
  const { rows: named } = await client.query<{ files: string }>(
    'select count(distinct sm3) as files from kernel.file',
  )
  for (const table of all) {
    await told?.(tables.length, all.length + Number(named[0]!.files))
    tables.push(await keptTable(client, table, dir))
  }
  const one = async <R extends pg.QueryResultRow>(sql: string) => (await client.query<R>(sql)).rows
  const [head] = await one<{ position: string }>('select position from kernel.event_head')
  const [block] = await one<{ number: string; root: string }>(
    'select number, root from kernel.audit_block order by number desc limit 1',
  )
  const digests = await one<{ sm3: string }>('select distinct sm3 from kernel.file order by sm3')
  const migrations = await one<Manifest['migrations'][number]>(
    'select module, file, digest from migration.applied order by module, file',
  )
  return {
    migrations,
    tables,
    sequences: await sequencesOf(client),
    head: Number(head!.position),
    audit: { blocks: Number(block?.number ?? 0), root: block?.root },
    digests: digests.map(row => row.sm3),
  }
}

async function keptTable(client: pg.Client, table: Table, dir: string): Promise<TablePart> {
  const path = `database/${table.name.replaceAll(/[^\w.-]/g, '_')}.copy.gz`
  const { digest, value } = await writeCompressed(join(dir, path), into =>
    copyOut(client, outOf(table), into),
  )
  return { path, ...digest, table, rows: value }
}

async function keptFiles(
  { files: store, told }: BackupParts,
  digests: readonly string[],
  dir: string,
  tables: number,
) {
  const files: Part[] = []
  const missingFiles: string[] = []
  for (const [n, digest] of digests.entries()) {
    await told?.(tables + n, tables + digests.length)
    const part = await keptFile(store.path(digest), dir, `files/${digest.slice(0, 2)}/${digest}`)
    if (part) files.push(part)
    if (part?.sm3 !== digest) missingFiles.push(digest)
  }
  return { files, missingFiles }
}

async function keptSecrets(folder: string, dir: string): Promise<Part[]> {
  const names = await readdir(folder).catch(() => [] as string[])
  const kept = names.filter(name => name.endsWith('.key') && name !== NOT_KEPT).sort()
  const parts: Part[] = []
  for (const name of kept) parts.push((await keptFile(join(folder, name), dir, `secrets/${basename(name)}`))!)
  return parts
}

async function keptFile(from: string, dir: string, path: string): Promise<Part | undefined> {
  const digest = await copySynced(from, join(dir, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return digest && { path, ...digest }
}
