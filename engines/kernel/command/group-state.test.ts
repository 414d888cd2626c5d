import { testDatabase } from '@tongqu/tools/test/database'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, someone, testHost } from '../testing/host.ts'
import { type GroupRun, groupCommand } from './index.ts'

/*
 * A counter that lives in the memory of its shard's writer, and how often it was read anew. `kernel.installation`
 * stands in for the counter's table.
 */
interface Counter {
  value: number
}
const READ = `select value->>0 as value from kernel.installation where name = 'counter'`
const WRITE = `insert into kernel.installation (name, value, changed_at) values ('counter', $1, 'epoch')
  on conflict (name) do update set value = excluded.value`
let reads = 0

const counting: Pick<GroupRun<never, number, Counter>, 'writer' | 'load' | 'write'> = {
  writer: 'fixture.counter',
  async load(tx, _calls, kept) {
    if (kept) return kept
    reads++
    const [row] = await tx.query<{ value: string }>(READ)
    return { value: Number(row?.value ?? 0) }
  },
  async write(tx, _rows, counter) {
    await tx.execute(WRITE, [JSON.stringify([counter.value])])
  },
}

function counterCommand(name: string, step: (counter: Counter) => number) {
  return groupCommand({
    name,
    summary: { zh: '测试用', en: 'for tests' },
    permission: 'fixture.count',
    input: Type.Object({}),
    output: Type.Number(),
    example: { input: {} },
    shard: () => 'one',
    group: {
      ...counting,
      decide(state) {
        const counter = state as Counter
        if (Number.isNaN(step(counter))) throw new Error('a bug')
        return { rows: [], output: counter.value }
      },
    } as GroupRun<unknown, number>,
  })
}

const calls = [
  counterCommand('fixture.count.up', counter => ++counter.value),
  counterCommand('fixture.count.double', counter => (counter.value *= 2)),
  counterCommand('fixture.count.break', counter => {
    counter.value = -5
    return Number.NaN
  }),
]
const someoneCounting = someone('00000000-0000-7000-8000-00000000000a', ['fixture.count'])
const database = await testDatabase()
let host: Host

beforeAll(async () => {
  const fixture = { name: 'fixture', calls }
  host = await testHost({ url: database.url, modules: () => [fixture] })
})
afterAll(() => host.stop())

const count = (way: string) => answerOf<number>(host.call(`fixture.count.${way}`, {}, someoneCounting))

it('reads a state once and keeps it between batches, over every command that shares the writer', async () => {
  expect(await count('up')).toBe(1)
  expect(await count('up')).toBe(2)
  expect(await count('double')).toBe(4)
  expect(await count('up')).toBe(5)
  expect(reads).toBe(1)
})

it('drops the state after an error: what a failed decision left in it is never seen', async () => {
  expect(await codeOf(host.call('fixture.count.break', {}, someoneCounting))).toBe('call.failed')
  expect(await count('up')).toBe(6)
})

it('drops the state when the batch around an error is tried again one by one', async () => {
  const answers = await Promise.all([
    count('up'),
    codeOf(host.call('fixture.count.break', {}, someoneCounting)),
    count('up'),
  ])
  expect(answers).toEqual([7, 'call.failed', 8])
})

it('drops the state when another took the shard meanwhile, and reads what that one wrote', async () => {
  await host.database.transact({ scope: 'system' }, async tx => {
    await tx.execute(`update kernel.writer set epoch = epoch + 1 where shard = 'fixture.counter/one'`)
    await tx.execute(WRITE, ['[100]'])
  })
  const answers = await Promise.all([count('up'), count('up')])
  expect(answers).toEqual([101, 102])
})
