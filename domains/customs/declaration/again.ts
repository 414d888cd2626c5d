import type { UnitOfWork } from '@tongqu/kernel/command'
import type { JobContext, JobDefinition } from '@tongqu/kernel/job'
import { isRefusal } from '@tongqu/kernel/refusal'
import { AGAIN } from '../cover/settle.ts'
import { coversWaitedFor, endWaits, isWaiting, waitsOf } from '../cover/store.ts'
import type { Desk } from './env.ts'
import { amend } from './service.ts'

/** Declarations that one transaction tries. */
const PIECE = 25

/**
 * Lets declarations out that waited for a guarantee or a book's line, those first that have waited longest. Where none
 * of a piece can go, the rest of those who wait for the same is left for the next time that there is more.
 */
export function againJob(desk: Desk): JobDefinition {
  return {
    name: AGAIN,
    title: { zh: '放行等候担保的申报', en: 'Let declarations out that waited for a cover' },
    async run(context) {
      for (const cover of await context.work(work => coversWaitedFor(work.tx)))
        await tryAll(context, desk, cover)
    },
  }
}

async function tryAll(context: JobContext, desk: Desk, cover: string): Promise<void> {
  while (!context.signal.aborted) {
    const gone = await context.work(work => tryPiece(work, desk, cover))
    if (gone === 0) return
  }
}

/** @returns how many need not wait any longer */
async function tryPiece(work: UnitOfWork, desk: Desk, cover: string): Promise<number> {
  const waits = await waitsOf(work.tx, cover, PIECE)
  let gone = 0
  for (const { declaration, state } of waits) {
    if (state !== 'draft') {
      await endWaits(work.tx, [declaration])
      gone++
      continue
    }
    // What else it lacks by now stands in the draft; a refusal changes nothing of it.
    const done = await amend(work, desk, { id: declaration })
    if (isRefusal(done)) await endWaits(work.tx, [declaration])
    if (!(await isWaiting(work.tx, declaration, cover))) gone++
  }
  return gone
}
