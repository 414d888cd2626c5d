import { legalDay } from '@tongqu/kernel/clock'
import { systemActor } from '@tongqu/kernel/identity'
import type { JobContext } from '@tongqu/kernel/job'
import type { Text } from '@tongqu/kernel/text'
import type { Desk } from '../env.ts'
import { heldText } from '../view.ts'
import { recentBytes } from './arrive.ts'
import { type Receipt, readEnvelope } from './receipts.ts'
import * as store from './store.ts'
import type { Take } from './take-state.ts'
import { type Arrived, hear } from './tellings.ts'
import { trustedCertificates } from './trust-store.ts'
import { verifyArrival } from './verify.ts'

/* Messages that came in and wait (arrive.ts) are read, and their receipts handed on. */

const AT_ONCE = 256

/** Reads messages that wait, and hands their receipts on. @returns how many were read */
export async function readWaiting(context: JobContext, desk: Desk): Promise<number> {
  const waiting = await context.work(work => store.waitingMessages(work.tx, AT_ONCE))
  const told = await Promise.all(waiting.map(message => readOne(context, desk, message)))
  await hearAll(
    context,
    desk,
    told.filter(each => each !== undefined),
  )
  return waiting.length
}

/** @returns what the customs tell of themselves by it; receipts are taken already */
async function readOne(
  context: JobContext,
  desk: Desk,
  message: { readonly id: string; readonly sm3: string; readonly created_at: Date },
): Promise<Arrived | undefined> {
  const bytes = recentBytes(desk).get(message.sm3) ?? (await desk.services.files.readBytes(message.sm3))
  recentBytes(desk).delete(message.sm3)
  const read = readEnvelope(bytes, legalDay(desk.services.clock.now()))
  const unreadable = async (fault: { readonly code: string; readonly text: Text }) => {
    await context.work(work => store.markUnreadable(work.tx, message.id, fault, work.now))
    return undefined
  }
  if ('fault' in read) return unreadable(read.fault)
  const { kind, name, addressees, receipts, told } = read
  const arrived = message.created_at
  const trusted = () => context.work(work => trustedCertificates(work.tx))
  const { verification, holds } = await verifyArrival(desk, read.message, arrived, trusted)
  if (told && holds) return unreadable({ code: holds, text: heldText(holds) })
  if (told) return { message: message.id, kind, addressees, value: told }
  await take(desk, {
    message: message.id,
    kind,
    name,
    addressees: [...addressees],
    receipts: [...receipts],
    ...(verification && { verification }),
    ...(holds !== undefined && { holds }),
  })
  return undefined
}

/** Messages of the customs that are heard in one transaction. */
const HEARD_AT_ONCE = 128

/** Hears many; where one of them fails, those beside it are heard each by itself. */
async function hearAll(context: JobContext, desk: Desk, told: readonly Arrived[]): Promise<void> {
  const parts: Arrived[][] = []
  for (let from = 0; from < told.length; from += HEARD_AT_ONCE)
    parts.push(told.slice(from, from + HEARD_AT_ONCE))
  const heard = (some: readonly Arrived[]) => context.work(work => hear(work, desk, some))
  await Promise.all(
    parts.map(part =>
      heard(part).catch(async error => {
        if (part.length === 1) throw error
        for (const each of part) await heard([each])
      }),
    ),
  )
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
