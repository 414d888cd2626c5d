import { Readable } from 'node:stream'
import type { Outcome } from '../../command/index.ts'
import type { Host } from '../../host/index.ts'
import { isRefusal } from '../../refusal/index.ts'
import { someone } from '../../testing/host.ts'

export const ways = ['fixture.note.write', 'fixture.note.writeGrouped', 'fault.file.name'] as const
export type Way = (typeof ways)[number]

/** What was asked for: the way and the idempotency key, which is also the note's text or the file's name. */
export interface Deed {
  readonly way: Way
  readonly key: string
}

const writer = someone('00000000-0000-7000-8000-0000000000fa', ['fixture.note.write', 'fault.file.name'])

/** Does the deed, or does it again: the key makes it one. */
export async function doDeed(host: Host, { way, key }: Deed): Promise<Outcome> {
  if (way !== 'fault.file.name') return host.call(way, { text: key }, writer, { key })
  const kept = await host.files.keep(Readable.from([Buffer.from(contentOf(key))]), 1000)
  if (isRefusal(kept)) throw new Error(kept.code)
  return host.call(way, { ...kept, name: key }, writer, { key })
}

/** The content of the file that a deed keeps. */
export function contentOf(key: string): string {
  return `content of ${key}`
}
