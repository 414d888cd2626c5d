import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { testDatabase } from '@tongqu/tools/test/database'
import { testFolder } from '@tongqu/tools/test/folder'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, prepareRoles } from '../db/index.ts'
import { systemActor } from '../identity/actor.ts'
import { kernelMigrations } from '../own/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { answerOf, someone, testHost } from '../testing/host.ts'

const database = await testDatabase('empty')
const folder = await testFolder()

/** A log as it was kept while each event had a position of its own: ids with gaps, committed in another order. */
const PLACED: readonly (readonly [id: number, position: number | null])[] = [
  [1, 1],
  [2, 2],
  [3, 5],
  [5, 3],
  [6, 4],
  [7, 6],
  [8, null],
  [9, null],
  [12, 7],
  [70_000, 8],
]
const EVENT = `
  insert into kernel.event (id, position, at, run, type, version, data) overriding system value
  values ($1, $2, now(), gen_random_uuid(), 'fixture.old', 1, '{}')`

async function olderInstallation(): Promise<pg.Client> {
  for (const file of await readdir(kernelMigrations))
    if (file < '0012') await copyFile(join(kernelMigrations, file), join(folder, file))
  await prepareRoles(database.url, undefined)
  await migrate(database.url, [{ module: 'kernel', dir: folder }], new Date())
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  onTestFinished(() => client.end())
  for (const row of PLACED) await client.query(EVENT, [...row])
  await client.query('update kernel.event_head set position = 8')
  return client
}

it('keeps every position of a log that was written before events were placed by blocks, and goes on after it', async () => {
  const client = await olderInstallation()
  const host = await testHost({ url: database.url, modules: () => [fixtureModule] })
  onTestFinished(() => host.stop())
  const log = async () =>
    (await client.query('select id::int, position::int from kernel.logged_event order by id')).rows
  expect((await log()).map(({ id, position }) => [id, position])).toEqual(PLACED)
  const alice = someone('00000000-0000-7000-8000-00000000000a', ['fixture.note.write'])
  await answerOf(host.call('fixture.note.write', { text: 'after' }, alice))
  await host.settle()
  const after = await log()
  expect(after.map(row => row.position).sort((a, b) => a - b)).toEqual(after.map((_, n) => n + 1))
  expect(after.filter(({ id }) => id === 8 || id === 9).map(row => row.position)).toEqual([9, 10])
  await host.seal()
  expect(await answerOf(host.call('kernel.audit.verify', {}, systemActor('cli')))).toMatchObject({
    whole: true,
    events: 12,
  })
})
