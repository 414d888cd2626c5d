import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { someone, testHost } from '../testing/host.ts'
import { placeEvents } from './sequencer.ts'

const alice = someone('00000000-0000-7000-8000-00000000000a', ['fixture.note.write'])
const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [fixtureModule] })
})
afterAll(() => host.stop())

function all(sql: string, values: unknown[] = []) {
  return host.database.transact({ scope: 'system' }, tx => tx.query(sql, values))
}

it('places events without gaps while many write and two sequencers place', async () => {
  const writes = Array.from({ length: 200 }, (_, n) =>
    host.call('fixture.note.write', { text: `n${n}` }, alice),
  )
  const place = async () => {
    for (let round = 0; round < 20; round++)
      await host.database.transact({ scope: 'system' }, tx => placeEvents(tx))
  }
  await Promise.all([...writes, place(), place()])
  await host.settle()
  const [count] = await all(
    'select count(*)::int as n, max(position)::int as top, min(position)::int as low from kernel.logged_event',
  )
  expect(count).toEqual({ n: 400, top: 400, low: 1 })
})

it('hands each event to a subscriber once, in order', async () => {
  await host.settle()
  const rows = await all(
    `select t.position, t.text, e.data->>'text' as told from fixture.tally t join kernel.logged_event e using (position)`,
  )
  expect(rows).toHaveLength(200)
  expect(rows.every(row => row.text === row.told)).toBe(true)
})

it('stops a subscriber at an event it cannot take, keeps what came before, and says so', async () => {
  for (const text of ['fine', 'indigestible', 'waits']) await host.call('fixture.note.write', { text }, alice)
  await host.settle()
  const told = (await all('select text from fixture.tally')).map(row => row.text)
  expect(told).toContain('fine')
  expect(told).not.toContain('waits')
  expect((await host.health()).stuck).toEqual([{ subscriber: 'fixture.tally', failure: 'cannot be told' }])
})
