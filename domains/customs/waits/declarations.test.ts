import { SimulatedClock } from '@tongqu/kernel/clock'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DeclarationGround, declarationGround, trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'

interface Group {
  readonly kind: string
  readonly items: readonly {
    readonly number?: string
    readonly page: string
    readonly due?: string
    readonly workingDays?: number
    readonly isLate: boolean
    readonly count?: number
  }[]
}

const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
const database = await testDatabase()
let ground: DeclarationGround
beforeAll(async () => {
  ground = await declarationGround(database.url, { clock })
})
afterAll(() => ground.host.stop())

/** What waits for somebody of one kind. */
async function waiting(kind: string, by = trader): Promise<Group['items']> {
  const { waits } = await must<{ waits: Group[] }>(ground.host, 'kernel.desk.today', {}, by)
  return waits.find(group => group.kind === kind)?.items ?? []
}

it('a declaration that was sent back waits for its party, and is not called late', async () => {
  const plan = await ground.submit([{}])
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '100')
  await ground.turn()
  const [declared] = await ground.list(plan)
  const items = await waiting('customs.declaration.refused')
  expect(items).toMatchObject([{ number: declared!.number, isLate: false }])
  expect(await waiting('customs.declaration.refused', someone(trader.party!, []))).toEqual([])
  const stranger = someone('00000000-0000-7000-8000-00000000000e', ['customs.declaration.*'])
  expect(await waiting('customs.declaration.refused', stranger)).toEqual([])
})

it('one that the counter does not answer is late once it is silent for longer than the rule says', async () => {
  await ground.submit([{}])
  await ground.turn()
  expect(await waiting('customs.declaration.silent')).toEqual([])
  clock.set(new Date('2026-11-30T01:00:00Z'))
  expect(await waiting('customs.declaration.silent')).toMatchObject([{ isLate: true }])
})
