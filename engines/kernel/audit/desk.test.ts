import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { testDatabase } from '@tongqu/tools/test/database'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sm3 } from '../crypto/index.ts'
import type { Host } from '../host/index.ts'
import { type Actor, RoleBook, systemActor } from '../identity/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { anchorsFrom } from './anchors.ts'

const name = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'auditor', name, scope: 'audit', permissions: ['kernel.audit.*'] },
  { id: 'trader', name, scope: 'own', permissions: ['fixture.note.*', 'kernel.audit.read'] },
])

interface Found {
  records: { position: number; type: string; login?: string; data: { call?: string; code?: string } }[]
  more: boolean
  next?: string
  searchedTo?: { position: number }
}
interface Event {
  position: number
  type: string
  text: string
  digest: string
  data: { text?: string }
  ofRun: { position: number; type: string }[]
  block?: { number: number; from: number; to: number; isWhole: boolean; isAnchored: boolean }
}
interface Part {
  whole: boolean
  blocks: number
  events: number
  anchored: number
  unsealed: number
  upTo: number
  last: number
  isDone: boolean
  faults: { code: string; block: number; positions?: number[] }[]
}

const database = await testDatabase()
let host: Host
let auditor: Actor
let trader: Actor
let other: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [fixtureModule], roles })
  auditor = await makePerson(host, { login: 'auditor', party: idOf('the office'), role: 'auditor' })
  trader = await makePerson(host, { login: 'trader', party: idOf('the firm'), role: 'trader' })
  other = await makePerson(host, { login: 'other', party: idOf('another firm'), role: 'trader' })
  for (const text of ['one', 'two 100%', 'rude']) {
    await host.call('fixture.note.write', { text }, trader)
    await host.settle()
    await host.seal()
  }
})
afterAll(() => host.stop())

const search = (input: object, actor = auditor) =>
  answerOf<Found>(host.call('kernel.audit.search', input, actor))
const event = (position: number, actor = auditor) =>
  answerOf<Event>(host.call('kernel.audit.event', { position }, actor))
const part = (after = 0) => answerOf<Part>(host.call('kernel.audit.verifyPart', { after }, auditor))
const positionOf = async (text: string) =>
  (await search({ text, type: 'fixture.note.written' })).records[0]!.position

it('finds by who did it and by the words that stand in a record, taken as they are', async () => {
  expect((await search({ login: 'Trader', outcome: 'refused' })).records).toMatchObject([
    { login: 'trader', data: { code: 'note.too_rude' } },
  ])
  expect((await search({ login: 'nobody' })).records).toEqual([])
  expect((await search({ text: 'TWO 100%', type: 'fixture.note.written' })).records).toHaveLength(1)
  expect((await search({ text: '1__%' })).records).toEqual([])
  expect((await search({ text: 'two 100%', to: '2020-01-01T00:00:00Z' })).records).toEqual([])
})

it('shows an event whole, with the digest that its block lists and the place in the chain', async () => {
  const position = await positionOf('one')
  const shown = await event(position)
  expect(shown).toMatchObject({ type: 'fixture.note.written', data: { text: 'one' } })
  expect(shown.digest).toBe(sm3(shown.text))
  expect(shown.ofRun.map(each => each.type)).toEqual(['fixture.note.written', 'kernel.call.ran'])
  expect(shown.block).toMatchObject({ number: 1, isWhole: true, isAnchored: true })
  expect(shown.block!.from).toBeLessThanOrEqual(position)
  expect(shown.block!.to).toBeGreaterThanOrEqual(position)
})

it('shows a party its own events without the chain, and no event of another', async () => {
  const position = await positionOf('one')
  const shown = await event(position, trader)
  expect(shown.data.text).toBe('one')
  expect(shown.block).toBeUndefined()
  expect(await codeOf(host.call('kernel.audit.event', { position }, other))).toBe('audit.event_unknown')
  expect(await codeOf(host.call('kernel.audit.event', { position: 999_999 }, auditor))).toBe(
    'audit.event_unknown',
  )
})

it('checks the chain part by part to the same end as at once', async () => {
  const whole = await answerOf<Part>(host.call('kernel.audit.verify', {}, auditor))
  const first = await part()
  expect(first).toMatchObject({ whole: true, isDone: true, upTo: 3, last: 3, anchored: 3 })
  expect([first.blocks, first.events]).toEqual([whole.blocks, whole.events])
  const rest = await part(2)
  expect(rest).toMatchObject({ whole: true, isDone: true, blocks: 1, upTo: 3 })
})

it('names the block and the positions of what was changed, removed or not anchored', async () => {
  const position = await positionOf('one')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const change = (sql: string) => client.query(sql)
  await change(
    `update kernel.event set data = '{"text":"none"}' where data->>'text' = 'one' and type = 'fixture.note.written'`,
  )
  expect((await event(position)).block).toMatchObject({ isWhole: false, isAnchored: true })
  expect((await part()).faults).toEqual([expect.objectContaining({ code: 'audit.event_changed', block: 1 })])
  // The part after the changed block is sound by itself: the chain goes by the roots that were signed.
  expect((await part(1)).whole).toBe(true)
  await change(`update kernel.event set data = '{"text":"one"}' where data->>'text' = 'none'`)
  const anchors = await readFile(host.config.anchorFile, 'utf8')
  await writeFile(host.config.anchorFile, anchors.replace(/^2 .*\n/m, ''))
  expect((await part()).faults).toMatchObject([{ code: 'audit.not_anchored', block: 2 }])
  await writeFile(host.config.anchorFile, anchors)
  await appendFile(host.config.anchorFile, `${anchors.trimEnd().split('\n').at(-1)!.replace(/^3/, '4')}\n`)
  expect((await part()).faults).toMatchObject([{ code: 'audit.block_missing', block: 4 }])
  await writeFile(host.config.anchorFile, anchors)
  await client.end()
})

it('finds the anchors from a block on in a long file without reading all of it', async () => {
  const path = `${host.config.anchorFile}.long`
  const line = (n: number) =>
    `${n} ${n * 10} ${sm3(String(n))} 2026-11-23T00:00:00.000Z 0123456789abcdef ${'ab'.repeat(70)}\n`
  await writeFile(path, Array.from({ length: 3000 }, (_, n) => line(n + 1)).join(''))
  for (const number of [1, 2, 1499, 2999, 3000]) {
    const found = await anchorsFrom(path, number)
    expect([...found.keys()][0]).toBe(number)
    expect(found.get(number)).toBe(sm3(String(number)))
  }
  expect((await anchorsFrom(path, 3001)).size).toBe(0)
  expect((await anchorsFrom(`${path}.none`, 1)).size).toBe(0)
})

it('says how far back a page has looked, and goes on from there', async () => {
  const page = await search({ limit: 2 }, systemActor('cli'))
  expect(page.more).toBe(true)
  const next = await search({ limit: 2, after: page.next! }, systemActor('cli'))
  expect(next.records[0]!.position).toBe(page.records[1]!.position - 1)
  const last = await search({ text: 'stands nowhere' })
  expect(last).toEqual({ records: [], more: false })
})
