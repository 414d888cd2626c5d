import type { Host } from '@tongqu/kernel/host'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customsHost, must, upload } from '../../testing.ts'
import type { FaultyOrder, FixedOrder, OrderDetail, Plan, PlanHead, RefusedList } from '../contract.ts'

const trader = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*', 'kernel.file.*'])
const rival = someone('00000000-0000-7000-8000-00000000000b', ['customs.plan.*', 'kernel.file.*'])
const database = await testDatabase()
let host: Host
beforeAll(async () => {
  host = await customsHost(database.url)
})
afterAll(() => host.stop())

const HEADER =
  'orderNo,shipment,direction,channel,sellerKind,sellerId,buyerName,country,currency,settlement,vatPayer,hsCode,name,qty,unit,price,inCluster,licence,inspection,dangerous,brand'
const row = (orderNo: string, qty: string, more: { shipment?: string; currency?: string } = {}) =>
  `${orderNo},${more.shipment ?? ''},export,market,stall,A-1-101,Example Trading LLC,AE,${more.currency ?? 'USD'},bank,yes,9503002100,毛绒玩具,${qty},007,1.85,yes,no,no,no,no`

const ask = <T>(name: string, input: unknown) => must<T>(host, `customs.plan.${name}`, input, trader)

async function planOf(...rows: string[]) {
  const file = await upload(host, trader, 'book.csv', Buffer.from([HEADER, ...rows].join('\n')))
  const { id } = await ask<Static<typeof PlanHead>>('create', { file, date: '2026-11-23' })
  await host.settle()
  return ask<Static<typeof Plan>>('get', { id })
}
const refusedOf = async (id: string) => (await ask<Static<typeof RefusedList>>('refused', { id })).refused

describe('a refused order', () => {
  it('is shown with its cells and its faults, put right in place, and planned as if the book had been right', async () => {
    const right = await planOf(row('F-1', '10', { shipment: 'C1' }), row('F-2', '20', { shipment: 'C1' }))
    const plan = await planOf(row('F-1', '10', { shipment: 'C1' }), row('F-2', 'many', { shipment: 'C1' }))
    expect(plan).toMatchObject({ planned: 1, refused: 1 })
    const [refusal] = await refusedOf(plan.id)
    expect(refusal).toMatchObject({ orderNo: 'F-2', column: 'qty', isFixable: true })
    const key = { id: plan.id, position: refusal!.position }
    const faulty = await ask<Static<typeof FaultyOrder>>('faulty', key)
    expect(faulty.lines).toMatchObject([{ line: 0, cells: { qty: 'many', hsCode: '9503002100' } }])
    expect(faulty.order).toMatchObject({ orderNo: 'F-2', currency: 'USD' })
    expect(faulty.faults).toMatchObject([{ line: 0, column: 'qty', code: 'input.not_a_number' }])

    const wrong = await ask<Static<typeof FixedOrder>>('fix', {
      ...key,
      cells: [{ line: 0, column: 'qty', value: '-3' }],
    })
    expect(wrong.planned).toBeUndefined()
    expect(wrong.faults).toMatchObject([{ line: 0, column: 'qty' }])
    expect(await ask('get', { id: plan.id })).toMatchObject({ planned: 1, refused: 1 })

    const fixed = await ask<Static<typeof FixedOrder>>('fix', {
      ...key,
      cells: [{ line: 0, column: 'qty', value: '20' }],
    })
    expect(fixed).toMatchObject({ planned: { orderNo: 'F-2' }, faults: [] })
    const whole = await ask<Static<typeof Plan>>('get', { id: plan.id })
    const compared = ({ planned, refused, taxes, refund, netCost, chosen, shipments }: typeof whole) => ({
      planned,
      refused,
      taxes,
      refund,
      netCost,
      chosen,
      shipments,
    })
    expect(compared(whole)).toEqual(compared(right))
    expect(await refusedOf(plan.id)).toEqual([])
    const { fix } = await ask<Static<typeof OrderDetail>>('order', { id: plan.id, orderNo: 'F-2' })
    expect(fix!.changes).toMatchObject([{ column: 'qty', before: 'many', after: '20' }])
    expect(await host.call('customs.plan.fix', { ...key, cells: [] }, trader)).toMatchObject({
      refusal: { code: 'plan.refusal_not_found' },
    })
  })

  it('that contradicts itself in two rows is put right by one value for the order', async () => {
    const plan = await planOf(row('F-3', '1'), row('F-3', '2', { currency: 'EUR' }))
    const [refusal] = await refusedOf(plan.id)
    expect(refusal).toMatchObject({ code: 'order.mixed_currencies' })
    const cells = [{ column: 'currency', value: 'USD' }]
    const fixed = await ask<Static<typeof FixedOrder>>('fix', {
      id: plan.id,
      position: refusal!.position,
      cells,
    })
    expect(fixed.planned).toMatchObject({ orderNo: 'F-3', lines: 2 })
  })

  it('whose number another order has gets one of its own', async () => {
    const plan = await planOf(row('F-4', '1'), row('F-5', '2'), row('F-4', '3'))
    const [refusal] = await refusedOf(plan.id)
    expect(refusal).toMatchObject({ code: 'order.duplicate' })
    const key = { id: plan.id, position: refusal!.position }
    const taken = await ask<Static<typeof FixedOrder>>('fix', { ...key, cells: [] })
    expect(taken.faults).toMatchObject([{ column: 'orderNo', code: 'input.order_twice' }])
    const cells = [{ column: 'orderNo', value: 'F-6' }]
    const fixed = await ask<Static<typeof FixedOrder>>('fix', { ...key, cells })
    expect(fixed.planned).toMatchObject({ orderNo: 'F-6' })
  })

  it('is put right once, by one of two who send at the same moment', async () => {
    const plan = await planOf(row('F-7', ''))
    const [refusal] = await refusedOf(plan.id)
    const input = {
      id: plan.id,
      position: refusal!.position,
      cells: [{ line: 0, column: 'qty', value: '5' }],
    }
    const send = () => host.call('customs.plan.fix', input, trader)
    const outcomes = await Promise.all([send(), send()])
    expect(outcomes.map(each => each.kind).sort()).toEqual(['done', 'refused'])
    expect(await ask('get', { id: plan.id })).toMatchObject({ planned: 1, refused: 0 })
  })

  it('is put right by nobody but its owner', async () => {
    const plan = await planOf(row('F-8', ''))
    const [refusal] = await refusedOf(plan.id)
    const key = { id: plan.id, position: refusal!.position }
    expect(await host.call('customs.plan.faulty', key, rival)).toMatchObject({
      refusal: { code: 'plan.not_found' },
    })
    expect(await host.call('customs.plan.fix', { ...key, cells: [] }, rival)).toMatchObject({
      refusal: { code: 'plan.not_found' },
    })
  })

  it('keeps identity numbers out of what is shown and of the history', async () => {
    const retail = `${HEADER},buyerId`
    const number = '420100199001011234'
    const line = `${row('F-9', 'none')},${number}`
    const file = await upload(host, trader, 'retail.csv', Buffer.from(`${retail}\n${line}`))
    const { id } = await ask<Static<typeof PlanHead>>('create', { file, date: '2026-11-23' })
    await host.settle()
    const [refusal] = await refusedOf(id)
    const key = { id, position: refusal!.position }
    const faulty = await ask<Static<typeof FaultyOrder>>('faulty', key)
    expect(faulty.order.buyerId).toBe('•••')
    expect(JSON.stringify(faulty)).not.toContain(number)
    const cells = [{ line: 0, column: 'qty', value: '2' }]
    const fixed = await ask<Static<typeof FixedOrder>>('fix', { ...key, cells })
    expect(fixed.faults).toEqual([])
    const detail = await ask<Static<typeof OrderDetail>>('order', { id, orderNo: 'F-9' })
    expect(JSON.stringify(detail)).not.toContain(number)
  })

  it('of a sheet without its columns cannot be put right in place', async () => {
    const file = await upload(host, trader, 'book.csv', Buffer.from('orderNo,currency,price\nX,USD,1'))
    const { id } = await ask<Static<typeof PlanHead>>('create', { file })
    await host.settle()
    const [refusal] = await refusedOf(id)
    expect(refusal!.isFixable).toBe(false)
    expect(await host.call('customs.plan.faulty', { id, position: refusal!.position }, trader)).toMatchObject(
      {
        refusal: { code: 'plan.not_fixable' },
      },
    )
  })
})

it('a plan that is stopped before it is made stays stopped, and keeps nothing', async () => {
  const file = await upload(host, trader, 'book.csv', Buffer.from([HEADER, row('S-1', '1')].join('\n')))
  const { id } = await ask<Static<typeof PlanHead>>('create', { file })
  expect(await ask('cancel', { id })).toMatchObject({ state: 'cancelled' })
  await host.settle()
  expect(await ask('get', { id })).toMatchObject({ state: 'cancelled', planned: 0, orders: 0 })
  const done = await planOf(row('S-2', '1'))
  expect(await ask('cancel', { id: done.id })).toMatchObject({ state: 'done' })
})
