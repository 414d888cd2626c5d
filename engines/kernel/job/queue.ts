import { type DbJob, run, runOnce, type TaskList, type Runner as Worker } from 'graphile-worker'
import pg from 'pg'
import { systemClock } from '../clock/index.ts'
import { openWork, type WorkParts } from '../command/work.ts'
import { newId } from '../crypto/id.ts'
import type { Database } from '../db/index.ts'
import { recordEvents } from '../event/record.ts'
import { systemActor } from '../identity/actor.ts'
import type { Log } from '../log/index.ts'
import type { JobContext, JobDefinition } from './definition.ts'
import { silent } from './door.ts'
import { PeriodicBook, type PeriodicState } from './periodic.ts'

/** At most one run of a periodic job waits, however long the one under way takes. */
const ASK_AGAIN = `
  select graphile_worker.add_job($1::text, payload := '{}'::json, job_key := $1::text, max_attempts := 1)`

/** Why a job failed that an administrator cancelled, for `JobDefinition.failed`. */
const CANCELLED = 'cancelled'

/** Attempts a job has when it does not say. */
const ATTEMPTS = 5

export interface QueueParts extends WorkParts {
  readonly database: Database
  readonly log: Log
  committed(): void
}

/** Runs jobs until stopped. What a killed process had taken is given back first: there is one server process. */
export class JobQueue {
  readonly #parts: QueueParts
  readonly #jobs: readonly JobDefinition[]
  readonly #book: PeriodicBook
  readonly #pool: pg.Pool
  readonly #stopping = new AbortController()
  #worker: Worker | undefined
  #periodic: readonly NodeJS.Timeout[] = []

  constructor(parts: QueueParts, jobs: readonly JobDefinition[], jobsUrl: string) {
    this.#parts = parts
    this.#jobs = jobs
    this.#book = new PeriodicBook(jobs)
    this.#pool = new pg.Pool({ connectionString: jobsUrl, max: 4, application_name: 'tongqu jobs' })
    this.#pool.on('error', () => undefined)
    this.#pool.on('connect', client => client.on('error', () => undefined))
  }

  async start(concurrency: number): Promise<void> {
    await this.#releaseTaken()
    this.#worker = await run({
      pgPool: this.#pool,
      taskList: this.#tasks(),
      concurrency,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: silent(),
    })
    this.#worker.promise.catch(error => this.#parts.log.error({ error }, 'the job queue stopped'))
    const periodic = this.#book.jobs
    await Promise.all(periodic.map(({ name }) => this.#askAgain(name)))
    this.#periodic = periodic.map(({ name, everySeconds }) =>
      setInterval(() => void this.#askAgain(name), everySeconds! * 1000),
    )
  }

  /** The periodic jobs, as they fare in this process. */
  periodic(): readonly PeriodicState[] {
    return this.#book.states()
  }

  /** Does every job that is due, and those they ask for, then returns: for tests and for a verb of the command line. */
  async drain(): Promise<void> {
    await runOnce({ pgPool: this.#pool, taskList: this.#tasks(), noHandleSignals: true, logger: silent() })
  }

  async stop(): Promise<void> {
    for (const timer of this.#periodic) clearInterval(timer)
    this.#stopping.abort()
    await this.#worker?.stop()
    await this.#pool.end()
  }

  async #askAgain(name: string): Promise<void> {
    this.#book.asked(name, systemClock.now().getTime())
    // A database that does not answer is met again at the next round.
    await this.#pool
      .query(ASK_AGAIN, [name])
      .catch(error => this.#parts.log.error({ job: name, error }, 'a periodic job could not be asked for'))
  }

  #tasks(): TaskList {
    return Object.fromEntries(
      this.#jobs.map(job => [
        job.name,
        (payload: unknown, { job: row }: { job: DbJob }) => this.#do(job, payload, row),
      ]),
    )
  }

  async #releaseTaken(): Promise<void> {
    const { rows } = await this.#pool.query<{ locked_by: string }>(
      'select distinct locked_by from graphile_worker.jobs where locked_by is not null',
    )
    if (rows.length === 0) return
    await this.#pool.query('select graphile_worker.force_unlock_workers($1)', [
      rows.map(row => row.locked_by),
    ])
  }

  async #do(job: JobDefinition, payload: unknown, row: DbJob): Promise<void> {
    const context = this.#context(row.attempts)
    const given = payload as Readonly<Record<string, unknown>>
    if (row.flags?.cancelled) return await job.failed?.(context, given, CANCELLED)
    const begun = systemClock.now().getTime()
    try {
      await job.run(context, given)
      this.#book.ended(job.name, begun)
    } catch (error) {
      this.#book.ended(job.name, begun, error)
      this.#parts.log.error({ job: job.name, attempt: row.attempts, error }, 'a job failed')
      const last = row.attempts >= Math.min(row.max_attempts, ATTEMPTS)
      if (last && job.failed) return await job.failed(context, given, (error as Error).message)
      // The next round does it again: of rounds that failed none is kept, their book says how the last one ended.
      if (job.everySeconds !== undefined && row.attempts >= row.max_attempts) return
      throw error
    }
  }

  #context(attempt: number): JobContext {
    const actor = systemActor('job')
    const { database, clock } = this.#parts
    return {
      actor,
      signal: this.#stopping.signal,
      attempt,
      work: async what => {
        let done: readonly (() => void)[] = []
        const result = await database.transact({ scope: 'system' }, async tx => {
          const run = newId(clock.now())
          const { work, told, after } = openWork(this.#parts, tx, actor, run)
          done = after
          const value = await what(work)
          if (told.length > 0)
            await recordEvents(tx, [
              { at: work.now, run, party: undefined, account: undefined, events: told },
            ])
          return value
        })
        for (const each of done) each()
        this.#parts.committed()
        return result
      },
    }
  }
}
