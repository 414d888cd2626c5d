import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Hand, keeper, otherKeeper, otherOwner, owner, stockHost } from '../testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host
let hand: Hand
let from: string
let to: string
let article: string
let line: string

beforeAll(async () => {
  host = await stockHost(database.url, { clock })
  hand = new Hand(host)
  from = await hand.warehouse()
  to = await hand.warehouse({ kind: 'abroad', country: 'DE' }, otherKeeper)
})
afterAll(() => host.stop())
beforeEach(async () => {
  article = await hand.article()
  line = await hand.goods(from, article, '100')
})

interface Transfer {
  readonly id: string
  readonly state: string
  readonly lines: readonly Record<string, string>[]
}

const order = (quantity: string, more: object = {}) =>
  hand.do<Transfer>('market.transfer.order', { from, to, lines: [{ article, quantity }], ...more }, owner)
const dispatch = (transfer: Transfer, more: object = {}) =>
  hand.do<Transfer>('market.transfer.dispatch', { transfer: transfer.id, ...more }, keeper)
const arrive = (transfer: Transfer, entries: readonly object[]) =>
  hand.do<Transfer>('market.transfer.arrive', { transfer: transfer.id, entries }, otherKeeper)
const arriveCode = (transfer: Transfer, ...entries: readonly object[]) =>
  hand.code('market.transfer.arrive', { transfer: transfer.id, entries }, otherKeeper)
const sent = async (quantity: string) => dispatch(await order(quantity))
const lost = (quantity: string, kind = 'lost') => ({ quantity, kind, reason: 'the case was open' })

it('holds goods from the order on, and lets them go with the truck', async () => {
  const transfer = await order('40')
  expect(await hand.left(line)).toBe(60n)
  expect(await hand.code('market.hold.place', { article, quantity: '61' }, owner)).toBe('stock.not_enough')
  expect((await dispatch(transfer)).lines[0]).toMatchObject({ ordered: '40', sent: '40', inTransit: '40' })
  expect(await hand.left(line)).toBe(60n)
})

it('takes in over several goes, with what was lost, and closes when nothing is on the way', async () => {
  const transfer = await sent('40')
  const first = await arrive(transfer, [{ line: 1, quantity: '25' }])
  expect(first).toMatchObject({ state: 'dispatched', lines: [{ arrived: '25', inTransit: '15' }] })
  const second = await arrive(transfer, [{ line: 1, quantity: '10', loss: lost('2', 'damaged') }])
  expect(second.lines[0]).toMatchObject({ arrived: '35', lost: '2', inTransit: '3' })
  const last = await arrive(transfer, [{ line: 1, loss: lost('3') }])
  expect(last).toMatchObject({ state: 'closed', lines: [{ lost: '5', inTransit: '0' }] })
  expect(await arriveCode(transfer, { line: 1, quantity: '1' })).toBe('transfer.not_dispatched')
})

it('takes in no more than is on the way, met exactly', async () => {
  const transfer = await sent('10')
  expect(await arriveCode(transfer, { line: 1, quantity: '11' })).toBe('transfer.more_than_in_transit')
  expect(await arriveCode(transfer, { line: 1, quantity: '6' }, { line: 1, quantity: '5' })).toBe(
    'transfer.more_than_in_transit',
  )
  expect(await arriveCode(transfer, { line: 1, quantity: '6' }, { line: 1, quantity: '4' })).toBe('done')
})

it('lets less leave than was ordered and gives the rest back', async () => {
  const transfer = await order('40')
  const lines = (quantity: string) => ({ lines: [{ line: 1, quantity }] })
  const code = (quantity: string) =>
    hand.code('market.transfer.dispatch', { transfer: transfer.id, ...lines(quantity) }, keeper)
  expect([await code('41'), await code('0'), await code('-1')]).toEqual([
    'transfer.more_than_ordered',
    'transfer.nothing_sent',
    'quantity.negative',
  ])
  expect((await dispatch(transfer, lines('30'))).lines[0]).toMatchObject({ sent: '30', inTransit: '30' })
  expect(await hand.left(line)).toBe(70n)
})

it('writes off what never arrives, with a reason', async () => {
  const transfer = await sent('10')
  await arrive(transfer, [{ line: 1, quantity: '4' }])
  const close = { transfer: transfer.id, outcome: 'lost', reason: 'the ship sank' }
  expect(await hand.code('market.transfer.close', close, keeper)).toBe('stock.not_keeper')
  expect(await hand.do<Transfer>('market.transfer.close', close, owner)).toMatchObject({
    state: 'closed',
    lines: [{ arrived: '4', lost: '6', inTransit: '0' }],
  })
})

it('puts what was turned back where it lay', async () => {
  const transfer = await sent('10')
  const close = { transfer: transfer.id, outcome: 'turned_back', reason: 'the border was shut' }
  expect(await hand.code('market.transfer.close', close, otherKeeper)).toBe('stock.not_keeper')
  expect(await hand.do<Transfer>('market.transfer.close', close, keeper)).toMatchObject({
    state: 'closed',
    lines: [{ turnedBack: '10', inTransit: '0' }],
  })
  expect(await hand.left(line)).toBe(100n)
})

it('is cancelled until the goods leave', async () => {
  const transfer = await order('40')
  const cancel = () => hand.code('market.transfer.cancel', { transfer: transfer.id }, owner)
  expect(await cancel()).toBe('done')
  expect(await hand.left(line)).toBe(100n)
  expect(await hand.code('market.transfer.dispatch', { transfer: transfer.id }, keeper)).toBe(
    'transfer.not_ordered',
  )
  const gone = await sent('40')
  expect(await hand.code('market.transfer.cancel', { transfer: gone.id }, owner)).toBe('transfer.not_ordered')
})

it('splits over lots, what expires first, and keeps each lot’s number', async () => {
  const food = await hand.article({ tracking: 'lot' })
  await hand.goods(from, food, '5', { lot: { number: 'LATE', expiresOn: '2027-06-01' } })
  await hand.goods(from, food, '5', { lot: { number: 'SOON', expiresOn: '2026-12-01' } })
  const lines = [
    { article: food, quantity: '3' },
    { article: food, quantity: '4' },
  ]
  const transfer = await dispatch(await order('1', { lines }))
  expect(transfer.lines.map(({ lot, ordered }) => [lot, ordered])).toEqual([
    ['SOON', '3'],
    ['SOON', '2'],
    ['LATE', '2'],
  ])
  await arrive(
    transfer,
    transfer.lines.map(({ line, inTransit }) => ({ line, quantity: inTransit })),
  )
  const hold = await hand.do<{ parts: { lot: string; quantity: string }[] }>(
    'market.hold.place',
    { article: food, quantity: '6', warehouse: to },
    owner,
  )
  expect(hold.parts.map(({ lot, quantity }) => [lot, quantity])).toEqual([
    ['SOON', '5'],
    ['LATE', '1'],
  ])
})

it('refuses what it does not know and what is not the caller’s', async () => {
  const ask = (more: object, actor = owner) =>
    hand.code('market.transfer.order', { from, to, lines: [{ article, quantity: '1' }], ...more }, actor)
  expect(await ask({ to: from })).toBe('transfer.same_warehouse')
  expect(await ask({}, otherOwner)).toBe('warehouse.not_found')
  const transfer = await sent('1')
  expect(await arriveCode(transfer, { line: 2, quantity: '1' })).toBe('transfer.no_such_line')
  expect(await arriveCode(transfer, { line: 1 })).toBe('transfer.nothing_said')
  expect(await arriveCode(transfer, { line: 1, quantity: '0' })).toBe('quantity.not_positive')
  expect(await hand.code('market.transfer.get', { transfer: transfer.id }, otherOwner)).toBe(
    'transfer.not_found',
  )
})

it('shows both keepers the same figures', async () => {
  const transfer = await sent('40')
  await arrive(transfer, [{ line: 1, quantity: '25', loss: lost('5') }])
  const seen = (actor: typeof owner) =>
    hand.do<Transfer>('market.transfer.get', { transfer: transfer.id }, actor)
  const [mine, theirs, others] = [await seen(owner), await seen(keeper), await seen(otherKeeper)]
  expect(mine.lines[0]).toMatchObject({ sent: '40', arrived: '25', lost: '5', inTransit: '10' })
  expect([theirs, others]).toEqual([mine, mine])
})

it('lists what is overdue on the way', async () => {
  const late = await dispatch(await order('1'), { dueOn: '2026-11-22' })
  const due = await dispatch(await order('1'), { dueOn: '2026-11-23' })
  const { transfers } = await hand.do<{ transfers: { id: string }[] }>(
    'market.transfer.list',
    { overdue: true },
    otherKeeper,
  )
  const ids = transfers.map(each => each.id)
  expect([ids.includes(late.id), ids.includes(due.id)]).toEqual([true, false])
})

it('takes in once what two keepers enter at once', async () => {
  const transfer = await sent('10')
  const codes = await Promise.all([
    arriveCode(transfer, { line: 1, quantity: '7' }),
    arriveCode(transfer, { line: 1, quantity: '7' }),
  ])
  expect(codes.sort()).toEqual(['done', 'transfer.more_than_in_transit'])
})
