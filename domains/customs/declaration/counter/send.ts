import { buffer } from 'node:stream/consumers'
import { legalDay } from '@tongqu/kernel/clock'
import { type Gateway, NotSent } from '@tongqu/kernel/gateway'
import type { JobContext } from '@tongqu/kernel/job'
import type { Desk } from '../env.ts'
import { refresh } from './refresh.ts'
import * as store from './store.ts'

/*
 * A message: ready ──► sent
 *              │ └───► unknown: it may have arrived; a person asks the counter, or sends it again
 *              └─► ready, later: it certainly did not arrive, and goes on being tried
 *
 * It is handed over at least once. A crash between handing over and keeping that here hands it over again, under the
 * same name and with the same business keys: the counter then answers that it knows them, which changes nothing.
 */

/** Messages under way at once. */
const AT_ONCE = 8

/** Hands over what is due. @returns how many messages were handed over */
export async function sendDue(context: JobContext, desk: Desk): Promise<number> {
  const { gateway } = desk.counter
  if (!gateway) return 0
  const due = await context.work(work => store.dueMessages(work.tx, work.now, AT_ONCE))
  const sent = await Promise.all(due.map(message => sendOne(gateway, desk, message)))
  const done = due.filter((_, n) => sent[n] === undefined)
  if (done.length > 0)
    await context.work(async work => {
      const ids = done.map(message => message.id)
      await store.takeDeclarations(work.tx, ids)
      await store.markSent(work.tx, ids, work.now)
      await refresh(work, ids)
    })
  for (const [n, message] of due.entries()) if (sent[n]) await postpone(context, desk, message, sent[n])
  return done.length
}

/** @returns why it was not handed over; undefined: it was */
async function sendOne(
  gateway: Gateway,
  desk: Desk,
  message: store.DueMessage,
): Promise<NotSent | undefined> {
  try {
    await gateway.send(message.name, await buffer(desk.services.files.read(message.sm3)))
    return undefined
  } catch (error) {
    if (error instanceof NotSent) return error
    return new NotSent((error as Error).message, false)
  }
}

async function postpone(
  context: JobContext,
  desk: Desk,
  message: store.DueMessage,
  error: NotSent,
): Promise<void> {
  await context.work(async work => {
    const limits = desk.setting<Record<string, string>>(legalDay(work.now), 'declaration.tries')
    const tries = message.tries + 1
    const seconds = Math.min(
      Number(limits.first_seconds) * 2 ** Math.min(message.tries, 20),
      Number(limits.most_seconds),
    )
    const isUnknown = error.isUncertain && tries >= Number(limits.tries)
    const failure = {
      code: error.isUncertain ? 'counter.uncertain' : 'counter.not_reached',
      text: error.message.slice(0, 300),
    }
    const at = new Date(work.now.getTime() + seconds * 1000)
    await store.takeDeclarations(work.tx, [message.id])
    await store.markTried(work.tx, message.id, { tries, at, failure, isUnknown })
    if (isUnknown) await refresh(work, [message.id])
  })
}
