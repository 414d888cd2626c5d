import type { Tx } from '../db/index.ts'
import type { JobRequest } from './types.ts'

/** Puts a job into the queue inside the caller's transaction. */
export async function enqueue(tx: Tx, job: JobRequest): Promise<void> {
  await tx.execute('select job.enqueue($1, $2, $3, $4, $5)', [
    job.name,
    JSON.stringify(job.payload),
    job.key ?? null,
    job.runAt?.toISOString() ?? null,
    job.maxAttempts ?? null,
  ])
}
