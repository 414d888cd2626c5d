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
    title: { zh: '与海关通道收发报文', en: 'Exchange messages with the counter' },
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
  const isOpen = () => context.work(work => gateway.isGatewayOpen(work.tx))
  // Step by step on both ways: what came in lets lists go out while more is still coming; shutting it is heard between.
  while (!context.signal.aborted && (await isOpen())) {
    const [came, went] = await Promise.all([comeIn(context, desk), goOut(context, desk)])
    if (came + went === 0) return
  }
}

/** @returns how many messages and receipts it had to do with */
async function comeIn(context: JobContext, desk: Desk): Promise<number> {
  // While some are read, the next are put on the disk.
  const [arrived, read] = await Promise.all([takeArrivals(context, desk), readWaiting(context, desk)])
  return arrived + read + (await takeUpAgain(context, desk))
}

/** Messages that go out while some hundred come in. */
const OUT_AT_ONCE = 8

/** @returns how many records were packed and messages handed over */
async function goOut(context: JobContext, desk: Desk): Promise<number> {
  let went = 0
  for (let n = 0; n < OUT_AT_ONCE && !context.signal.aborted; n++) {
    const packed = await context.work(work => packOne(work, desk))
    const sent = await sendDue(context, desk)
    if (packed + sent === 0) break
    went += packed + sent
  }
  return went
}
