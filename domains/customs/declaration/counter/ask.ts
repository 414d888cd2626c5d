import type { UnitOfWork } from '@tongqu/kernel/command'
import type { JobRequest } from '@tongqu/kernel/job'

export const TURN = 'customs.counter.turn'

/** A turn of the counter; at most one waits. */
export const turnRequest: JobRequest = { name: TURN, payload: {}, key: TURN, maxAttempts: 1 }

/** Has the counter take a turn when this is committed. */
export async function askTurn(work: Pick<UnitOfWork, 'enqueue'>): Promise<void> {
  await work.enqueue(turnRequest)
}
