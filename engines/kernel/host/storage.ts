import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config/index.ts'
import { secret } from '../crypto/secrets.ts'
import { createDatabase, type Embedded, startEmbedded, withDatabase } from '../db/embedded/index.ts'
import { type AppliedMigration, type MigrationSource, migrate, prepareRoles } from '../db/index.ts'
import { prepareQueue } from '../job/index.ts'

/** Addresses of an installation's database, by the role that connects. */
export interface StorageUrls {
  /** May create roles; used while starting, for migrations and for backup. */
  readonly admin: string
  readonly app: string
  readonly jobs: string
}

export interface Storage {
  readonly urls: StorageUrls
  /** Present when the installation runs its own PostgreSQL. */
  readonly embedded: Embedded | undefined
  readonly applied: readonly AppliedMigration[]
  stop(): Promise<void>
}

const DATABASE = 'tongqu'

/**
 * Opens the installation's database: the embedded PostgreSQL under the data folder, or the server that
 * DATABASE_URL names; brings roles, tables and the job queue up to date.
 */
export async function openStorage(
  config: Config,
  migrations: readonly MigrationSource[],
  now: Date,
  say: (line: string) => void,
): Promise<Storage> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dir: join(config.dataDir, 'postgres'), say })
  try {
    const admin = config.databaseUrl ?? (await ownDatabase(embedded!))
    const password = embedded
      ? undefined
      : (await secret(join(config.dataDir, 'secrets'), 'database', () => randomBytes(24))).toString('hex')
    const urls = urlsOf(admin, password)
    const applied = await prepareStorage(urls, migrations, now, password)
    return { urls, embedded, applied, stop: async () => embedded?.stop() }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** Roles, tables and job queue on a database that exists. */
export async function prepareStorage(
  urls: StorageUrls,
  migrations: readonly MigrationSource[],
  now: Date,
  password?: string,
): Promise<readonly AppliedMigration[]> {
  await prepareRoles(urls.admin, password)
  const applied = await migrate(urls.admin, migrations, now)
  await prepareQueue(urls.jobs)
  return applied
}

/** The addresses of the roles on one database. */
export function urlsOf(admin: string, password?: string): StorageUrls {
  const as = (user: string) => {
    const url = new URL(withDatabase(admin, { user }))
    url.password = password ?? ''
    return url.href
  }
  return { admin, app: as('tongqu_app'), jobs: as('tongqu_jobs') }
}

async function ownDatabase(embedded: Embedded): Promise<string> {
  const client = new pg.Client({ connectionString: embedded.url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
  await client.end()
  return rowCount
    ? withDatabase(embedded.url, { database: DATABASE })
    : createDatabase(embedded.url, DATABASE)
}
