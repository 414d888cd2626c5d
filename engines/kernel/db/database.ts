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

/**
 * The connection broke while COMMIT was under way: what was written stands or does not, nobody here can say.
 * Whatever cannot be done twice must be asked for again under its key, never done again blindly.
 */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection broke during the commit: whether it was done is not known.', { cause })
  }
}

export function connect(options: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'tongqu',
    types: types as pg.CustomTypesConfig,
    idleTimeoutMillis: 30_000,
    // Statements are sent as they are asked for; whoever needs an answer first awaits it.
    pipeline: true,
  })
  // An idle connection that the server closed is dropped from the pool; the next caller gets a fresh one.
  pool.on('error', () => undefined)
  // A connection that breaks between two statements of a transaction is met by the next one; without a listener
  // it would end the process.
  pool.on('connect', client => client.on('error', () => undefined))

  async function attempt<T>(
    setting: Setting,
    work: (tx: Tx) => Promise<{ keep: boolean; value: T }>,
    transaction: TxOptions = {},
  ): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      // Nothing waits for it: were it to fail, what follows would meet row security without a scope, and be refused.
      const begun = client.query(beginStatement(setting, transaction))
      begun.catch(() => undefined)
      const { keep, value } = await work(txOn(client, transaction))
      await begun
      await (keep ? commit(client) : client.query('rollback'))
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

/** Codes with which a server refuses to commit: a constraint checked late, a conflict with another transaction. */
const refusedToCommit = /^(23|40)/

async function commit(client: PoolClient): Promise<void> {
  const done = await client.query('commit').catch((error: { code?: string }) => {
    throw refusedToCommit.test(error.code ?? '') ? error : new OutcomeUnknown(error)
  })
  if (done.command !== 'COMMIT')
    throw new Error(
      'Nothing was committed: a statement of the transaction had failed, and its error was swallowed.',
    )
}
