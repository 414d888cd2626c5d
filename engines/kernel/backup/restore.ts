import { readdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type pg from 'pg'
import { readAnchors } from '../audit/anchors.ts'
import type { Config } from '../config/index.ts'
import { type MigrationSource, prepareRoles } from '../db/index.ts'
import { openStorage, type StorageUrls } from '../host/storage.ts'
import { prepareQueue } from '../job/index.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { checkRestored, type RestoreCheck } from './check.ts'
import { loadRows, makeTables, refuseOtherCode } from './load.ts'
import { checkedManifest, type Manifest } from './manifest.ts'
import { copySynced } from './parts.ts'
import { backupRefusals } from './refusals.ts'
import { connected, refuseWeakRole } from './tables.ts'
import { beginRestoring, endRestoring } from './unfinished.ts'

export interface RestoreParts {
  /** Of the installation to be made: its folder must be empty or absent, and so must its database. */
  readonly config: Config
  /** Of every module of this program. */
  readonly migrations: readonly MigrationSource[]
  readonly now: Date
  readonly say: (line: string) => void
}

export interface RestoreDone extends RestoreCheck {
  readonly madeAt: string
}

/**
 * Makes an installation from a backup and checks what was made. Every part is held against its SM3 before
 * anything is touched. Until the check is done the database is marked as unfinished and nothing opens it. The
 * value `restored` of the installation then keeps its gateways to outside counters shut until somebody has
 * reconciled what was sent and received after the backup.
 * Errors: what was restored does not check; it stays marked as unfinished.
 */
export async function restore(dir: string, parts: RestoreParts): Promise<RestoreDone | Refusal> {
  const manifest = await checkedManifest(dir)
  if (isRefusal(manifest)) return manifest
  const refusal =
    (await refuseOtherCode(manifest, parts.migrations)) ??
    (await refuseFolder(parts.config)) ??
    (await refuseAnchors(parts.config.anchorFile, dir, manifest))
  if (refusal) return refusal
  const storage = await openStorage(parts.config, parts.say)
  try {
    return await connected(storage.urls.admin, client => fill(client, storage.urls, dir, manifest, parts))
  } finally {
    await storage.stop()
  }
}

async function fill(
  client: pg.Client,
  urls: StorageUrls,
  dir: string,
  manifest: Manifest,
  { config, migrations, now, say }: RestoreParts,
): Promise<RestoreDone | Refusal> {
  const taken = (await refuseWeakRole(client)) ?? (await refuseDatabase(client))
  if (taken) return taken
  await beginRestoring(client)
  say(`restoring ${manifest.tables.length} tables and ${manifest.files.length} files of ${manifest.madeAt}`)
  for (const part of [...manifest.files, ...manifest.secrets])
    await copySynced(join(dir, part.path), join(config.dataDir, part.path))
  await keepAnchors(config.anchorFile, dir, manifest)
  await prepareRoles(urls.admin, urls.password)
  await makeTables(urls.admin, manifest, migrations, join(config.dataDir, 'restoring'), now)
  await prepareQueue(urls.jobs)
  await loadRows(client, manifest, dir)
  const checked = await checkRestored(client, urls, config, manifest)
  await client.query('begin')
  await client.query(
    `insert into kernel.installation (name, value, changed_at) values ('restored', $1, $2)
     on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at`,
    [{ at: now, madeAt: manifest.madeAt, head: manifest.head, gateways: 'shut' }, now],
  )
  await endRestoring(client)
  await client.query('commit')
  return { ...checked, madeAt: manifest.madeAt }
}

/** The data folder may hold the anchors, which are judged by themselves, and nothing else. */
async function refuseFolder({ dataDir, anchorFile }: Config): Promise<Refusal | undefined> {
  const anchors = relative(dataDir, dirname(anchorFile)).split(sep)[0]
  const names = await readdir(dataDir).catch(() => [] as string[])
  const other = names.filter(name => name !== anchors)
  return other.length > 0
    ? backupRefusals.refuse('restore.place_taken', { found: join(dataDir, other[0]!) })
    : undefined
}

async function refuseDatabase(client: pg.Client): Promise<Refusal | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname <> all(array['public', 'information_schema']) and nspname !~ '^pg_'
     union all select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'
     limit 1`,
  )
  return rows[0] && backupRefusals.refuse('restore.place_taken', { found: rows[0].name })
}

/** Anchors that stand already may not say more than the backup's, nor anything else. */
async function refuseAnchors(file: string, dir: string, manifest: Manifest): Promise<Refusal | undefined> {
  const standing = await readAnchors(file)
  const kept = manifest.anchors ? await readAnchors(join(dir, manifest.anchors.path)) : new Map()
  const other = [...standing].find(([block, root]) => kept.get(block) !== root)
  return other && backupRefusals.refuse('restore.anchors_differ', { file, block: other[0] })
}

async function keepAnchors(file: string, dir: string, { anchors }: Manifest): Promise<void> {
  const standing = await readAnchors(file)
  if (anchors && standing.size === 0) await copySynced(join(dir, anchors.path), file)
}
