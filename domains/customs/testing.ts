import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Host } from '@tongqu/kernel/host'
import { type Actor, systemActor } from '@tongqu/kernel/identity'
import { type Pack, readPack } from '@tongqu/kernel/pack'
import { isRefusal } from '@tongqu/kernel/refusal'

/** The repository's own packs, the broadest first. */
export async function ownPacks(): Promise<readonly Pack[]> {
  const dir = (id: string) => fileURLToPath(new URL(`../../packs/${id}`, import.meta.url))
  return Promise.all(['cn', 'wuhan'].map(id => readPack(dir(id), id)))
}

/** Bytes of a file of the examples. */
export function example(name: string): Promise<Buffer> {
  return readFile(new URL(`../../examples/${name}`, import.meta.url))
}

/** Stores a file as the edge does. @returns its SM3 */
export async function upload(host: Host, actor: Actor, name: string, content: Uint8Array): Promise<string> {
  const kept = await host.files.keep(Readable.from([Buffer.from(content)]), 1e9)
  if (isRefusal(kept)) throw new Error(kept.code)
  await must(host, 'kernel.file.store', { ...kept, name }, actor, true)
  return kept.sm3
}

/** A call that the test depends on. */
export async function must<T = unknown>(
  host: Host,
  name: string,
  input: unknown,
  actor: Actor = systemActor('start'),
  uploaded = false,
): Promise<T> {
  const outcome = await host.call(name, input, actor, { uploaded })
  if (outcome.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.output as T
}
