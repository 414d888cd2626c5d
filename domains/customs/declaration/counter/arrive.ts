import type { UnitOfWork } from '@tongqu/kernel/command'
import type { StoredBytes } from '@tongqu/kernel/files'
import type { Arrival } from '@tongqu/kernel/gateway'
import type { JobContext } from '@tongqu/kernel/job'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { Desk } from '../env.ts'
import * as store from './store.ts'

/*
 * A message that comes in: arrived ──► waiting (its bytes kept, a row names them) ──► read
 *                                                                           └───────► unreadable, with its fault
 *
 * It is put away only when its row is committed; one that comes again, byte for byte, is the same row.
 */

/** Largest envelope that is taken in, bytes. */
export const MAX_ENVELOPE = 24 * 1024 * 1024
/** Messages that are kept in one transaction. */
const AT_ONCE = 256

interface Kept extends StoredBytes {
  readonly name: string
}

/** Takes in what lies with the gateway. @returns how many messages lay there */
export async function takeArrivals(context: JobContext, desk: Desk): Promise<number> {
  const arrivals = (await desk.counter.gateway?.arrivals(AT_ONCE)) ?? []
  if (arrivals.length === 0) return 0
  const kept = await Promise.all(arrivals.map(arrival => keepBytes(arrival, desk)))
  const whole = kept.filter(each => each !== undefined)
  if (whole.length > 0) await context.work(work => keepArrivals(work, desk, whole))
  await Promise.all(arrivals.map((arrival, n) => arrival.putAway(kept[n] ? 'taken' : 'refused')))
  return arrivals.length
}

/** Puts the bytes of an arrival on the disk; undefined: it cannot be read, and is put aside. */
async function keepBytes(arrival: Arrival, desk: Desk): Promise<Kept | undefined> {
  const { name } = arrival
  const bytes = await arrival.read(MAX_ENVELOPE)
  const kept = bytes && (await desk.services.files.keepBytes(bytes, MAX_ENVELOPE))
  // It stays where it lies until there is room.
  if (isRefusal(kept) && kept.code === 'file.no_room')
    throw new Error(`${name} was not kept: the disk is full.`)
  if (kept && !isRefusal(kept)) {
    remember(desk, kept.sm3, bytes)
    return { ...kept, name }
  }
  desk.services.log.warn({ arrival: name }, 'a message of the counter cannot be read and is put aside')
  return undefined
}

/** Names stored bytes as messages that came in. @returns how many are new */
export async function keepArrivals(work: UnitOfWork, desk: Desk, arrived: readonly Kept[]): Promise<number> {
  const files = arrived.map(({ sm3, bytes, type, name }) => ({ sm3, bytes, type, name: `${name}.xml` }))
  await desk.services.files.nameAll(work.tx, files, NOBODY, work.now)
  const messages = arrived.map(({ sm3, bytes, name }) => ({ id: work.newId(), name, sm3, bytes }))
  const fresh = await store.addArrived(work.tx, messages, work.now)
  for (const { id, sm3, bytes } of messages)
    if (fresh.has(id))
      work.emit({ type: 'customs.message.arrived', record: `customs.message/${id}`, data: { sm3, bytes } })
  return fresh.size
}

/** The party that names files which nobody owns yet. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Bytes that were kept a moment ago and are read next. What is not here is read from the disk. */
const recent = new WeakMap<Desk, Map<string, Uint8Array>>()
const MOST_RECENT = 2 * AT_ONCE
const LARGEST_RECENT = 64 * 1024

export function recentBytes(desk: Desk): Map<string, Uint8Array> {
  let bytes = recent.get(desk)
  if (!bytes) {
    bytes = new Map()
    recent.set(desk, bytes)
  }
  return bytes
}

function remember(desk: Desk, sm3: string, bytes: Uint8Array): void {
  const remembered = recentBytes(desk)
  if (remembered.size >= MOST_RECENT) remembered.clear()
  if (bytes.length <= LARGEST_RECENT) remembered.set(sm3, bytes)
}
