import type { Host } from '@tongqu/kernel/host'
import { someone, testHost } from '@tongqu/kernel/testing'
import { ledgerModule } from '@tongqu/ledger'
import { registerModule } from '@tongqu/register'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customsModule } from '../index.ts'
import { example, must, ownPacks, upload } from '../testing.ts'
import type { OrderDetail, OrderList, Plan, PlanHead, RefusedList, WhatIfResult } from './contract.ts'

const trader = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*', 'kernel.file.*'])
const rival = someone('00000000-0000-7000-8000-00000000000b', ['customs.plan.*', 'kernel.file.*'])
const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await testHost({
    url: database.url,
    packs: await ownPacks(),
    modules: services => [registerModule, ledgerModule(services), customsModule(services)],
  })
  await must(host, 'customs.table.install', {})
})
afterAll(() => host.stop())

async function planOf(name: string, date = '2026-11-23'): Promise<Static<typeof Plan>> {
  const file = await upload(host, trader, name, await example(name))
  const { id } = await must<Static<typeof PlanHead>>(
    host,
    'customs.plan.create',
    { file, date, name },
    trader,
  )
  await host.settle()
  return must(host, 'customs.plan.get', { id }, trader)
}

describe('a mixed container of thirty stalls', async () => {
  let plan: Static<typeof Plan>
  beforeAll(async () => {
    plan = await planOf('mixed-container.xlsx')
  })

  it('is planned whole, and says first that the tariff is of an older year', () => {
    expect(plan).toMatchObject({ state: 'done', refused: 0 })
    expect(plan.planned).toBe(11)
    expect(plan.warnings[0]).toMatchObject({ code: 'tariff.edition_is_older' })
  })

  it('needs two declarations under market procurement, each within the limit, and names the lines that leave', () => {
    const market = plan.shipments.find(each => each.mode === '1039')
    expect(market?.declarations.length).toBe(2)
    for (const declaration of market!.declarations)
      expect(Number(declaration.usd)).toBeLessThanOrEqual(150_000)
    expect(market!.leave.length).toBeGreaterThan(0)
    expect(market!.leave.every(line => line.text.length > 0)).toBe(true)
  })

  it('shows each mode of an order with the rules it rests on, in the reader’s language', async () => {
    const { orders } = await must<Static<typeof OrderList>>(
      host,
      'customs.plan.orders',
      { id: plan.id },
      trader,
    )
    const key = { id: plan.id, orderNo: orders[0]!.orderNo }
    const english = await must<Static<typeof OrderDetail>>(host, 'customs.plan.order', key, trader)
    const chinese = await must<Static<typeof OrderDetail>>(host, 'customs.plan.order', key, {
      ...trader,
      language: 'zh',
    })
    expect(english.rules.length).toBeGreaterThan(0)
    expect(english.rules.every(rule => rule.source.length > 0)).toBe(true)
    expect(JSON.stringify(english.plan)).not.toBe(JSON.stringify(chinese.plan))
  })

  it('lets the trader choose another allowed mode with a reason, and only such a one', async () => {
    const { orders } = await must<Static<typeof OrderList>>(
      host,
      'customs.plan.orders',
      { id: plan.id, mode: '1039' },
      trader,
    )
    const key = { id: plan.id, orderNo: orders[0]!.orderNo }
    const refused = await host.call(
      'customs.plan.override',
      { ...key, mode: '9610', reason: 'because' },
      trader,
    )
    expect(refused).toMatchObject({ refusal: { code: 'plan.mode_not_allowed' } })
    await must(host, 'customs.plan.override', { ...key, mode: '0110', reason: 'the buyer wants it' }, trader)
    const detail = await must<Static<typeof OrderDetail>>(host, 'customs.plan.order', key, trader)
    expect(detail.head).toMatchObject({ chosen: '0110', overridden: true })
    expect(detail.override).toMatchObject({ mode: '0110', reason: 'the buyer wants it' })
    const after = await must<Static<typeof Plan>>(host, 'customs.plan.get', { id: plan.id }, trader)
    expect(Number(after.netCost)).toBeGreaterThan(Number(plan.netCost))
  })

  it('is nobody else’s to see, name or change', async () => {
    for (const call of [
      'customs.plan.get',
      'customs.plan.orders',
      'customs.plan.refused',
      'customs.plan.result',
    ])
      expect(await host.call(call, { id: plan.id }, rival)).toMatchObject({
        refusal: { code: 'plan.not_found' },
      })
    expect(await must(host, 'customs.plan.list', {}, rival)).toEqual({ plans: [] })
  })

  it('answers what another date would do without saving anything', async () => {
    const { orders } = await must<Static<typeof OrderList>>(
      host,
      'customs.plan.orders',
      { id: plan.id },
      trader,
    )
    const ask = { id: plan.id, orderNo: orders[0]!.orderNo, date: '2018-06-01', fx: { USD: '6.40' } }
    const result = await must<Static<typeof WhatIfResult>>(host, 'customs.plan.whatIf', ask, trader)
    expect(result.differences.some(each => each.kind === 'parameter')).toBe(true)
    expect(result.before).not.toEqual(result.after)
  })

  it('comes out as a workbook', async () => {
    const file = await must<{ name: string; content: AsyncIterable<Uint8Array> }>(
      host,
      'customs.plan.result',
      { id: plan.id },
      trader,
    )
    const bytes: Uint8Array[] = []
    for await (const chunk of file.content) bytes.push(chunk)
    expect(Buffer.concat(bytes).subarray(0, 2).toString()).toBe('PK')
    expect(file.name).toBe(`${plan.number}.xlsx`)
  })
})

it('plans the good orders of a book with mistakes and names the place of each mistake', async () => {
  const plan = await planOf('with-mistakes.xlsx')
  expect(plan.planned).toBeGreaterThan(0)
  expect(plan.refused).toBeGreaterThan(0)
  const { refused } = await must<Static<typeof RefusedList>>(
    host,
    'customs.plan.refused',
    { id: plan.id },
    trader,
  )
  expect(refused.every(each => each.sheet && each.row && each.orderNo && each.text.en)).toBe(true)
})

it.each(['retail-importer-day.xlsx', 'overseas-warehouse.xlsx'])('plans %s', async name => {
  const plan = await planOf(name)
  expect(plan).toMatchObject({ state: 'done', refused: 0 })
  expect(plan.chosen.length).toBeGreaterThan(1)
})

it('keeps identity numbers of a book in their own sealed table only', async () => {
  const plan = await planOf('retail-importer-day.xlsx')
  const tables = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ text: string }>(
      `select (select string_agg(input::text || places::text || decision::text, '') from customs.plan_order) ||
         (select string_agg(data::text, '') from kernel.event) as text`,
    ),
  )
  expect(tables[0]!.text).not.toMatch(/420100\d{12}|42010019\d{9}[\dX]/)
  expect(plan.planned).toBeGreaterThan(0)
})

it('says that a file which is no order book is refused, and why', async () => {
  const file = await upload(host, trader, 'picture.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex'))
  const { id } = await must<Static<typeof PlanHead>>(host, 'customs.plan.create', { file }, trader)
  await host.settle()
  const plan = await must<Static<typeof Plan>>(host, 'customs.plan.get', { id }, trader)
  expect(plan).toMatchObject({ state: 'done', planned: 0 })
  const { refused } = await must<Static<typeof RefusedList>>(host, 'customs.plan.refused', { id }, trader)
  expect(refused[0]!.code).toBe('sheet.not_a_workbook')
})
