import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Outcome } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { type Actor, systemActor } from '@tongqu/kernel/identity'
import { type Pack, readPack } from '@tongqu/kernel/pack'
import { isRefusal } from '@tongqu/kernel/refusal'
import { type TestHostOptions, testHost } from '@tongqu/kernel/testing'
import { ledgerModule } from '@tongqu/ledger'
import { registerModule } from '@tongqu/register'
import { customsModule } from './index.ts'

/** The repository's own packs, the broadest first. */
export async function ownPacks(): Promise<readonly Pack[]> {
  const dir = (id: string) => fileURLToPath(new URL(`../../packs/${id}`, import.meta.url))
  return Promise.all(['cn', 'wuhan'].map(id => readPack(dir(id), id)))
}

/** An installation with customs, and what `more` adds, on a database of a test, with the packs' own tables loaded. */
export async function customsHost(url: string, more: Partial<TestHostOptions> = {}): Promise<Host> {
  const host = await testHost({
    ...more,
    url,
    packs: more.packs ?? (await ownPacks()),
    modules: services => [
      registerModule,
      ledgerModule(services),
      customsModule(services),
      ...(more.modules?.(services) ?? []),
    ],
  })
  await must(host, 'kernel.pack.apply', {})
  await must(host, 'customs.table.install', {})
  await must(host, 'ledger.unit.install', {})
  return host
}

/** Imports a table as the edge does. */
export async function importFile(
  host: Host,
  by: Actor,
  input: Readonly<Record<string, unknown>>,
  content: string,
): Promise<Outcome> {
  const kept = await host.files.keep(Readable.from([Buffer.from(content)]), 1e9)
  if (isRefusal(kept)) throw new Error(kept.code)
  const given = { name: `${String(input.table)}.csv`, ...input, ...kept }
  return host.call('customs.table.import', given, by, { uploaded: true })
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
