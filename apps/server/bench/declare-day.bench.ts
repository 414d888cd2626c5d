import { setTimeout as pause } from 'node:timers/promises'
import { exampleBookOf, exampleProfile } from '@tongqu/customs/declaration/example'
import { type Bench, benchResult } from '@tongqu/tools/bench'
import { Caller } from '../testing/caller.ts'
import { judgeDay, messageCount, releasedCount, releaseTimes, unreadCount } from './testing/day-checks.ts'
import { type DeclaringHouse, openHouse } from './testing/declared-day.ts'

const ORDERS = Number(process.env.DAY_ORDERS ?? 100_000)
/** Orders of one book: traders hand in several a day. */
const BOOK = Math.min(ORDERS, Number(process.env.DAY_BOOK ?? 10_000))
/** How much faster than the scenario says the counter answers. */
const FASTER = Number(process.env.DAY_FASTER ?? 60)
/** 100,000 in twenty minutes. */
const GOAL = 100_000 / 1200

/**
 * A day of retail imports: planned from books, submitted, declared (order, payment, waybill and list) and released
 * against the simulated counter, a process of its own on the drop folder; everything durable. The value is orders a
 * second from the first submission to the last release. `DAY_ORDERS=3000` makes it short.
 */
export const bench: Bench = {
  name: 'declare.day',
  async run() {
    const house = await openHouse(FASTER)
    try {
      const day = new Day(house)
      await day.signIn()
      const plans = await day.phase('planned', () => day.plan())
      const begun = performance.now()
      await day.phase('submitted', () => day.submit(plans))
      await day.phase('released', () => day.released())
      const seconds = (performance.now() - begun) / 1000
      const { p50, p99 } = await releaseTimes(house.database, day.submittedAt)
      console.error(
        `${ORDERS} orders in ${seconds.toFixed(1)} s; submit to release p50 ${p50.toFixed(1)} s, p99 ${p99.toFixed(1)} s`,
      )
      await day.phase('settled', () => day.settled())
      await judgeDay(house, ORDERS)
      return benchResult('declare.day', 'orders/s', { name: 'the goal', value: GOAL }, [ORDERS / seconds])
    } finally {
      await house.close()
    }
  },
}

class Day {
  readonly #house: DeclaringHouse
  readonly #caller: Caller
  /** When each plan was submitted. */
  readonly submittedAt = new Map<string, Date>()

  constructor(house: DeclaringHouse) {
    this.#house = house
    this.#caller = new Caller(house.address)
  }

  async signIn(): Promise<void> {
    await this.#caller.signIn('trader', this.#house.password)
    await this.#caller.must('customs.declarant.set', exampleProfile)
  }

  /** Does a part of the day, and tells its time and the CPU that each process spent. */
  async phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const [begun, before] = [performance.now(), this.#house.cpu()]
    const done = await work()
    const after = this.#house.cpu()
    const spent = (['server', 'postgres', 'counter'] as const)
      .map(each => `${each} ${(((after[each] - before[each]) * 1e6) / ORDERS).toFixed(0)}`)
      .join(', ')
    const seconds = (performance.now() - begun) / 1000
    console.error(`${name} in ${seconds.toFixed(1)} s; µs of CPU an order: ${spent}`)
    return done
  }

  async plan(): Promise<string[]> {
    const plans: string[] = []
    for (let from = 0; from < ORDERS; from += BOOK) {
      const book = {
        orders: Array.from({ length: Math.min(BOOK, ORDERS - from) }, (_, n) => order(from + n)),
      }
      const file = await this.#caller.upload('book.json', Buffer.from(JSON.stringify(book)))
      const { id } = await this.#caller.must<{ id: string }>('customs.plan.create', { file, date: DATE })
      plans.push(id)
      for (;;) {
        const { state } = await this.#caller.must<{ state: string }>('customs.plan.get', { id })
        if (state === 'done') break
        if (state === 'failed') throw new Error(`the plan of the orders from ${from} on failed`)
        await pause(200)
      }
    }
    return plans
  }

  async submit(plans: readonly string[]): Promise<void> {
    for (const plan of plans) {
      this.submittedAt.set(plan, new Date())
      await this.#caller.must('customs.declaration.submit', { plan })
    }
  }

  async released(): Promise<void> {
    const { database } = this.#house
    let before = { count: 0, at: performance.now() }
    for (;;) {
      await pause(1000)
      const released = await releasedCount(database)
      if (released >= ORDERS) return
      const [count, at] = [await messageCount(database), performance.now()]
      if (count > before.count) before = { count, at }
      else if (at - before.at > STANDS_STILL)
        throw new Error(`nothing moves: ${released} of ${ORDERS} released`)
    }
  }

  /** Tax bills come after the release: the day is over once nothing more lies or comes. */
  async settled(): Promise<void> {
    for (let quietSince = performance.now(); performance.now() - quietSince < QUIET; ) {
      await pause(500)
      const left = (await this.#house.lying()) + (await unreadCount(this.#house.database))
      if (left > 0) quietSince = performance.now()
    }
  }
}

const STANDS_STILL = 180_000
/** Longer than a message can be between the counter and the folder. */
const QUIET = 5000
const DATE = '2026-11-23'

const order = (n: number) =>
  (JSON.parse(exampleBookOf(n, { orderNo: `D-${n}` })) as { orders: unknown[] }).orders[0]
