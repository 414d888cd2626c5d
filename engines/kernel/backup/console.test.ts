import { appendFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { type Actor, RoleBook, systemActor } from '../identity/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'

const name = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'admin', name, scope: 'office', permissions: ['kernel.backup.*', 'kernel.job.*'] },
  { id: 'auditor', name, scope: 'audit', permissions: ['kernel.backup.read'] },
])

interface Shown {
  id: string
  folder: string
  state: string
  isThere: boolean
  rows?: number
  done: number
  parts?: number
  login?: string
  verifiedAt?: string
  damaged?: string
  failure?: { en: string }
}
interface Listed {
  backups: Shown[]
  unrecorded: { folder: string }[]
}

const database = await testDatabase()
let host: Host
let admin: Actor
let auditor: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [fixtureModule], roles })
  admin = await makePerson(host, { login: 'admin', party: idOf('the office'), role: 'admin' })
  auditor = await makePerson(host, { login: 'auditor', party: idOf('the office'), role: 'auditor' })
})
afterAll(() => host.stop())

const listed = (actor = admin) => answerOf<Listed>(host.call('kernel.backup.list', {}, actor))
const start = () => answerOf<{ id: string }>(host.call('kernel.backup.start', {}, admin))
const one = async (id: string) => (await listed()).backups.find(each => each.id === id)!
const folders = () => readdir(join(host.config.dataDir, 'backups')).catch(() => [])

it('makes a backup as a job, one at a time, and says what is in it', async () => {
  const { id } = await start()
  expect(await one(id)).toMatchObject({ state: 'waiting', isThere: false, login: 'admin' })
  expect(await codeOf(host.call('kernel.backup.start', {}, admin))).toBe('backup.under_way')
  await host.settle()
  const made = await one(id)
  expect(made).toMatchObject({ state: 'done', isThere: true })
  expect(made.rows).toBeGreaterThan(0)
  expect(made.done).toBe(made.parts)
  expect(await folders()).toEqual([made.folder])
})

it('says when a backup was checked, and of one that was damaged which part', async () => {
  const [made] = (await listed()).backups
  const check = async () => {
    await answerOf(host.call('kernel.backup.verify', { backup: made!.id }, admin))
    await host.settle()
    return one(made!.id)
  }
  expect(made!.verifiedAt).toBeUndefined()
  const whole = await check()
  expect(whole.verifiedAt).toBeDefined()
  expect(whole.damaged).toBeUndefined()
  await appendFile(join(host.config.dataDir, 'backups', made!.folder, 'database/kernel.event.copy.gz'), 'x')
  expect((await check()).damaged).toBe('database/kernel.event.copy.gz')
})

it('ends a backup that is cancelled and leaves nothing of it', async () => {
  const before = await folders()
  const { id } = await start()
  await answerOf(host.call('kernel.backup.cancel', { backup: id }, admin))
  await host.settle()
  expect((await one(id)).state).toBe('cancelled')
  expect(await folders()).toEqual(before)
  const again = await start()
  await host.settle()
  expect((await one(again.id)).state).toBe('done')
})

it('keeps with a backup why it failed', async () => {
  const { id } = await start()
  // A file stands where the folder is to be, and no second try comes.
  await writeFile(join(host.config.dataDir, 'backups', 'in-the-way'), 'x')
  await host.database.transact({ scope: 'system' }, async tx => {
    await tx.execute(`update kernel.backup set folder = 'in-the-way/below' where id = $1`, [id])
    await tx.query('select job.enqueue($1, $2, $3, null, 1)', [
      'kernel.backup.make',
      JSON.stringify({ backup: id }),
      `kernel.backup.make ${id}`,
    ])
  })
  await host.settle()
  const failed = await one(id)
  expect(failed.state).toBe('failed')
  expect(failed.failure?.en).toContain('ENOTDIR')
})

it('lists a backup of the command line, and a folder that it has no record of', async () => {
  await answerOf(host.call('kernel.installation.backup', { dir: 'by-hand' }, systemActor('cli')))
  expect((await listed()).backups[0]).toMatchObject({ folder: 'by-hand', state: 'done', isThere: true })
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`update kernel.backup set folder = 'elsewhere' where folder = 'by-hand'`),
  )
  const seen = await listed(auditor)
  expect(seen.unrecorded.map(each => each.folder)).toEqual(['by-hand'])
  expect(seen.backups[0]).toMatchObject({ folder: 'elsewhere', isThere: false })
})
