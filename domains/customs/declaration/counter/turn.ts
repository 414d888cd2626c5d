import type { JobContext, JobDefinition } from '@tongqu/kernel/job'
import type { Desk } from '../env.ts'
import { takeArrivals } from './arrive.ts'
import { TURN } from './ask.ts'
import * as gateway from './gateway-store.ts'
import { packOne } from './pack.ts'
import { readWaiting, takeUpAgain } from './read.ts'
import { sendDue } from './send.ts'

/**
 * One turn of the counter: takes in what came, reads it, packs what may go out and hands it over, until nothing moves.
 * Done every two seconds and when something was submitted; one run at a time.
 */
export function turnJob(desk: Desk): JobDefinition {
  let isTurning = false
  return {
    name: TURN,
    everySeconds: 2,
    async run(context) {
      if (isTurning) return
      isTurning = true
      try {
        await turn(context, desk)
      } finally {
        isTurning = false
      }
    },
  }
}

async function turn(context: JobContext, desk: Desk): Promise<void> {
  if (!(await context.work(work => gateway.isGatewayOpen(work.tx)))) return
  await Promise.all([comingIn(context, desk), goingOut(context, desk)])
}

async function comingIn(context: JobContext, desk: Desk): Promise<void> {
  while (!context.signal.aborted) {
    // While some are read, the next are put on the disk.
    const [arrived, read] = await Promise.all([takeArrivals(context, desk), readWaiting(context, desk)])
    const again = await takeUpAgain(context, desk)
    if (arrived + read + again === 0) return
  }
}

async function goingOut(context: JobContext, desk: Desk): Promise<void> {
  while (!context.signal.aborted) {
    const packed = await context.work(work => packOne(work, desk))
    const sent = await sendDue(context, desk)
    if (packed + sent === 0) return
  }
}
