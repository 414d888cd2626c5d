import { command } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import fc from 'fast-check'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeOf, dayAfter, type HeldRecord, type IncomingRecord } from './change.ts'
import { type Batch, importBatch, recordsAt, registerModule } from './index.ts'

const day = (n: number) => dayAfter('2026-01-01', n)

/** What is true of each key on each day, as a table: the plain meaning that `changeOf` must keep. */
function truth(
  records: readonly { key: string; from: string; to: string | null; data: string }[],
  at: string,
) {
  const found = records.filter(each => each.from <= at && (each.to === null || each.to >= at))
  return Object.fromEntries(found.map(each => [each.key, each.data]))
}

const record = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  data: fc.constantFrom('1', '2'),
  start: fc.nat(20),
  length: fc.option(fc.nat(10)),
})

/** Records whose days do not overlap within a key. */
const history = fc.array(record, { maxLength: 8 }).map(list => {
  const taken: IncomingRecord[] = []
  for (const { key, data, start, length } of list) {
    const one = { key, data, from: day(start), to: length === null ? null : day(start + length) }
    const clash = taken.some(
      each =>
        each.key === key &&
        (each.to === null || one.from <= each.to) &&
        (one.to === null || each.from <= one.to),
    )
    if (!clash) taken.push(one)
  }
  return taken
})

describe('what an import changes', () => {
  it('makes the import true on its days and leaves every other day as it was', () => {
    fc.assert(
      fc.property(
        history,
        history,
        fc.option(fc.tuple(fc.nat(25), fc.option(fc.nat(12)))),
        (before, incoming, days) => {
          const held: HeldRecord[] = before.map((each, n) => ({ ...each, id: String(n) }))
          const whole = days
            ? { from: day(days[0]), to: days[1] === null ? null : day(days[0] + days[1]) }
            : undefined
          const within = (at: string) => whole && at >= whole.from && (whole.to === null || at <= whole.to)
          const brought = incoming.filter(
            each =>
              !whole ||
              (within(each.from) && (whole.to === null || (each.to !== null && each.to <= whole.to))),
          )
          const change = changeOf(held, brought, whole)
          const after = [...held.filter(each => !change.end.includes(each.id)), ...change.add]
          for (let n = 0; n < 45; n++) {
            const kept = within(day(n)) ? {} : truth(before, day(n))
            expect(truth(after, day(n))).toEqual({ ...kept, ...truth(brought, day(n)) })
          }
        },
      ),
    )
  })

  it('changes nothing when the same import comes twice', () => {
    const rows = [{ key: 'a', data: '1', from: day(0), to: null }]
    const held = rows.map(row => ({ ...row, id: '1' }))
    expect(changeOf(held, rows, { from: day(0), to: null })).toEqual({ end: [], add: [], unchanged: 1 })
  })
})

const keep = command({
  name: 'test.batch.import',
  summary: { zh: '测试', en: 'test' },
  permission: 'test.batch.import',
  unsafeScope: 'system',
  input: Type.Unknown(),
  output: Type.Unknown(),
  example: { input: {} },
  handle: (work, input) => importBatch(work, input as Batch),
})
const testModule: Module = { name: 'test', calls: [keep] }
const database = await testDatabase()
let host: Host
beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [registerModule, testModule] })
})
afterAll(() => host.stop())

function bring(edition: string, rows: Batch['rows'], from = '2026-01-01') {
  const batch: Batch = {
    register: 'duck',
    edition,
    source: 'a test',
    from,
    whole: { from, to: null },
    rows,
    rejected: [],
  }
  return host.call(
    'test.batch.import',
    batch,
    someone('00000000-0000-7000-8000-00000000000a', ['test.batch.import']),
  )
}

it('gives the same answer for a day and a position for ever, whatever is corrected later', async () => {
  await bring('first', [
    { key: 'a', data: { rate: '0.10' } },
    { key: 'b', data: { rate: '0.20' } },
  ])
  await host.settle()
  const position = (await host.health()).head
  const at = (knownAt?: number) =>
    host.database.transact({ scope: 'system' }, tx =>
      recordsAt<{ rate: string }>(tx, 'duck', { day: '2026-06-01', knownAt }),
    )
  const before = await at(position)
  await bring('corrected', [{ key: 'a', data: { rate: '0.11' } }])
  await host.settle()
  expect(await at(position)).toEqual(before)
  expect((await at()).map(each => each.data.rate)).toEqual(['0.11'])
})

it('ends yesterday what a new edition leaves out, and keeps the day before true', async () => {
  await bring('new year', [{ key: 'c', data: { rate: '0.30' } }], '2027-01-01')
  const keys = async (on: string) =>
    (await host.database.transact({ scope: 'own' }, tx => recordsAt(tx, 'duck', { day: on }))).map(
      each => each.key,
    )
  expect(await keys('2026-12-31')).toEqual(['a'])
  expect(await keys('2027-01-01')).toEqual(['c'])
})
