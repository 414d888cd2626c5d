import { legalDay } from '@tongqu/kernel/clock'
import { systemActor } from '@tongqu/kernel/identity'
import type { JobContext } from '@tongqu/kernel/job'
import type { Desk } from '../env.ts'
import { heldText } from '../view.ts'
import { recentBytes } from './arrive.ts'
import { type Receipt, readEnvelope } from './receipts.ts'
import * as store from './store.ts'
import type { Take } from './take-state.ts'
import { hear } from './tellings.ts'
import { trustedCertificates } from './trust-store.ts'
import { verifyArrival } from './verify.ts'

/* Messages that came in and wait (arrive.ts) are read, and their receipts handed on. */

const AT_ONCE = 256

/** Reads messages that wait, and hands their receipts on. @returns how many were read */
export async function readWaiting(context: JobContext, desk: Desk): Promise<number> {
  const waiting = await context.work(work => store.waitingMessages(work.tx, AT_ONCE))
  await Promise.all(waiting.map(message => readOne(context, desk, message)))
  return waiting.length
}

async function readOne(
  context: JobContext,
  desk: Desk,
  message: { readonly id: string; readonly sm3: string; readonly created_at: Date },
): Promise<void> {
  const bytes = recentBytes(desk).get(message.sm3) ?? (await desk.services.files.readBytes(message.sm3))
  recentBytes(desk).delete(message.sm3)
  const read = readEnvelope(bytes, legalDay(desk.services.clock.now()))
  if ('fault' in read)
    return context.work(work => store.markUnreadable(work.tx, message.id, read.fault, work.now))
  const { kind, name, addressees, receipts, told } = read
  const arrived = message.created_at
  const trusted = () => context.work(work => trustedCertificates(work.tx))
  const { verification, holds } = await verifyArrival(desk, read.message, arrived, trusted)
  if (told && holds) {
    const fault = { code: holds, text: heldText(holds) }
    return context.work(work => store.markUnreadable(work.tx, message.id, fault, work.now))
  }
  if (told)
    return context.work(work => hear(work, desk, { message: message.id, kind, addressees, value: told }))
  await take(desk, {
    message: message.id,
    kind,
    name,
    addressees: [...addressees],
    receipts: [...receipts],
    verification,
    ...(holds !== undefined && { holds }),
  })
}

async function take(desk: Desk, input: Take): Promise<void> {
  const outcome = await desk.services.call('customs.receipt.take', input, systemActor('job'))
  if (outcome.kind === 'refused')
    throw new Error(`Receipts of ${input.message} were refused: ${outcome.refusal.code}`)
}

/**
 * Takes up receipts again that came before their message, now that it is out.
 * @returns how many were taken up
 */
export async function takeUpAgain(context: JobContext, desk: Desk): Promise<number> {
  const held = await context.work(work => store.heldBeforeMessage(work.tx, AT_ONCE))
  for (const { id, message_id, dxp_id, kind, key, by, status, time, info, list_no: listNo } of held) {
    const receipt: Receipt = {
      kind,
      key,
      status,
      time,
      ...(by !== null && { by }),
      ...(info !== null && { info }),
      ...(listNo !== null && { listNo }),
    }
    await take(desk, {
      message: message_id,
      kind,
      name: '',
      addressees: [dxp_id],
      receipts: [receipt],
      settles: [id],
    })
  }
  return held.length
}
