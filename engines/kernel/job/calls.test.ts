import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { type Actor, RoleBook } from '../identity/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import type { JobDefinition } from './index.ts'
import { shownError } from './shown-error.ts'

const name = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'admin', name, scope: 'office', permissions: ['kernel.job.*'] },
  { id: 'trader', name, scope: 'own', permissions: ['kernel.job.read'] },
])

let mends = false
const told: string[] = []
const breaking: JobDefinition = {
  name: 'fixture.thing.break',
  title: { zh: '会坏的事', en: 'What breaks' },
  async run() {
    if (!mends) throw new Error('postgres://app:s3cret@db/x refused 110101199003070011')
  },
}
const telling: JobDefinition = {
  name: 'fixture.thing.tell',
  run: async () => undefined,
  failed: async (_context, payload, reason) => void told.push(`${payload.thing} ${reason}`),
}
const silent: JobDefinition = { name: 'fixture.thing.wait', run: async () => undefined }

interface Listed {
  counts: { waiting: number; running: number; failed: number }
  jobs: {
    id: string
    name: string
    state: string
    attempts: number
    error?: string
    about?: string
    may: string[]
  }[]
  more: boolean
}
interface Done {
  done: string[]
  left: { job: string; why: { en: string } }[]
}

const database = await testDatabase()
let host: Host
let admin: Actor
let trader: Actor

beforeAll(async () => {
  const jobs = [breaking, telling, silent]
  host = await testHost({ url: database.url, modules: () => [{ name: 'fixture', jobs }], roles })
  admin = await makePerson(host, { login: 'admin', party: idOf('the office'), role: 'admin' })
  trader = await makePerson(host, { login: 'trader', party: idOf('the firm'), role: 'trader' })
})
afterAll(() => host.stop())

const listed = (input: object, actor = admin) => answerOf<Listed>(host.call('kernel.job.list', input, actor))
const retry = (jobs: string[]) => answerOf<Done>(host.call('kernel.job.retry', { jobs }, admin))
const cancel = (jobs: string[]) => answerOf<Done>(host.call('kernel.job.cancel', { jobs }, admin))

/** Asks for a job; later: not due within this test. */
async function ask(
  job: string,
  thing: string,
  more: { attempts?: number; later?: boolean } = {},
): Promise<string> {
  const at = more.later ? new Date(Date.now() + 3_600_000).toISOString() : null
  await host.database.transact({ scope: 'system' }, tx =>
    tx.query('select job.enqueue($1, $2, $3, $4, $5)', [
      job,
      JSON.stringify({ thing }),
      `${job} ${thing}`,
      at,
      more.attempts ?? null,
    ]),
  )
  return (await listed({ name: job })).jobs[0]!.id
}

it('keeps a job that failed with its tries and its error, without what the error gave away', async () => {
  const id = await ask('fixture.thing.break', 'A', { attempts: 1 })
  await host.settle()
  const [job] = (await listed({ state: 'failed' })).jobs
  expect(job).toMatchObject({ id, state: 'failed', attempts: 1, about: 'A', may: ['retry', 'cancel'] })
  expect(job!.error).toBe('postgres://app:(withheld)@db/x refused (identity number)')
})

it('does a failed job again when it is told to, and the audit names it', async () => {
  const [failed] = (await listed({ state: 'failed' })).jobs
  mends = true
  expect(await retry([failed!.id])).toEqual({ done: [failed!.id], left: [] })
  await host.settle()
  expect((await listed({ name: 'fixture.thing.break' })).jobs).toEqual([])
  const told = await host.database.transact({ scope: 'audit' }, tx =>
    tx.query('select record, data from kernel.event where type = $1', ['kernel.job.retried']),
  )
  expect(told).toMatchObject([{ record: `kernel.job/${failed!.id}`, data: { name: 'fixture.thing.break' } }])
})

it('cancels a waiting job whose record can be told, and tells it', async () => {
  const id = await ask('fixture.thing.tell', 'B', { later: true })
  expect(await cancel([id])).toEqual({ done: [id], left: [] })
  await host.settle()
  expect(told).toEqual(['B cancelled'])
  expect((await listed({ name: 'fixture.thing.tell' })).jobs).toEqual([])
})

it('leaves a waiting job alone whose record would wait for ever', async () => {
  const id = await ask('fixture.thing.wait', 'C', { later: true })
  const { done, left } = await cancel([id])
  expect(done).toEqual([])
  expect(left[0]!.why.en).toContain('its record would wait for ever')
  expect((await listed({ name: 'fixture.thing.wait' })).jobs).toMatchObject([
    { state: 'waiting', may: ['retry'] },
  ])
  expect(await retry([id])).toMatchObject({ done: [id] })
  await host.settle()
})

it('says of a job that is gone that it is gone', async () => {
  expect(await retry(['999999'])).toMatchObject({
    done: [],
    left: [{ job: '999999', why: { en: expect.stringContaining('no such job') } }],
  })
})

it('a job that no version here knows may be cancelled, not retried', async () => {
  const id = await ask('fixture.thing.forgotten', 'D', { later: true })
  expect(await retry([id])).toMatchObject({ done: [], left: [{ job: id }] })
  expect(await cancel([id])).toEqual({ done: [id], left: [] })
})

it('lists page by page below the last one seen, and counts all', async () => {
  const ids = []
  for (const thing of ['1', '2', '3']) ids.unshift(await ask('fixture.thing.wait', thing, { later: true }))
  const first = await listed({ state: 'waiting', limit: 2 })
  expect(first.jobs.map(job => job.id)).toEqual(ids.slice(0, 2))
  expect([first.more, first.counts.waiting]).toEqual([true, 3])
  const next = await listed({ state: 'waiting', limit: 2, after: ids[1] })
  expect(next.jobs.map(job => job.id)).toEqual(ids.slice(2))
  expect(next.more).toBe(false)
})

it('shows the queue to nobody whose sight ends at the own party, whatever the role grants', async () => {
  expect(await listed({}, trader)).toMatchObject({ counts: { waiting: 0 }, jobs: [] })
  expect(await codeOf(host.call('kernel.job.retry', { jobs: ['1'] }, trader))).toBe('call.not_allowed')
  const moved = await host.database.transact({ scope: 'own' }, tx =>
    tx.query('select * from job.again(array[1,2,3,4,5,6,7,8,9]::bigint[])'),
  )
  expect(moved).toEqual([])
})

it('withholds in an error whatever is named as a secret', () => {
  expect(shownError('token=abc123 password: "x y" at\n  a stack')).toBe(
    'token=(withheld) password: (withheld) at',
  )
  expect(shownError('Authorization: Bearer tq_abcdefghijk was refused')).toBe(
    'Authorization: (withheld) was refused',
  )
  expect(shownError('x'.repeat(500))).toHaveLength(301)
})
