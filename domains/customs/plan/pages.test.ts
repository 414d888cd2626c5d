import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customsHost, must, upload } from '../testing.ts'
import type { ListOrders, OrderList, Plan, PlanHead, PlanList, RefusedList } from './contract.ts'
import { csvOfOrders } from './testing.ts'

const permissions = ['customs.plan.*', 'kernel.file.*']
const trader = someone('00000000-0000-7000-8000-00000000000a', permissions)
const another = someone('00000000-0000-7000-8000-00000000000b', permissions)
const database = await testDatabase()
// It stands still, so that every plan is made at the same instant.
const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
let host: Host

beforeAll(async () => {
  host = await customsHost(database.url, { clock })
})
afterAll(() => host.stop())

type Head = Static<typeof PlanHead>
const create = async (actor: typeof trader, name: string, content: string) =>
  must<Head>(
    host,
    'customs.plan.create',
    { file: await upload(host, actor, name, Buffer.from(content)) },
    actor,
  )

describe('plans that are asked for at the same instant', () => {
  const asked: Head[] = []
  beforeAll(async () => {
    const files = Array.from({ length: 12 }, (_, n) => `book 100%_${n}.csv`)
    const made = files.map((name, n) => create(n % 2 ? trader : another, name, csvOfOrders(1, n)))
    asked.push(...(await Promise.all(made)))
  })

  it('have numbers of their own, without a gap', () => {
    const numbers = asked.map(plan => plan.number).sort()
    expect(numbers).toEqual(numbers.map((_, n) => `P-20261123-${String(n + 1).padStart(4, '0')}`))
  })

  it('are listed page by page, each once, to their own party only', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await must<Static<typeof PlanList>>(
        host,
        'customs.plan.list',
        { limit: 2, ...(after && { after }) },
        trader,
      )
      seen.push(...page.plans.map(plan => plan.number))
      after = page.next
    } while (after)
    const own = asked.filter((_, n) => n % 2).map(plan => plan.number)
    expect(seen).toHaveLength(own.length)
    expect(new Set(seen)).toEqual(new Set(own))
  })

  it('are found by number and by name, as typed', async () => {
    const found = async (search: string) =>
      (await must<Static<typeof PlanList>>(host, 'customs.plan.list', { search }, trader)).plans.map(
        plan => plan.name,
      )
    expect(await found(asked[1]!.number)).toEqual(['book 100%_1.csv'])
    expect(await found('100%_3')).toEqual(['book 100%_3.csv'])
    expect(await found('1_0')).toEqual([])
    expect(await found('%')).toHaveLength(6)
  })

  it('the newest comes first, also after the ten-thousandth of a day', async () => {
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(`update customs.plan_number set last = 9998 where day = '2026-11-23'`),
    )
    for (const n of [1, 2, 3]) {
      clock.set(new Date(`2026-11-23T03:0${n}:00Z`))
      await create(trader, `late ${n}.csv`, csvOfOrders(1, 100 + n))
    }
    const { plans } = await must<Static<typeof PlanList>>(host, 'customs.plan.list', { limit: 3 }, trader)
    expect(plans.map(plan => plan.number)).toEqual([
      'P-20261123-10001',
      'P-20261123-10000',
      'P-20261123-9999',
    ])
  })
})

describe('the orders of a plan of 10,000', () => {
  const ORDERS = 10_000
  let plan: Static<typeof Plan>
  beforeAll(async () => {
    const { id } = await create(trader, 'large.csv', csvOfOrders(ORDERS))
    await host.settle()
    plan = await must(host, 'customs.plan.get', { id }, trader)
  }, 120_000)

  const page = (ask: Partial<Static<typeof ListOrders>>) =>
    must<Static<typeof OrderList>>(host, 'customs.plan.orders', { id: plan.id, ...ask }, trader)

  it('are all there, in the order of the book, page by page', async () => {
    expect(plan).toMatchObject({ state: 'done', planned: ORDERS - 1, refused: 1, read: ORDERS })
    const seen: string[] = []
    let after: string | undefined
    do {
      const { orders, total, next } = await page({ limit: 500, ...(after && { after }) })
      expect(total).toBe(ORDERS - 1)
      seen.push(...orders.map(order => order.orderNo))
      after = next
    } while (after)
    const book = Array.from({ length: ORDERS }, (_, n) => `L-${n}`).filter(orderNo => orderNo !== 'L-13')
    expect(seen).toEqual(book)
  })

  it('are found by number, by chosen mode, by none and by container', async () => {
    expect((await page({ search: 'L-999' })).total).toBe(11)
    expect((await page({ search: '_-99' })).total).toBe(0)
    const none = await page({ mode: 'none', limit: 500 })
    expect(none.orders.length).toBe(none.total)
    expect(none.orders.every(order => order.chosen === undefined)).toBe(true)
    const counts = Object.fromEntries(plan.chosen.map(each => [each.mode, each.orders]))
    expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(ORDERS - 1)
    for (const [mode, orders] of Object.entries(counts)) expect((await page({ mode })).total).toBe(orders)
    expect(Object.keys(counts)).toContain('none')
    const container = await page({ shipment: 'C-1' })
    expect(container.orders.map(order => order.orderNo)).toEqual(['L-20', 'L-21', 'L-22', 'L-23', 'L-24'])
    expect((await page({ shipment: 'C-1', mode: 'none' })).total).toBe(0)
  })

  it('what was refused is listed with its row', async () => {
    const refused = await must<Static<typeof RefusedList>>(
      host,
      'customs.plan.refused',
      { id: plan.id },
      trader,
    )
    expect(refused).toMatchObject({ total: 1, refused: [{ orderNo: 'L-13', row: 15, column: 'qty' }] })
  })
})
