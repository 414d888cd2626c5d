import pg, { type PoolClient } from 'pg'
import { beginStatement, type Setting, type Tx, type TxOptions, txOn } from './tx.ts'

/** `owner` owns the tables (migrations); `app` runs commands under row security; `jobs` owns the job queue. */
export type RoleName = 'owner' | 'app' | 'jobs'

export interface ConnectOptions {
  readonly url: string
  readonly max?: number
  readonly applicationName?: string
}

/** A pool of connections of the application's role. Transactions are opened by the kernel's runners only. */
export interface Database {
  /** Runs `work` in one transaction; commits when it returns, rolls back when it throws. */
  transact<T>(setting: Setting, work: (tx: Tx) => Promise<T>, options?: TxOptions): Promise<T>
  /**
   * The same, but `work` says by its answer whether what it wrote stays. One transaction either way.
   */
  attempt<T>(setting: Setting, work: (tx: Tx) => Promise<{ keep: boolean; value: T }>): Promise<T>
  /** A connection of its own for a session lock or LISTEN; the caller releases it. */
  dedicated(): Promise<PoolClient>
  readonly pool: pg.Pool
  close(): Promise<void>
}

// Instants are handed over as ISO text in UTC and bigints as text: neither loses a digit.
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

export function connect(options: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'tongqu',
    types: types as pg.CustomTypesConfig,
    idleTimeoutMillis: 30_000,
  })
  // An idle connection that the server closed is dropped from the pool; the next caller gets a fresh one.
  pool.on('error', () => undefined)

  async function attempt<T>(
    setting: Setting,
    work: (tx: Tx) => Promise<{ keep: boolean; value: T }>,
    transaction: TxOptions = {},
  ): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query(beginStatement(setting, transaction))
      const { keep, value } = await work(txOn(client))
      await client.query(keep ? 'commit' : 'rollback')
      return value
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    attempt,
    transact: (setting, work, transaction) =>
      attempt(setting, async tx => ({ keep: true, value: await work(tx) }), transaction),
    dedicated: () => pool.connect(),
    pool,
    close: () => pool.end(),
  }
}
