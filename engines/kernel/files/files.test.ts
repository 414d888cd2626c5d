import { existsSync } from 'node:fs'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Download, Outcome } from '../command/index.ts'
import { sm3 } from '../crypto/index.ts'
import type { Host } from '../host/index.ts'
import { type Actor, systemActor } from '../identity/index.ts'
import { isRefusal } from '../refusal/index.ts'
import { answerOf, codeOf, someone, testHost } from '../testing/host.ts'

const permissions = ['kernel.file.store', 'kernel.file.fetch']
const alice = someone('00000000-0000-7000-8000-00000000000a', permissions)
const bob = someone('00000000-0000-7000-8000-00000000000b', permissions)
const system = systemActor('cli', 'en')

const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [] })
})
afterAll(() => host.stop())

/** Stores a text as an edge does: the bytes first, then the call. */
async function store(content: string, actor: Actor, name = 'orders.csv'): Promise<Outcome> {
  const kept = await host.files.keep(Readable.from([Buffer.from(content)]), 1_000_000)
  if (isRefusal(kept)) throw new Error(kept.code)
  return host.call('kernel.file.store', { ...kept, name }, actor, { uploaded: true })
}
const fetchAs = (actor: Actor, digest: string) => host.call('kernel.file.fetch', { sm3: digest }, actor)

describe('a file', () => {
  it('comes back as it was, under the name it came with', async () => {
    const { sm3: digest } = await answerOf<{ sm3: string }>(store('order,date\n', alice, '订单.csv'))
    expect(digest).toBe(sm3('order,date\n'))
    const download = await answerOf<Download>(fetchAs(alice, digest))
    expect(download).toMatchObject({ name: '订单.csv', type: 'text/plain' })
    expect(await text(download.content as Readable)).toBe('order,date\n')
  })

  it('is its party’s own: the same content of another party is another row', async () => {
    const { sm3: digest } = await answerOf<{ sm3: string }>(store('shared words', alice, 'a.csv'))
    expect(await codeOf(fetchAs(bob, digest))).toBe('file.not_found')
    await answerOf(store('shared words', bob, 'b.csv'))
    await answerOf(store('shared words', bob, 'b again.csv'))
    expect(await answerOf<Download>(fetchAs(bob, digest))).toMatchObject({ name: 'b.csv' })
    expect(await answerOf<Download>(fetchAs(alice, digest))).toMatchObject({ name: 'a.csv' })
    const rows = await host.database.transact({ scope: 'system' }, tx =>
      tx.query('select 1 from kernel.file where sm3 = $1', [digest]),
    )
    expect(rows).toHaveLength(2)
  })

  it('cannot be claimed by its digest: only an edge that has the bytes may say so', async () => {
    await answerOf(store('of alice alone', alice))
    const claim = { sm3: sm3('of alice alone'), bytes: 14, type: 'text/plain', name: 'mine.csv' }
    expect(await codeOf(host.call('kernel.file.store', claim, bob))).toBe('call.takes_file')
    expect(await codeOf(fetchAs(bob, claim.sm3))).toBe('file.not_found')
  })

  it('is not stored when it is larger than the limit, or empty, and leaves nothing behind', async () => {
    const large = await host.files.keep(Readable.from([Buffer.alloc(600), Buffer.alloc(600)]), 1000)
    expect(large).toMatchObject({ code: 'file.too_large' })
    expect(await host.files.keep(Readable.from([]), 1000)).toMatchObject({ code: 'file.empty' })
    expect(await readdir(join(host.config.dataDir, 'files/arriving'))).toEqual([])
  })
})

describe('sweeping', () => {
  const sweep = async () =>
    (await answerOf<{ removed: number }>(host.call('kernel.file.sweep', {}, system))).removed
  const old = new Date(Date.now() - 2 * 3600_000)

  it('removes old bytes that no row names, and nothing else', async () => {
    const named = (await answerOf<{ sm3: string }>(store('named', alice))).sm3
    const orphans: string[] = []
    for (const content of ['old orphan', 'new orphan']) {
      const kept = await host.files.keep(Readable.from([Buffer.from(content)]), 1000)
      if (!isRefusal(kept)) orphans.push(kept.sm3)
    }
    const broken = join(host.config.dataDir, 'files/arriving/broken-off')
    await writeFile(broken, 'half')
    for (const path of [host.files.path(named), host.files.path(orphans[0]!), broken])
      await utimes(path, old, old)
    expect(await sweep()).toBe(1)
    expect([named, ...orphans].map(digest => existsSync(host.files.path(digest)))).toEqual([
      true,
      false,
      true,
    ])
    expect(existsSync(broken)).toBe(false)
  })

  it('leaves bytes that arrive again while it sweeps', async () => {
    const contents = Array.from({ length: 40 }, (_, n) => `comes back ${n}`)
    for (const content of contents) {
      const kept = await host.files.keep(Readable.from([Buffer.from(content)]), 1000)
      if (!isRefusal(kept)) await utimes(host.files.path(kept.sm3), old, old)
    }
    await Promise.all([sweep(), ...contents.map(content => answerOf(store(content, alice)))])
    for (const content of contents) expect(existsSync(host.files.path(sm3(content)))).toBe(true)
  })
})
