import { join } from 'node:path'
import { type DeclarationGround, declarationGround, trader } from '@tongqu/customs/declaration/testing/ground'
import { exportOrderOf, exportProfile } from '@tongqu/customs/summary/example'
import { SimulatedClock } from '@tongqu/kernel/clock'
import { answerOf } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { testFolder } from '@tongqu/tools/test/folder'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ranHere } from '../testing.ts'
import { simulateCustomsVerb } from './customs.ts'

const data = await testFolder()
const database = await testDatabase()
const clock = new SimulatedClock(new Date('2026-10-20T02:00:00Z'), 0)
let ground: DeclarationGround
beforeAll(async () => {
  ground = await declarationGround(database.url, { clock })
  await call('customs.declarant.set', exportProfile)
})
afterAll(() => ground.host.stop())

const call = <T>(name: string, input: unknown) => answerOf<T>(ground.host.call(name, input, trader))

/** The simulated counter answers what lies there, and the product takes it in; so long as anything moves. */
async function answered(at: Date): Promise<void> {
  clock.set(at)
  for (let round = 0; round < 4; round++) {
    const args = ['--folder', ground.counter.dir, '--scenario', 'calm', '--signature', 'present', '--once']
    const { status, err } = await ranHere(
      simulateCustomsVerb,
      data,
      [...args, '--clock', at.toISOString()],
      join(data),
    )
    expect([status, err]).toEqual([0, expect.any(String)])
    await ground.turn()
  }
}

interface Summary {
  readonly state: string
  readonly sumNo: string
  readonly made: number
  readonly listsDeclared: number
  readonly results: readonly { readonly entryId: string; readonly lists: number }[]
}

it('lists of a month go out, are summed up by the simulated counter and come back as declarations', async () => {
  const countries = ['US', 'US', 'JP']
  const plan = await ground.submit(
    countries.map((country, n) => exportOrderOf(n + 1, { orderNo: `E-${n + 1}`, country })),
  )
  await answered(new Date('2026-10-20T02:05:00Z'))
  const lists = await ground.list(plan)
  expect(lists.map(each => each.state)).toEqual(['released', 'released', 'released'])

  clock.set(new Date('2026-11-02T02:00:00Z'))
  const { summaries } = await call<{ summaries: { id: string; declarations: number }[] }>(
    'customs.summary.make',
    { month: '2026-10' },
  )
  await ground.turn()
  await answered(new Date('2026-11-02T02:05:00Z'))
  const read = await call<Summary>('customs.summary.read', { id: summaries[0]!.id })
  expect(read).toMatchObject({ state: 'approved', made: summaries[0]!.declarations, listsDeclared: 3 })
  expect(read.sumNo).toMatch(/^S20261102\d{9}$/)
  expect(read.results.map(each => each.lists).sort()).toEqual([1, 2])

  // Every line of every list stands under the number of a customs declaration of that office.
  for (const { id } of lists) {
    const { lines } = await call<{ lines: { entryId: string }[] }>('customs.summary.of', { list: id })
    expect(lines.map(each => each.entryId)).toEqual([expect.stringMatching(/^470120260\d{9}$/)])
  }
}, 120_000)
