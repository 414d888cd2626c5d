import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { StoredBytes } from '@tongqu/kernel/files'
import type { Arrival } from '@tongqu/kernel/gateway'
import { systemActor } from '@tongqu/kernel/identity'
import type { JobContext } from '@tongqu/kernel/job'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { Desk } from '../env.ts'
import { heldText } from '../view.ts'
import { type Receipt, readEnvelope } from './receipts.ts'
import * as store from './store.ts'
import type { Take } from './take-state.ts'
import { hear } from './tellings.ts'
import { trustedCertificates } from './trust-store.ts'
import { verifyArrival } from './verify.ts'

/*
 * A message that comes in: arrived ──► waiting (its bytes kept, a row names them) ──► read
 *                                                                           └───────► unreadable, with its fault
 *
 * It is put away only when its row is committed; one that comes again, byte for byte, is the same row.
 */

/** Largest envelope that is taken in, bytes. */
export const MAX_ENVELOPE = 24 * 1024 * 1024
const AT_ONCE = 64

/** Takes in what lies with the gateway. @returns how many messages lay there */
export async function takeArrivals(context: JobContext, desk: Desk): Promise<number> {
  const arrivals = (await desk.counter.gateway?.arrivals(AT_ONCE)) ?? []
  if (arrivals.length === 0) return 0
  const kept = await Promise.all(arrivals.map(arrival => keepBytes(arrival, desk)))
  await context.work(async work => {
    for (const [n, each] of kept.entries())
      if (each) await keepArrival(work, desk, { ...each, name: arrivals[n]!.name })
  })
  await Promise.all(arrivals.map((arrival, n) => arrival.putAway(kept[n] ? 'taken' : 'refused')))
  return arrivals.length
}

/** Puts the bytes of an arrival on the disk; undefined: it cannot be read, and is put aside. */
async function keepBytes(arrival: Arrival, desk: Desk): Promise<StoredBytes | undefined> {
  const bytes = await arrival.read(MAX_ENVELOPE)
  const kept = bytes && (await desk.services.files.keep(Readable.from([bytes]), MAX_ENVELOPE))
  if (kept && !isRefusal(kept)) return kept
  desk.services.log.warn(
    { arrival: arrival.name },
    'a message of the counter cannot be read and is put aside',
  )
  return undefined
}

/** Names stored bytes as a message that came in. @returns whether it is new */
export async function keepArrival(
  work: UnitOfWork,
  desk: Desk,
  {
    sm3,
    bytes,
    type,
    name,
  }: { readonly sm3: string; readonly bytes: number; readonly type: string; readonly name: string },
): Promise<boolean> {
  await desk.services.files.name(work.tx, { sm3, bytes, type, name: `${name}.xml` }, NOBODY, work.now)
  const id = work.newId()
  const isNew = await store.addMessage(work.tx, {
    id,
    party: null,
    direction: 'in',
    kind: '',
    name,
    sm3,
    bytes,
    records: 0,
    at: work.now,
    state: 'waiting',
  })
  if (isNew)
    work.emit({ type: 'customs.message.arrived', record: `customs.message/${id}`, data: { sm3, bytes } })
  return isNew
}

/** The party that names files which nobody owns yet. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

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
  const bytes = await buffer(desk.services.files.read(message.sm3))
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
