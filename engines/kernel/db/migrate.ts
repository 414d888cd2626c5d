import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { sm3 } from '../crypto/index.ts'

/** One module's migrations: a folder of `0001-what-it-does.sql`, forward only. */
export interface MigrationSource {
  readonly module: string
  readonly dir: string
}

export interface AppliedMigration {
  readonly module: string
  readonly file: string
}

/** The folder and the database disagree: a migration was changed after it ran, or one is missing. */
export class MigrationError extends Error {}

interface Recorded {
  module: string
  file: string
  digest: string
}

const bookkeeping = `
  create schema if not exists migration;
  create table if not exists migration.applied (
    module text not null, file text not null, digest text not null, applied_at timestamptz not null,
    primary key (module, file))`

/**
 * Brings the database up to the modules' migrations, each in a transaction of its own as the owning role.
 * @returns what was applied now, in order
 * @throws MigrationError when an applied file was changed or removed
 */
export async function migrate(
  adminUrl: string,
  sources: readonly MigrationSource[],
  now: Date,
): Promise<AppliedMigration[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('tongqu.migrate'))`)
    await client.query('set role tongqu_owner')
    await client.query(bookkeeping)
    const { rows } = await client.query<Recorded>('select module, file, digest from migration.applied')
    const done: AppliedMigration[] = []
    for (const source of sources) done.push(...(await migrateModule(client, source, rows, now)))
    return done
  } finally {
    await client.end()
  }
}

async function migrateModule(
  client: pg.Client,
  source: MigrationSource,
  recorded: readonly Recorded[],
  now: Date,
): Promise<AppliedMigration[]> {
  const files = (await readdir(source.dir)).filter(file => file.endsWith('.sql')).sort()
  const mine = new Map(
    recorded.filter(row => row.module === source.module).map(row => [row.file, row.digest]),
  )
  for (const file of mine.keys())
    if (!files.includes(file))
      throw new MigrationError(
        `${source.module}: ${file} ran on this database but is not here. Is the code older?`,
      )
  const done: AppliedMigration[] = []
  for (const file of files) {
    const sql = await readFile(join(source.dir, file), 'utf8')
    const digest = sm3(sql)
    const before = mine.get(file)
    if (before === digest) continue
    if (before)
      throw new MigrationError(`${source.module}: ${file} was changed after it ran. Write a new one.`)
    await apply(client, source.module, file, sql, digest, now)
    done.push({ module: source.module, file })
  }
  return done
}

async function apply(
  client: pg.Client,
  module: string,
  file: string,
  sql: string,
  digest: string,
  now: Date,
) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration.applied values ($1, $2, $3, $4)', [module, file, digest, now])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(`${module}: ${file} failed: ${(error as Error).message}`, { cause: error })
  }
}
