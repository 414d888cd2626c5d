import { SimulatedClock } from '@tongqu/kernel/clock'
import { connect } from '@tongqu/kernel/db'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import type { NewTransfer } from '../machine/index.ts'
import { nanoseconds } from '../store/time.ts'
import { verifyLedger } from '../store/verify.ts'
import { asInput, groundModule, shards } from '../testing/ground.ts'
import { type Chance, simulation } from './testing/chance.ts'
import { Planner, worldOf } from './testing/plan.ts'
import { replay, storedTransfers } from './testing/replay.ts'

/*
 * Two installations on one database, so two writers that take the shard from each other; callers at once, who ask
 * again with the same ids until they are answered; connections that are cut at any moment; a clock that jumps both
 * ways; holds that expire; periods that are closed meanwhile. What the callers were told, and all that is stored, must
 * be something that the machine does in one order, and nothing may have slipped below a closing.
 */
const CALLERS = 12
const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const clock = new SimulatedClock(new Date('2026-01-01T00:00:00Z'), 0)
const database = await testDatabase()
const { seed, chance, millis } = simulation(4)
const administrator = connect({ url: database.url, max: 1, applicationName: 'simulator' })
let hosts: Host[]

beforeAll(async () => {
  hosts = []
  for (const _ of [1, 2])
    hosts.push(
      await testHost({
        url: database.url,
        clock,
        modules: services => [ledgerModule(services), groundModule],
      }),
    )
})
afterAll(async () => {
  for (const host of hosts) await host.stop()
  await administrator.close()
})

interface Told {
  readonly transfer: NewTransfer
  readonly status: string
  /** Answered after a try whose outcome was not known. */
  readonly isRetry: boolean
}

/** Asks until answered: a caller keeps its ids and asks with them again. */
async function insist(call: string, batch: readonly NewTransfer[], chances: Chance): Promise<Told[]> {
  for (let tries = 0; ; tries++) {
    const outcome = await chances.pick(hosts).call(call, asInput(batch), city)
    if (outcome.kind === 'done')
      return batch.map((transfer, n) => ({
        transfer,
        status: (outcome.output as string[])[n]!,
        isRetry: tries > 0,
      }))
    if (!['call.failed', 'call.outcome_unknown'].includes(outcome.refusal.code))
      throw new Error(outcome.refusal.code)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

async function disturb(until: number, chances: Chance): Promise<number> {
  let cuts = 0
  await close(chances)
  while (performance.now() < until) {
    await new Promise(resolve => setTimeout(resolve, 20 + chances.below(60)))
    // Mostly on, at times a long way on, at times back.
    const jump = chances.oneIn(6) ? chances.pick([-20_000, 30_000]) : chances.below(400)
    clock.set(new Date(clock.now().getTime() + jump))
    if (chances.oneIn(3)) {
      await administrator.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tongqu'`,
      )
      cuts++
    }
    if (chances.oneIn(4)) {
      await administrator.pool.query(`select job.enqueue('ledger.hold.expire', '{}', null, null, null)`)
      await chances
        .pick(hosts)
        .settle()
        .catch(() => undefined)
    }
    if (chances.oneIn(6)) await close(chances)
  }
  return cuts
}

/** Closes all accounts up to a moment ago; where it is cut off, the next one goes on with it. */
async function close(chances: Chance): Promise<void> {
  const upTo = nanoseconds(clock.now()) - BigInt(1 + chances.below(3000)) * 1_000_000n
  const host = chances.pick(hosts)
  await host.call('fixture.period.close', asInput([{ unit: 1, party: undefined, upTo }]), city)
  await host.settle().catch(() => undefined)
}

/** Closings that were cut off are done; how many there are, and how many of them are not. */
async function closings(): Promise<{ asked: number; open: number }> {
  await administrator.pool.query(`select job.enqueue('ledger.period.close', '{}', null, null, null)`)
  await hosts[0]!.settle()
  const { rows } = await administrator.pool.query(
    'select count(*)::int as asked, count(*) filter (where finished_at is null)::int as open from ledger.period',
  )
  return rows[0]
}

describe.each([
  { way: 'locked', call: 'fixture.transfer.post', writer: undefined },
  { way: 'grouped', call: 'fixture.transfer.postGrouped', writer: shards.shard('all') },
])('$way', ({ way, call, writer }) => {
  it(
    'stands as one order of what its callers were told, through cuts, retries and jumps of the clock',
    async () => {
      const world = worldOf(way === 'locked' ? 'ab' : 'ac', writer)
      await answerOf(hosts[0]!.call('fixture.account.open', asInput(world), city))
      const planner = new Planner(chance, way === 'locked' ? 'bc' : 'bd', world)
      const until = performance.now() + millis / 2
      const told: Told[] = []
      const caller = async () => {
        while (performance.now() < until) told.push(...(await insist(call, planner.batch(), chance)))
      }
      const [cuts] = await Promise.all([disturb(until, chance), ...Array.from({ length: CALLERS }, caller)])
      const { asked, open } = await closings()
      const ids = world.map(account => account.id)
      // By the administrator's connection: those of the hosts may have been cut a moment ago.
      const { wrong, faults, stored } = await administrator.transact({ scope: 'system' }, async tx => ({
        wrong: await replay(tx, ids),
        faults: await verifyLedger(tx),
        stored: await storedTransfers(tx, ids),
      }))
      const created = told.filter(({ status }) => status === 'created')
      console.log(
        `${way}, seed ${seed}: ${told.length} answers, ${created.length} created, ${stored.size} stored, ${cuts} cuts, ${asked} closings`,
      )
      expect({ faults, wrong }, `seed ${seed}`).toEqual({ faults: [], wrong: [] })
      expect(
        created.filter(({ transfer }) => !stored.has(transfer.id)),
        `seed ${seed}: told and not stored`,
      ).toEqual([])
      const twice = created.map(({ transfer }) => transfer.id).filter((id, n, all) => all.indexOf(id) !== n)
      expect(twice, `seed ${seed}: created twice`).toEqual([])
      const vouched = new Set(
        told.filter(({ status }) => /^(created|exists)/.test(status)).map(({ transfer }) => transfer.id),
      )
      const unasked = [...stored.keys()].filter(id => !vouched.has(id))
      const maybe = new Set(told.filter(({ isRetry }) => isRetry).map(({ transfer }) => transfer.id))
      expect(
        unasked.filter(id => !maybe.has(id)),
        `seed ${seed}: stored and never told`,
      ).toEqual([])
      expect(stored.size).toBeGreaterThan(20)
      expect(open, `seed ${seed}: closings left undone`).toBe(0)
      expect(asked).toBeGreaterThan(0)
    },
    60_000 + millis,
  )
})
