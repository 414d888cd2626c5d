import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** What broke a stream that is written to: said at the next write, never thrown from nowhere. */
const broken = new WeakMap<Writable, Error>()

/** Keeps a stream's failure for `say`. */
export function watch(out: Writable): void {
  out.on('error', error => broken.set(out, error))
}

/** Writes to a watched stream and waits where it is full. @throws what broke it */
export async function say(out: Writable, text: string): Promise<void> {
  const failure = broken.get(out)
  if (failure) throw failure
  if (!out.write(text)) await once(out, 'drain')
}

/** Whoever read the output has gone (`| head`): no failure, there is nothing left to do. */
export function nobodyReads(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE'
}
