import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { connected } from '../backup/tables.ts'
import { requireRestored } from '../backup/unfinished.ts'
import type { Config } from '../config/index.ts'
import { secret } from '../crypto/secrets.ts'
import { claimDatabase } from '../db/claim.ts'
import { createDatabase, type Embedded, startEmbedded, withDatabase } from '../db/embedded/index.ts'
import { type AppliedMigration, type MigrationSource, migrate, prepareRoles } from '../db/index.ts'
import { prepareQueue } from '../job/index.ts'

/** Addresses of an installation's database, by the role that connects. */
export interface StorageUrls {
  /** May create roles; used while starting, for migrations and for backup. */
  readonly admin: string
  readonly app: string
  readonly jobs: string
  /** Of the roles that serve; absent where the server trusts its own socket. */
  readonly password?: string
}

export interface Storage {
  readonly urls: StorageUrls
  /** Present when the installation runs its own PostgreSQL. */
  readonly embedded: Embedded | undefined
  stop(): Promise<void>
}

const DATABASE = 'tongqu'

/**
 * Opens the installation's database: the embedded PostgreSQL under the data folder, or the server that
 * DATABASE_URL names. Roles and tables are made when a host is opened on it.
 */
export async function openStorage(config: Config, say: (line: string) => void): Promise<Storage> {
  if (config.databaseUrl) {
    const password = await secret(join(config.dataDir, 'secrets'), 'database', () => randomBytes(24))
    return {
      urls: urlsOf(config.databaseUrl, password.toString('hex')),
      embedded: undefined,
      stop: await claimDatabase(config.databaseUrl),
    }
  }
  const embedded = await startEmbedded({ dir: join(config.dataDir, 'postgres'), say })
  try {
    return { urls: urlsOf(await ownDatabase(embedded)), embedded, stop: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/** Roles, tables and job queue on a database that exists. */
export async function prepareStorage(
  urls: StorageUrls,
  migrations: readonly MigrationSource[],
  now: Date,
): Promise<readonly AppliedMigration[]> {
  await connected(urls.admin, requireRestored)
  await prepareRoles(urls.admin, urls.password)
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
  return { admin, app: as('tongqu_app'), jobs: as('tongqu_jobs'), ...(password && { password }) }
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
