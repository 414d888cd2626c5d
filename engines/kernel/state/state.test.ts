import { join } from 'node:path'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import type { Host } from '../host/index.ts'
import { systemActor } from '../identity/index.ts'
import { fixtureModule, writeNote } from '../testing/fixture.ts'
import { answerOf, someone, testHost } from '../testing/host.ts'
import { idOf } from '../testing/people.ts'
import { worstOf } from './check.ts'
import type { StateSource } from './index.ts'
import { sizeText, spanText } from './words.ts'

interface Shown {
  state: string
  checks: {
    id: string
    state: string
    said: { en: string }
    remedy?: { en: string }
    facts: { name: { en: string }; text?: { en: string }; at?: string }[]
  }[]
}

const broken: StateSource = {
  id: 'fixture.gate',
  name: { zh: '通道', en: 'Gate' },
  read: work => work.query('select 1 / 0 as never') as Promise<never>,
}
const said: StateSource = {
  id: 'fixture.queue',
  name: { zh: '队列', en: 'Queue' },
  read: async () => [
    { id: 'fixture.queue', name: said.name, state: 'good', said: { zh: '空', en: 'empty' } },
  ],
}

const database = await testDatabase()
let host: Host

beforeAll(async () => {
  const module = { name: 'fixtures', states: [broken, said] }
  host = await testHost({ url: database.url, modules: () => [fixtureModule, module] })
})
afterAll(() => host.stop())

const read = (from = host) => answerOf<Shown>(from.call('kernel.state.read', {}, systemActor('cli')))
const part = async (id: string, from = host) => (await read(from)).checks.find(each => each.id === id)!

it('says of every part how it stands, with figures that were read', async () => {
  const { checks } = await read()
  expect(checks.map(each => each.id)).toEqual([
    'product',
    'database',
    'clock',
    'sequencer',
    'subscribers',
    'sealer',
    'anchors',
    'jobs',
    'backup',
    'disk',
    'packs',
    'fixture.gate',
    'fixture.queue',
  ])
  const facts = new Map((await part('database')).facts.map(each => [each.name.en, each.text?.en]))
  expect(facts.get('Version')).toMatch(/^PostgreSQL \d\d/)
  expect(facts.get('Size')).toMatch(/^\d+(\.\d)? MB$/)
})

it('says of what cannot be read that it is not known, and goes on to the next', async () => {
  expect(await part('fixture.gate')).toMatchObject({
    state: 'unknown',
    said: { en: 'It could not be found out: division by zero' },
  })
  expect((await part('fixture.queue')).state).toBe('good')
})

it('a subscriber that is stuck makes the whole bad, with its error', async () => {
  await host.settle()
  await set(`update kernel.cursor set failure = 'it fell over' where subscriber = 'kernel.notices'`)
  expect(await part('subscribers')).toMatchObject({
    state: 'bad',
    facts: [{ name: { en: 'kernel.notices' }, text: { en: expect.stringContaining('it fell over') } }],
  })
  expect((await read()).state).toBe('bad')
  await set('update kernel.cursor set failure = null')
  expect((await part('subscribers')).state).toBe('good')
})

it('tells events that nobody placed and blocks that nobody sealed, once they have waited', async () => {
  const clock = new SimulatedClock(new Date('2026-11-23T08:00:00Z'), 0)
  const dataDir = join(host.config.dataDir, 'other')
  const other = await testHost({
    url: (await testDatabase()).url,
    modules: () => [fixtureModule],
    clock,
    dataDir,
  })
  const party = idOf('firm')
  await answerOf(other.call(writeNote.name, { text: 'hello' }, someone(party, ['fixture.note.write'])))
  expect((await part('sequencer', other)).state).toBe('good')
  clock.set(new Date('2026-11-23T08:05:00Z'))
  expect(await part('sequencer', other)).toMatchObject({
    state: 'watch',
    said: { en: 'Events have waited 5 min to be placed' },
  })
  await other.settle()
  expect((await part('sequencer', other)).state).toBe('good')
  expect((await part('sealer', other)).said.en).toContain('have waited 5 min to be sealed')
  await other.seal()
  expect(await part('sealer', other)).toMatchObject({ state: 'good' })
  expect((await part('anchors', other)).state).toBe('good')
  expect(await part('clock', other)).toMatchObject({ state: 'watch' })
  await other.stop()
})

it('goes by the last backup: none, fresh, old, damaged', async () => {
  expect(await part('backup')).toMatchObject({
    state: 'watch',
    remedy: { en: expect.stringContaining('Start one') },
  })
  await answerOf(host.call('kernel.installation.backup', { dir: 'today' }, systemActor('cli')))
  expect((await part('backup')).state).toBe('good')
  await set(`update kernel.backup set ended_at = ended_at - interval '3 days'`)
  expect(await part('backup')).toMatchObject({
    state: 'watch',
    said: { en: 'The last one was made 3 d ago' },
  })
  await set(`update kernel.backup set damaged = 'manifest.json'`)
  expect((await part('backup')).state).toBe('bad')
})

it('the whole stands as its worst part does', () => {
  const of = (...states: ('good' | 'watch' | 'bad' | 'unknown')[]) =>
    worstOf(states.map(state => ({ state })))
  expect([of('good'), of('good', 'unknown'), of('unknown', 'watch'), of('watch', 'bad')]).toEqual([
    'good',
    'unknown',
    'watch',
    'bad',
  ])
})

it('writes sizes and spans as people read them', () => {
  expect([sizeText(0), sizeText(1536), sizeText(5 * 1024 ** 3)]).toEqual(['0 B', '1.5 KB', '5.0 GB'])
  expect([spanText(59_000).en, spanText(3_600_000).zh, spanText(90_000_000).en]).toEqual([
    '59 s',
    '1 小时',
    '1 d',
  ])
})

function set(sql: string) {
  return host.database.transact({ scope: 'system' }, tx => tx.execute(sql))
}
