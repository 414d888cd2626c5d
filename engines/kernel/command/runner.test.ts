import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { someone, testHost } from '../testing/host.ts'

const A = '00000000-0000-7000-8000-00000000000a'
const B = '00000000-0000-7000-8000-00000000000b'
const alice = someone(A, ['fixture.note.write', 'fixture.note.read'])
const bob = someone(B, ['fixture.note.write', 'fixture.note.read'])
const ways = ['fixture.note.write', 'fixture.note.writeGrouped']

const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [fixtureModule] })
})
afterAll(() => host.stop())

/** What the system sees of a table. */
function all(sql: string, values: unknown[] = []) {
  return host.database.transact({ scope: 'system' }, tx => tx.query(sql, values))
}

describe.each(ways)('%s', way => {
  it('writes the row, tells the event and audits the run in one commit', async () => {
    const outcome = await host.call(way, { text: `one ${way}` }, alice)
    expect(outcome.kind).toBe('done')
    const [note] = await all('select id from fixture.note where text = $1', [`one ${way}`])
    const events = await all(
      `select type, run from kernel.event where data->>'text' = $1 or run in
      (select run from kernel.event where data->>'text' = $1) order by id`,
      [`one ${way}`],
    )
    expect(note).toBeDefined()
    expect(events.map(event => event.type)).toEqual(['fixture.note.written', 'kernel.call.ran'])
  })

  it('commits nothing of a refused call but its audit', async () => {
    const outcome = await host.call(way, { text: 'rude' }, alice, { request: `r-${way}` })
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'note.too_rude' } })
    expect(await all(`select 1 from fixture.note where text = 'rude'`)).toEqual([])
    const audit = await all(`select data from kernel.event where data->>'request' = $1`, [`r-${way}`])
    expect(audit).toMatchObject([{ data: { outcome: 'refused', code: 'note.too_rude' } }])
  })

  it('answers a fault inside with a number and leaves nothing', async () => {
    const outcome = await host.call(way, { text: 'broken' }, alice)
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'call.failed' } })
    expect(await all(`select 1 from fixture.note where text = 'broken'`)).toEqual([])
  })

  it('refuses who holds no permission, before anything is read', async () => {
    const stranger = someone(A, [])
    const outcome = await host.call(way, { text: 'never' }, stranger)
    expect(outcome).toMatchObject({ refusal: { code: 'call.not_allowed' } })
  })

  it('names the place of an input that does not fit', async () => {
    const outcome = await host.call(way, { text: 1 }, alice)
    expect(outcome).toMatchObject({ refusal: { code: 'input.invalid', place: '/text' } })
    expect(await host.call(way, { text: 'x', more: 1 }, alice)).toMatchObject({ refusal: { place: '/more' } })
  })

  it('gives many callers with the same key and body one answer and one row', async () => {
    const key = `same ${way}`
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => host.call(way, { text: key }, alice, { key })),
    )
    const ids = new Set(
      outcomes.map(outcome => outcome.kind === 'done' && (outcome.output as { id: string }).id),
    )
    expect(ids.size).toBe(1)
    expect(await all('select 1 from fixture.note where text = $1', [key])).toHaveLength(1)
    expect(outcomes.filter(outcome => !(outcome.kind === 'done' && outcome.replayed))).toHaveLength(1)
  })

  it('refuses another body under a used key, and keeps keys of parties apart', async () => {
    const key = `other ${way}`
    await host.call(way, { text: 'first' }, alice, { key })
    const other = await host.call(way, { text: 'second' }, alice, { key })
    expect(other).toMatchObject({ refusal: { code: 'key.reused' } })
    expect(await host.call(way, { text: 'second' }, bob, { key })).toMatchObject({
      kind: 'done',
      replayed: false,
    })
  })

  it('stores the answer of a refusal as well', async () => {
    const key = `refused ${way}`
    await host.call(way, { text: 'rude' }, alice, { key })
    const again = await host.call(way, { text: 'rude' }, alice, { key })
    expect(again).toMatchObject({ kind: 'refused', replayed: true, refusal: { code: 'note.too_rude' } })
  })

  it('does good calls of a batch although one of them throws', async () => {
    const texts = Array.from({ length: 30 }, (_, n) => (n === 7 ? 'broken' : `batch ${way} ${n}`))
    const outcomes = await Promise.all(texts.map(text => host.call(way, { text }, alice)))
    expect(outcomes.map(outcome => outcome.kind).filter(kind => kind === 'refused')).toHaveLength(1)
    expect(await all(`select 1 from fixture.note where text like $1`, [`batch ${way} %`])).toHaveLength(29)
  })
})

it('shows a party its own records only', async () => {
  await host.call('fixture.note.write', { text: "bob's own" }, bob)
  const outcome = await host.call('fixture.note.list', {}, alice)
  const texts = outcome.kind === 'done' ? (outcome.output as { text: string }[]).map(note => note.text) : []
  expect(texts.length).toBeGreaterThan(0)
  expect(texts).not.toContain("bob's own")
})

it('lets a second writer take a shard, after which the first writes nothing with its old epoch', async () => {
  await host.call('fixture.note.writeGrouped', { text: 'before' }, alice)
  const epoch = async () => Number((await all('select epoch from kernel.writer'))[0]!.epoch)
  const held = await epoch()
  await all('update kernel.writer set epoch = epoch + 1')
  const outcome = await host.call('fixture.note.writeGrouped', { text: 'after the takeover' }, alice)
  expect(outcome.kind).toBe('done')
  expect(await epoch()).toBe(held + 2)
})

it('keeps a query from writing', async () => {
  const attempt = host.database.transact({ scope: 'system' }, tx => tx.execute('delete from kernel.answer'), {
    readOnly: true,
  })
  await expect(attempt).rejects.toThrow(/read-only/)
})
