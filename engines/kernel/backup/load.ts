import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { sm3 } from '../crypto/index.ts'
import { type MigrationSource, migrate } from '../db/index.ts'
import type { Refusal } from '../refusal/index.ts'
import { copyIn } from './copy.ts'
import type { Manifest } from './manifest.ts'
import { readMigration } from './migration-file.ts'
import { backupRefusals } from './refusals.ts'
import { into, SAME_TEXT, tablesOf } from './tables.ts'

/** Refuses when this program lacks a migration that the backup's database had, or has another text of it. */
export async function refuseOtherCode(
  manifest: Manifest,
  sources: readonly MigrationSource[],
): Promise<Refusal | undefined> {
  for (const { module, file, digest } of manifest.migrations) {
    const source = sources.find(each => each.module === module)
    const text = source && (await readMigration(source, file))
    if (text === undefined || sm3(text) !== digest)
      return backupRefusals.refuse('restore.other_code', { found: `${module}/${file}` })
  }
  return undefined
}

/**
 * Makes the tables as they were: the migrations that the backup had and no later ones, which the next start
 * applies to the restored rows as it would have to the old ones.
 */
export async function makeTables(
  adminUrl: string,
  manifest: Manifest,
  sources: readonly MigrationSource[],
  scratch: string,
  now: Date,
): Promise<void> {
  try {
    const chosen: MigrationSource[] = []
    for (const source of sources) {
      const files = manifest.migrations.filter(({ module }) => module === source.module)
      if (files.length === 0) continue
      const dir = join(scratch, source.module)
      await mkdir(dir, { recursive: true })
      for (const { file } of files) await copyFile(join(source.dir, file), join(dir, file))
      chosen.push({ module: source.module, dir })
    }
    await migrate(adminUrl, chosen, now)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Puts all rows in, in one transaction. Errors: a table is not what it was. */
export async function loadRows(client: pg.ClientBase, manifest: Manifest, dir: string): Promise<void> {
  await client.query(SAME_TEXT)
  await client.query('begin')
  await requireSameTables(client, manifest)
  const names = manifest.tables.map(({ table }) => table.name)
  await client.query(`truncate ${names.join(', ')}`)
  for (const { table, path } of manifest.tables) {
    const rows = createReadStream(join(dir, path)).pipe(createGunzip())
    await client.query(`alter table ${table.name} disable trigger user`)
    await copyIn(client, into(table), rows)
    await client.query(`alter table ${table.name} enable trigger user`)
  }
  for (const { name, last, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [name, last, called])
  await client.query('commit')
}

async function requireSameTables(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  const here = new Map(
    (await tablesOf(client)).map(({ name, columns }) => [name, [...columns].sort().join()]),
  )
  for (const { table } of manifest.tables)
    if (here.get(table.name) !== [...table.columns].sort().join())
      throw new Error(`The table ${table.name} of the backup is another one here.`)
}
