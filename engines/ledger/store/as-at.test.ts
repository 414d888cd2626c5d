import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { histories, sampleAccounts } from '../machine/testing/histories.ts'
import { asInput, groundModule, shards } from '../testing/ground.ts'
import { type Balances, balancesAt, balancesOf, balancesStatements } from './balances.ts'
import { column } from './columns.ts'
import { knownNow } from './known.ts'
import { statementOf } from './statement.ts'
import { nanoseconds } from './time.ts'
import { verifyLedger } from './verify.ts'

/*
 * Random histories with closings between: whatever is asked as at any time and as known at any position, the answer
 * from snapshots is that of adding up everything.
 */
const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const BEGIN = Date.parse('2026-01-01T00:00:00Z')
const clock = new SimulatedClock(new Date(BEGIN), 0)
const database = await testDatabase()
let host: Host
let runs = 0

beforeAll(async () => {
  const modules: Parameters<typeof testHost>[0]['modules'] = services => [
    ledgerModule(services),
    groundModule,
  ]
  host = await testHost({ url: database.url, clock, modules })
})
afterAll(() => host.stop())

const seeing = <T>(what: Parameters<typeof host.database.transact<T>>[1]) =>
  host.database.transact({ scope: 'system' }, what)

/** Balances as rows said they were, with the time and position at which they said so. */
interface Seen {
  readonly id: string
  readonly at: bigint
  readonly knownAt: number
  readonly balances: Balances
}

type Way = 'locked' | 'grouped'
const ways = { locked: 'fixture.transfer.post', grouped: 'fixture.transfer.postGrouped' }

/** Plays a history in units and ids of its own. @returns what was seen after each step */
async function play(history: typeof histories extends fc.Arbitrary<infer H> ? H : never, way: Way) {
  const run = ++runs
  const own = <T extends object>(item: T): T => {
    const changed = Object.entries(item).map(([key, value]) => {
      if (key === 'ledger' && typeof value === 'number' && value > 0) return [key, run * 10 + value]
      const isOurs = typeof value === 'string' && /^(a{8}|b{8})/.test(value)
      return [key, isOurs ? `${run.toString(16).padStart(7, '0')}${value.slice(7)}` : value]
    })
    return Object.fromEntries(changed) as T
  }
  clock.set(new Date(BEGIN + run * 1_000_000_000))
  const writer = way === 'grouped' ? { writer: shards.shard('all') } : {}
  const accounts = sampleAccounts.map(account => ({ ...own(account), ...writer }))
  const ids = accounts.map(account => account.id)
  await answerOf(host.call('fixture.account.open', asInput(accounts), city))
  const seen: Seen[] = []
  for (const [n, step] of history.entries()) {
    clock.set(new Date(clock.now().getTime() + step.seconds * 1000 + 7))
    if (step.what === 'batch') await answerOf(host.call(ways[way], asInput(step.transfers.map(own)), city))
    else await seeing(tx => tx.query(`select job.enqueue('ledger.hold.expire', '{}', null, null, null)`))
    const upTo = nanoseconds(clock.now()) - 2_000_000_000n
    // Where the clock went back this is refused, and nothing is closed.
    if (n % 4 === 3)
      await host.call('fixture.period.close', asInput([{ unit: run * 10 + 1, party: undefined, upTo }]), city)
    await host.settle()
    seen.push(...(await see(ids)))
  }
  return { ids, seen }
}

const SEE = `
  select id, changed_at as at, debits_pending as dp, debits_posted as d, credits_pending as cp, credits_posted as c
  from ledger.account where id = any($1)`

async function see(ids: readonly string[]): Promise<Seen[]> {
  return seeing(async tx => {
    const knownAt = await knownNow(tx)
    const rows = await tx.query<{ id: string; at: string } & Parameters<typeof balancesOf>[0]>(SEE, [ids])
    return rows.map(row => ({ id: row.id, at: BigInt(row.at), knownAt, balances: balancesOf(row) }))
  })
}

const distinct = <T>(values: readonly T[]) => [...new Set(values)]

async function compare(ids: readonly string[], seen: readonly Seen[]): Promise<number> {
  const times = distinct(seen.map(each => each.at)).flatMap(at => [at - 1n, at, at + 500_000_000n])
  const pairs = ids.flatMap(id => times.map(at => ({ id, at })))
  const values = [column(pairs.map(pair => pair.id)), column(pairs.map(pair => pair.at))]
  let compared = 0
  for (const knownAt of distinct(seen.map(each => each.knownAt)))
    await seeing(async tx => {
      const plain = await tx.query(balancesStatements.plain, [...values, knownAt])
      expect(await tx.query(balancesStatements.byProbe, [...values, knownAt])).toEqual(plain)
      expect(await tx.query(balancesStatements.lessLater, [...values, knownAt])).toEqual(plain)
      const now = seen.filter(each => each.knownAt === knownAt)
      expect(await balancesAt(tx, now, knownAt)).toEqual(now.map(each => each.balances))
      compared += pairs.length
    })
  return compared
}

it.each(['locked', 'grouped'] as const)(
  'answers from snapshots what adding up everything answers, for every time and position (%s)',
  { timeout: 120_000 },
  async way => {
    let compared = 0
    const property = fc.asyncProperty(histories, async history => {
      const { ids, seen } = await play(history, way)
      compared += await compare(ids, seen)
    })
    await fc.assert(property, { numRuns: 12 })
    const [taken] = await seeing(tx =>
      tx.query<{ n: number }>('select count(*)::int as n from ledger.snapshot'),
    )
    expect(taken!.n).toBeGreaterThan(0)
    expect(compared).toBeGreaterThan(1000)
    expect(await seeing(verifyLedger)).toEqual([])
  },
)

it('tells in any order and in any part of a period the lines that lead from its opening to its closing', async () => {
  const property = fc.asyncProperty(histories, async history => {
    const { ids, seen } = await play(history, 'locked')
    if (seen.length === 0) return
    const { knownAt } = seen.at(-1)!
    const times = distinct(seen.map(each => each.at)).sort((a, b) => (a < b ? -1 : 1))
    const [from, to] = [times[Math.floor(times.length / 3)]!, times.at(-1)!]
    await seeing(async tx => {
      for (const id of ids) {
        const ask = (more: object) => statementOf(tx, id, from, { at: to, knownAt }, { most: 1000, ...more })
        const all = await ask({})
        expect(all.lines.at(-1)?.balances ?? all.opening).toEqual(all.closing)
        const newest = await ask({ newest: true })
        expect(newest.lines).toEqual([...all.lines].reverse())
        expect((await ask({ most: 2 })).lines).toEqual(all.lines.slice(0, 2))
        expect((await ask({ newest: true, most: 2 })).lines).toEqual(newest.lines.slice(0, 2))
        const some = await ask({ newest: true, side: 'credit', most: 2 })
        expect(some.lines).toEqual(newest.lines.filter(line => line.side === 'credit').slice(0, 2))
        for (const line of all.lines)
          expect(await balancesAt(tx, [{ id, at: line.timestamp }], knownAt)).toEqual([line.balances])
      }
    })
  })
  await fc.assert(property, { numRuns: 6 })
}, 120_000)
