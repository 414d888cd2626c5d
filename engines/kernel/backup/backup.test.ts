import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { testDatabase } from '@tongqu/tools/test/database'
import { testFolder } from '@tongqu/tools/test/folder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, readConfig } from '../config/index.ts'
import { contentOf, type Deed, doDeed } from '../fault/testing/deed.ts'
import { faultModule } from '../fault/testing/module.ts'
import { keptPromises } from '../fault/testing/promises.ts'
import { type Host, openStorage } from '../host/index.ts'
import { isRefusal } from '../refusal/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { testHost } from '../testing/host.ts'
import { type BackupDone, backup, type RestoreDone, restore } from './index.ts'
import { checkedManifest, type Manifest } from './manifest.ts'
import { connected } from './tables.ts'
import { beginRestoring } from './unfinished.ts'

const folder = await testFolder()
const source = await testDatabase()
const modules = () => [fixtureModule, faultModule]
let host: Host
let folders = 0

const fresh = (name: string) => join(folder, `${name}-${++folders}`)
const deed = (n: number, run: string): Deed => ({
  way: (['fixture.note.write', 'fixture.note.writeGrouped', 'fault.file.name'] as const)[n % 3]!,
  key: `${run}-${n}`,
})

beforeAll(async () => {
  host = await testHost({ url: source.url, dataDir: fresh('data'), modules })
})
afterAll(() => host.stop())

async function write(count: number, run: string): Promise<Deed[]> {
  const deeds = Array.from({ length: count }, (_, n) => deed(n, run))
  await Promise.all(deeds.map(each => doDeed(host, each)))
  return deeds
}

async function backedUp(dir = fresh('backup'), from = host, adminUrl = source.url): Promise<string> {
  const { dataDir, anchorFile } = from.config
  const done = await backup({ adminUrl, dataDir, anchorFile, files: from.files, now: new Date() }, dir)
  if (isRefusal(done)) throw new Error(done.code)
  return dir
}

function target(databaseUrl: string | undefined, dataDir = fresh('restored')): Config {
  return {
    ...readConfig({}, process.cwd()),
    databaseUrl,
    dataDir,
    anchorFile: join(dataDir, 'anchors/audit.txt'),
  }
}

function restored(dir: string, config: Config) {
  const migrations = host.registry().migrations()
  return restore(dir, { config, migrations, now: new Date(), say: () => undefined })
}

async function restoredWhole(dir: string, config: Config): Promise<RestoreDone> {
  const done = await restored(dir, config)
  if (isRefusal(done)) throw new Error(`${done.code} ${JSON.stringify(done.params)}`)
  return done
}

async function manifestOf(dir: string): Promise<Manifest> {
  const manifest = await checkedManifest(dir)
  if (isRefusal(manifest)) throw new Error(manifest.code)
  return manifest
}

describe('a backup taken while commands stream in', async () => {
  const empty = await testDatabase('empty')

  it('is of one moment: what it holds is whole, and holds everything acknowledged before it began', async () => {
    const before = await write(60, 'before')
    let streaming = true
    const stream = async (caller: number) => {
      for (let n = 0; streaming; n++) await doDeed(host, deed(n, `during-${caller}`))
    }
    const keep = async () => {
      while (streaming) {
        await host.settle()
        await host.seal()
      }
    }
    const streams = Promise.all([stream(1), stream(2), stream(3), keep()])
    const dir = await backedUp()
    streaming = false
    await streams
    const config = target(empty.url)
    await restoredWhole(dir, config)
    const again = await testHost({ url: empty.url, dataDir: config.dataDir, modules })
    const found = await keptPromises(again, before, [])
    await again.stop()
    expect(found).toMatchObject({ lost: [], wrong: [] })
  })
})

describe('an installation that was restored', async () => {
  const empty = await testDatabase('empty')
  const config = target(empty.url)
  let dir: string
  let done: RestoreDone

  beforeAll(async () => {
    await write(30, 'quiet')
    await host.settle()
    await host.seal()
    dir = await backedUp()
    done = await restoredWhole(dir, config)
  })

  it('equals the one that was backed up, table by table, file by file, secret by secret', async () => {
    const again = await testHost({ url: empty.url, dataDir: config.dataDir, modules })
    const second = await backedUp(fresh('backup'), again, empty.url)
    await again.stop()
    const parts = ({ tables, files, secrets, anchors }: Manifest) => [
      ...tables
        .filter(({ table }) => table.name !== 'kernel.installation')
        .map(each => [each.path, each.sm3, each.rows]),
      ...[...files, ...secrets, anchors!].map(each => [each.path, each.sm3]),
    ]
    expect(parts(await manifestOf(second))).toEqual(parts(await manifestOf(dir)))
    expect((await manifestOf(second)).sequences).toEqual((await manifestOf(dir)).sequences)
  })

  it('says what was checked', async () => {
    const manifest = await manifestOf(dir)
    expect(done.head).toBe(manifest.head)
    expect(done.auditBlocks).toBe(manifest.audit.blocks)
    expect(done.auditBlocks).toBeGreaterThan(0)
    expect(done.files).toBe(manifest.files.length)
    expect(done.rows).toBeGreaterThan(90)
    expect(done.unsealed).toBe(0)
  })

  it('keeps its gateways shut until it is reconciled', async () => {
    const rows = await connected(empty.url, client =>
      client.query(
        `select value->>'gateways' as gateways, value->>'madeAt' as made from kernel.installation where name = 'restored'`,
      ),
    )
    expect(rows.rows).toEqual([{ gateways: 'shut', made: done.madeAt }])
  })

  it('goes on where the old one stopped: new events get new positions', async () => {
    const again = await testHost({ url: empty.url, dataDir: config.dataDir, modules })
    const more = [deed(0, 'after'), deed(1, 'after'), deed(2, 'after')]
    for (const each of more) await doDeed(again, each)
    const found = await keptPromises(again, more, [])
    await again.stop()
    expect(found).toMatchObject({ lost: [], wrong: [] })
  })
})

describe('a restore is refused', async () => {
  const empty = await testDatabase('empty')
  let dir: string
  beforeAll(async () => {
    await write(6, 'refused')
    dir = await backedUp()
  })

  it.each(['tables', 'files', 'secrets'] as const)(
    'when a part of the %s is damaged, by its name',
    async kind => {
      const part = (await manifestOf(dir))[kind][0]!
      const path = join(dir, part.path)
      const content = await readFile(path)
      const changed = Buffer.from(content)
      changed[changed.length >> 1]! ^= 1
      await writeFile(path, changed)
      const outcome = await restored(dir, target(empty.url))
      await writeFile(path, content)
      expect(outcome).toMatchObject({ code: 'restore.damaged', params: { part: part.path } })
    },
  )

  it('when the backup was cut short before its last file', async () => {
    const cut = await backedUp()
    await rm(join(cut, 'manifest.sm3'))
    expect(await restored(cut, target(empty.url))).toMatchObject({ code: 'restore.no_backup' })
  })

  it('into a database or a folder where something is', async () => {
    expect(await restored(dir, target(source.url))).toMatchObject({ code: 'restore.place_taken' })
    const taken = fresh('taken')
    await mkdir(taken)
    await writeFile(join(taken, 'something'), 'of somebody')
    expect(await restored(dir, target(empty.url, taken))).toMatchObject({ code: 'restore.place_taken' })
  })

  it('by a program that lacks a migration the backup had', async () => {
    const migrations = host
      .registry()
      .migrations()
      .filter(({ module }) => module !== 'fixture')
    const parts = { config: target(empty.url), migrations, now: new Date(), say: () => undefined }
    expect(await restore(dir, parts)).toMatchObject({
      code: 'restore.other_code',
      params: { found: 'fixture/0001-note.sql' },
    })
  })

  it('beside anchors that know more than the backup does', async () => {
    const config = target(empty.url)
    await mkdir(join(config.dataDir, 'anchors'), { recursive: true })
    await writeFile(config.anchorFile, `999 9999 ${'a'.repeat(64)} then key signature\n`)
    expect(await restored(dir, config)).toMatchObject({
      code: 'restore.anchors_differ',
      params: { block: 999 },
    })
  })

  it('and leaves nothing behind when it is', async () => {
    const { rows } = await connected(empty.url, client =>
      client.query(`select to_regnamespace('kernel') as kernel`),
    )
    expect(rows).toEqual([{ kernel: null }])
  })
})

it('does not open an installation whose restore was cut short', async () => {
  const empty = await testDatabase('empty')
  await connected(empty.url, beginRestoring)
  const opened = testHost({ url: empty.url, dataDir: fresh('half'), modules })
  await expect(opened).rejects.toThrow('cut short')
  expect(await restored(await backedUp(), target(empty.url))).toMatchObject({ code: 'restore.place_taken' })
})

it('refuses to write a backup over something', async () => {
  const dir = await backedUp()
  await expect(backedUp(dir)).rejects.toThrow('backup.place_taken')
})

it('refuses a role that row security would hold back', async () => {
  const adminUrl = source.url.replace('tongqu@', 'tongqu_app@')
  await expect(backedUp(fresh('weak'), host, adminUrl)).rejects.toThrow('backup.role_too_weak')
})

it('says of a file that a row names and nobody has that it was missing, and restores the rest', async () => {
  const empty = await testDatabase('empty')
  const kept = await host.files.keep(Readable.from([Buffer.from(contentOf('missing-2'))]), 1000)
  if (isRefusal(kept)) throw new Error(kept.code)
  await doDeed(host, { way: 'fault.file.name', key: 'missing-2' })
  await rm(host.files.path(kept.sm3))
  const { dataDir, anchorFile } = host.config
  const dir = fresh('backup')
  const done = await backup(
    { adminUrl: source.url, dataDir, anchorFile, files: host.files, now: new Date() },
    dir,
  )
  expect((done as BackupDone).missingFiles).toEqual([kept.sm3])
  expect((await restoredWhole(dir, target(empty.url))).missingFiles).toEqual([kept.sm3])
})

it('restores into an embedded database of its own, which then opens', async () => {
  const config = target(undefined)
  const done = await restoredWhole(await backedUp(), config)
  expect(await readdir(config.dataDir)).not.toContain('restoring')
  const storage = await openStorage(config, () => undefined)
  const again = await testHost({ url: storage.urls.admin, dataDir: config.dataDir, modules })
  expect((await again.health()).ok).toBe(true)
  await again.stop()
  await storage.stop()
  expect(done.rows).toBeGreaterThan(0)
})
