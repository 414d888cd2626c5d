import { setTimeout as pause } from 'node:timers/promises'
import type { FolderChannel } from './channel/folder.ts'
import { FOLDER } from './channel/folder.ts'
import type { HttpChannel } from './channel/http.ts'
import type { Counter } from './counter.ts'
import type { Time } from './time-source.ts'

/** Envelopes in one durable step, and receipts in one. */
const BATCH = 200

export interface Running {
  readonly counter: Counter
  readonly folder: FolderChannel | undefined
  readonly http: HttpChannel | undefined
  readonly time: Time
  /** Ends when nothing is left to take and nothing left to happen. */
  readonly once: boolean
  readonly signal: AbortSignal
}

/** Takes and answers until it is told to stop, or, `once`, until nothing is left to do. */
export async function run(running: Running): Promise<void> {
  const { counter, folder, http, time, once, signal } = running
  if (folder) tidy(counter, folder)
  while (!signal.aborted) {
    const took = folder ? await takeFolder(running, folder) : 0
    const sent = deliverDue(running)
    if (took + sent > 0) await breathe()
    else if (http?.isBusy) await pause(5)
    else if (jumped(counter, time)) continue
    else if (once && counter.next() === undefined) return
    else await idle(signal)
  }
}

/** A kill may have come between taking and putting away: what was taken is not taken again. */
function tidy(counter: Counter, folder: FolderChannel): void {
  const there = new Set(folder.names())
  const names = counter.consumed()
  for (const name of names) {
    const file = name.slice(FOLDER.length + 1)
    const [one] = there.has(file) ? folder.read([file]) : []
    if (one && counter.isConsumed(name, one.bytes)) folder.putAway(file)
  }
  counter.putAway(names)
}

async function takeFolder(
  { counter, time, signal, ...rest }: Running,
  folder: FolderChannel,
): Promise<number> {
  const names = folder.names()
  for (let at = 0; at < names.length && !signal.aborted; at += BATCH) {
    const batch = folder.read(names.slice(at, at + BATCH))
    const refused = counter.take(batch, time.now())
    for (const [n, { name }] of batch.entries()) folder.putAway(name, refused[n])
    counter.putAway(batch.map(({ name }) => `${FOLDER}/${name}`))
    if (!time.stands) deliverDue({ counter, time, signal, ...rest })
    await breathe()
  }
  return names.length
}

function deliverDue({ counter, folder, http, time }: Running): number {
  return counter.deliver(time.now(), BATCH * 5, outgoing => {
    for (const one of outgoing) {
      if (one.channel === FOLDER) folder?.send(one)
      else http?.keep(one)
    }
  })
}

const breathe = () => new Promise<void>(done => setImmediate(done))

async function idle(signal: AbortSignal): Promise<void> {
  await pause(100, undefined, { signal }).catch(() => undefined)
}

/** A standing clock goes on by the second, so that a second's happenings share one durable step. */
function jumped(counter: Counter, time: Time): boolean {
  const next = counter.next()
  return next !== undefined && time.jump(Math.ceil(next / 1000) * 1000)
}
