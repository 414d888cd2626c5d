import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database, Tx } from '../db/index.ts'
import type { Host } from '../host/index.ts'
import { testHost } from '../testing/host.ts'
import { type BatchWork, ShardPipeline } from './shard-pipeline.ts'

/*
 * A sum that lives in the memory of its shard's writer; `kernel.installation` stands in for its table. A batch is
 * held up in the database by a lock that the test holds, so that the next one is decided meanwhile.
 */
interface Sum {
  value: number
}
const READ = `select value->>0 as value from kernel.installation where name = $1`
const WRITE = `insert into kernel.installation (name, value, changed_at) values ($1, $2, 'epoch')
  on conflict (name) do update set value = excluded.value`
const HOLD_UP = 'select pg_advisory_xact_lock(4711)'

class Adding implements BatchWork<number, Sum, number> {
  readonly decidesAhead = true
  readonly decided: number[][] = []
  readonly name: string
  /** Told once a batch of these items is about to be held up. */
  heldUp = Promise.withResolvers<void>()
  mayFail = (_items: readonly number[]) => false
  holdsUp = (_items: readonly number[]) => false

  constructor(name: string) {
    this.name = name
  }

  async read(tx: Tx, _items: readonly number[], kept: Sum | undefined) {
    if (kept) return kept
    const [row] = await tx.query<{ value: string }>(READ, [this.name])
    return { value: Number(row?.value ?? 0) }
  }

  decide(sum: Sum, items: readonly number[]) {
    this.decided.push([...items])
    const answers = items.map(item => (sum.value += item))
    const { value } = sum
    return { answers, write: (tx: Tx) => this.#write(tx, items, value) }
  }

  async #write(tx: Tx, items: readonly number[], value: number) {
    await tx.execute(WRITE, [this.name, JSON.stringify([value])])
    if (this.holdsUp(items)) {
      this.heldUp.resolve()
      await tx.query(HOLD_UP)
    }
    if (this.mayFail(items)) throw new Error('a bug')
  }
}

const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [] })
})
afterAll(() => host.stop())

function adding(name: string) {
  const work = new Adding(name)
  return { work, pipeline: new ShardPipeline(host, name, work) }
}

/** Runs `what` while the lock that batches wait for is held. */
async function whileHeldUp(what: (blocker: Awaited<ReturnType<Database['dedicated']>>) => Promise<void>) {
  const blocker = await host.database.dedicated()
  try {
    await blocker.query('select pg_advisory_lock(4711)')
    await what(blocker)
  } finally {
    await blocker.query('select pg_advisory_unlock_all()')
    blocker.release()
  }
}

async function stored(name: string): Promise<number> {
  const rows = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ value: string }>(READ, [name]),
  )
  return Number(rows[0]?.value ?? 0)
}

it('decides a batch upon the one before while that one is being written, and answers neither early', async () => {
  const { work, pipeline } = adding('ahead')
  work.holdsUp = items => items.includes(1)
  const answered: number[] = []
  const ask = (item: number) => pipeline.add(item).then(answer => answered.push(answer))
  let all: Promise<unknown> = Promise.resolve()
  await whileHeldUp(async () => {
    const first = ask(1)
    await work.heldUp.promise
    all = Promise.all([first, ask(10), ask(100)])
    await expect.poll(() => work.decided).toEqual([[1], [10, 100]])
    expect(answered).toEqual([])
  })
  await all
  expect(answered).toEqual([1, 11, 111])
  expect(await stored('ahead')).toBe(111)
})

it('decides anew what was decided upon a batch that failed', async () => {
  const { work, pipeline } = adding('failing')
  work.holdsUp = items => items.length === 1 && items[0] === 1
  work.mayFail = items => items.includes(1)
  let failing: Promise<unknown> = Promise.resolve()
  let others: Promise<number[]> = Promise.resolve([])
  await whileHeldUp(async () => {
    failing = pipeline.add(1).catch((error: Error) => error.message)
    await work.heldUp.promise
    others = Promise.all([pipeline.add(10), pipeline.add(100)])
    await expect.poll(() => work.decided.length).toBe(2)
  })
  expect(await failing).toBe('a bug')
  expect(await others).toEqual([10, 110])
  expect(await stored('failing')).toBe(110)
})

it('writes nothing upon a batch whose connection was cut', async () => {
  const { work, pipeline } = adding('cut')
  work.holdsUp = items => items.includes(1)
  let cut: Promise<unknown> = Promise.resolve()
  let others: Promise<number[]> = Promise.resolve([])
  await whileHeldUp(async blocker => {
    cut = pipeline.add(1).catch(() => 'cut')
    await work.heldUp.promise
    others = Promise.all([pipeline.add(10), pipeline.add(100)])
    await expect.poll(() => work.decided.length).toBe(2)
    await blocker.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted`,
    )
    expect(await cut).toBe('cut')
  })
  expect(await others).toEqual([10, 110])
  expect(await stored('cut')).toBe(110)
})

it('writes nothing after another took the shard, and goes on from what that one left', async () => {
  const { work, pipeline } = adding('taken')
  await pipeline.add(1000)
  work.holdsUp = items => items.includes(1)
  let all: Promise<number[]> = Promise.resolve([])
  let taking: Promise<unknown> = Promise.resolve()
  await whileHeldUp(async () => {
    const first = pipeline.add(1)
    await work.heldUp.promise
    taking = host.database.transact({ scope: 'system' }, async tx => {
      await tx.execute(`update kernel.writer set epoch = epoch + 1 where shard = 'taken'`)
      const [row] = await tx.query<{ value: string }>(READ, ['taken'])
      await tx.execute(WRITE, ['taken', JSON.stringify([Number(row!.value) + 5000])])
    })
    const waits = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%kernel.writer%'`
    await expect.poll(async () => (await host.database.pool.query(waits)).rows[0].n).toBe(1)
    all = Promise.all([first, pipeline.add(10)])
    await expect.poll(() => work.decided.length).toBe(3)
  })
  await taking
  // Whether the taker came before the second batch or after it, nobody's part is lost.
  expect((await all)[0]).toBe(1001)
  expect([1011, 6011]).toContain((await all)[1])
  expect(await pipeline.add(100)).toBe(6111)
  expect(await stored('taken')).toBe(6111)
})
