import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { JobDefinition } from './definition.ts'
import { shownError } from './shown-error.ts'

export type JobState = 'waiting' | 'running' | 'failed'

/** A job of the queue, as its door lists it. */
export interface QueuedJob {
  readonly id: string
  readonly name: string
  readonly key: string | null
  readonly state: JobState
  readonly attempts: number
  readonly max_attempts: number
  readonly run_at: Date
  readonly created_at: Date
  readonly updated_at: Date
  readonly locked_at: Date | null
  readonly error: string | null
  readonly cancelled: boolean
}

export interface JobsWanted {
  readonly state?: JobState
  readonly name?: string
  /** Id of the last job seen: the page goes on below it. */
  readonly after?: string
  readonly only?: readonly string[]
}

/** Jobs of the queue, the newest first. Office, audit or system scope; others are shown none. */
export function queuedJobs(work: UnitOfWork, wanted: JobsWanted, most: number): Promise<QueuedJob[]> {
  const { state = null, name = null, after = null, only = null } = wanted
  return work.query<QueuedJob & Record<string, unknown>>(
    'select * from job.listed($1, $2, $3::bigint, $4::bigint[], $5)',
    [state, name, after, only, most],
  )
}

export interface JobCounts {
  readonly waiting: number
  readonly running: number
  readonly failed: number
  /** Since when the one that is due longest waits; absent: none is due. */
  readonly dueSince?: Date
}

/** How many jobs there are. What is due is so by the database's clock, whatever the kernel's says. */
export async function jobCounts(work: UnitOfWork): Promise<JobCounts> {
  const [row] = await work.query<{
    waiting: string
    running: string
    failed: string
    due_since: Date | null
  }>('select * from job.counted()')
  const { waiting, running, failed, due_since } = row!
  return {
    waiting: Number(waiting),
    running: Number(running),
    failed: Number(failed),
    ...(due_since && { dueSince: due_since }),
  }
}

/** What may be done with a job; a job is done at least once, so to do it again is safe by its definition. */
export function deedsOn(job: QueuedJob, definition: JobDefinition | undefined): ('retry' | 'cancel')[] {
  if (job.state === 'running' || job.cancelled) return []
  const mayCancel = job.state === 'failed' || definition === undefined || definition.failed !== undefined
  return [...(definition !== undefined ? ['retry' as const] : []), ...(mayCancel ? ['cancel' as const] : [])]
}

/** A job as the call answers it. */
export function shownJob(job: QueuedJob, definition: JobDefinition | undefined) {
  const { id, name, key, state, attempts, max_attempts: most, error, cancelled: isCancelled } = job
  return {
    id,
    name,
    ...(definition?.title && { title: definition.title }),
    // A key begins with the job's name, as a rule; what is left of it says what the job is about.
    ...(key && key !== name && { about: key.startsWith(`${name} `) ? key.slice(name.length + 1) : key }),
    state,
    attempts,
    most,
    askedAt: job.created_at.toISOString(),
    runAt: job.run_at.toISOString(),
    ...(job.locked_at && { runsSince: job.locked_at.toISOString() }),
    ...(error && { error: shownError(error), failedAt: job.updated_at.toISOString() }),
    isCancelled,
    may: deedsOn(job, definition),
  }
}
