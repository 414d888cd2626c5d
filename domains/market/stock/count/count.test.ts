import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buyer, Hand, keeper, otherKeeper, owner, secondKeeper, stockHost } from '../testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host
let hand: Hand
let warehouse: string
let article: string
let line: string

beforeAll(async () => {
  host = await stockHost(database.url, { clock })
  hand = new Hand(host)
})
afterAll(() => host.stop())
beforeEach(async () => {
  warehouse = await hand.warehouse()
  article = await hand.article()
  line = await hand.goods(warehouse, article, '100')
})

interface Sheet {
  readonly id: string
  readonly state: string
  readonly lines: readonly { readonly line: number; readonly stock: string; readonly open: boolean }[]
}
interface Review {
  readonly state: string
  readonly lines: readonly Record<string, string>[]
}

const start = (more: object = {}) =>
  hand.do<Sheet>('market.count.start', { warehouse, owner: owner.party, ...more }, keeper)
const enter = (count: Sheet, quantity: string, n = 1, actor = keeper) =>
  hand.code('market.count.enter', { count: count.id, entries: [{ line: n, quantity }] }, actor)
const finish = (count: Sheet) => hand.do<Sheet>('market.count.finish', { count: count.id }, keeper)
const approve = (count: Sheet, actor = secondKeeper) =>
  hand.do<Review>('market.count.approve', { count: count.id }, actor)
const approveCode = (count: Sheet, actor = secondKeeper) =>
  hand.code('market.count.approve', { count: count.id }, actor)
const ship = async (quantity: string) => {
  const hold = await hand.do('market.hold.place', { article, quantity }, owner)
  await hand.do('market.hold.ship', { hold: hold.id }, keeper)
}

it('posts nothing where everything is there', async () => {
  const count = await start()
  await enter(count, '100')
  expect((await finish(count)).state).toBe('counted')
  expect(await approve(count)).toMatchObject({ state: 'posted', lines: [{ difference: '0' }] })
  expect(await hand.left(line)).toBe(100n)
})

it('counts a second time what differs by too much, and takes the second count', async () => {
  const count = await start()
  await enter(count, '90')
  expect(await finish(count)).toMatchObject({ state: 'recounting', lines: [{ open: true }] })
  await enter(count, '97')
  expect((await finish(count)).state).toBe('counted')
  expect(await approve(count)).toMatchObject({
    lines: [{ expected: '100', first: '90', second: '97', difference: '-3' }],
  })
  expect(await hand.left(line)).toBe(97n)
})

it('takes a small difference at once, more as well as less', async () => {
  const count = await start()
  await enter(count, '101')
  expect((await finish(count)).state).toBe('counted')
  await approve(count)
  expect(await hand.left(line)).toBe(101n)
})

it('is against the moment it began at, however goods move until it is posted', async () => {
  const count = await start()
  await ship('30')
  await hand.goods(warehouse, article, '5')
  await enter(count, '99')
  await finish(count)
  await ship('10')
  const review = await hand.do<Review>('market.count.review', { count: count.id }, owner)
  expect(review.lines).toMatchObject([{ expected: '100', difference: '-1', movedSince: '-35' }])
  await approve(count)
  expect(await hand.left(line)).toBe(64n)
})

it('expects what lies there on sale and sold, and takes what leaves after it began for no difference', async () => {
  const shelf = await hand.do('market.shelf.fill', { line, quantity: '40' }, owner)
  const { reservation } = await hand.do<{ reservation: string }>(
    'market.reservation.place',
    { shelf: shelf.id, quantity: '10' },
    buyer,
  )
  await hand.do('market.reservation.confirm', { reservation }, buyer)
  const count = await start()
  await hand.do('market.shelf.ship', { shelf: shelf.id, quantity: '10' }, keeper)
  await enter(count, '100')
  await finish(count)
  expect(await approve(count)).toMatchObject({
    lines: [{ expected: '100', difference: '0', movedSince: '-10' }],
  })
})

it('is approved by nobody who counted, in either round', async () => {
  const count = await start()
  await enter(count, '50')
  await finish(count)
  await enter(count, '60', 1, secondKeeper)
  await finish(count)
  expect([await approveCode(count, keeper), await approveCode(count, secondKeeper)]).toEqual([
    'count.own_count',
    'count.own_count',
  ])
  expect([await approveCode(count, otherKeeper), await approveCode(count, owner)]).toEqual([
    'count.not_found',
    'done',
  ])
  expect(await approveCode(count, owner)).toBe('count.not_counted')
})

it('shows what is expected to nobody while people count', async () => {
  const count = await start()
  const review = () => hand.code('market.count.review', { count: count.id }, owner)
  const sheet = await hand.do('market.count.sheet', { count: count.id }, keeper)
  expect(JSON.stringify(sheet)).not.toContain('100')
  expect(await review()).toBe('count.not_counted')
  await enter(count, '50')
  await finish(count)
  expect(await review()).toBe('count.not_counted')
})

it('wants every line counted, corrected by whoever counted it only', async () => {
  await hand.goods(warehouse, await hand.article(), '7')
  const count = await start()
  expect(count.lines).toHaveLength(2)
  await enter(count, '100')
  expect(await hand.code('market.count.finish', { count: count.id }, keeper)).toBe('count.incomplete')
  expect(await enter(count, '99', 1, secondKeeper)).toBe('count.entered')
  expect([await enter(count, '99'), await enter(count, '7', 2, secondKeeper)]).toEqual(['done', 'done'])
  expect((await finish(count)).state).toBe('counted')
  expect(await enter(count, '98')).toBe('count.not_counting')
})

it.each([
  ['less than nothing', '-1', 1, 'quantity.negative'],
  ['parts of a piece', '0.5', 1, 'quantity.too_fine'],
  ['a line that is not there', '1', 9, 'count.no_such_line'],
])('enters no %s', async (_, quantity, n, code) => {
  expect(await enter(await start(), quantity, n)).toBe(code)
})

it('takes off nothing that is held', async () => {
  await hand.do('market.hold.place', { article, quantity: '95' }, owner)
  const count = await start()
  await enter(count, '90')
  await finish(count)
  await enter(count, '90')
  await finish(count)
  expect(await approveCode(count)).toBe('count.held')
})

it('puts on the sheet what lies there unrecorded', async () => {
  const other = await hand.article()
  const food = await hand.article({ tracking: 'lot' })
  const count = await start()
  const find = (input: object) => hand.code('market.count.find', { count: count.id, ...input }, keeper)
  expect(await find({ article: other })).toBe('done')
  expect([await find({ article: food }), await find({ article: food, lot: 'X' })]).toEqual([
    'lot.needed',
    'lot.unknown',
  ])
  expect(await find({ article })).toBe('count.counted_elsewhere')
  await enter(count, '100')
  await enter(count, '3', 2)
  expect((await finish(count)).state).toBe('recounting')
  await enter(count, '3', 2)
  await finish(count)
  await approve(count)
  const { lines } = await hand.do<{ lines: { onHand: string }[] }>(
    'market.stock.list',
    { article: other },
    owner,
  )
  expect(lines).toMatchObject([{ onHand: '3' }])
})

it('counts goods on one sheet at a time', async () => {
  const codes = await Promise.all(
    [1, 2, 3].map(() => hand.code('market.count.start', { warehouse, owner: owner.party }, keeper)),
  )
  expect(codes.sort()).toEqual(['count.counted_elsewhere', 'count.counted_elsewhere', 'done'])
})

it('posts once what two approve at once', async () => {
  const count = await start()
  await enter(count, '99')
  await finish(count)
  const codes = await Promise.all([approveCode(count), approveCode(count, owner)])
  expect(codes.sort()).toEqual(['count.not_counted', 'done'])
  expect(await hand.left(line)).toBe(99n)
})

it('is cancelled until it is posted, and then counts can begin anew', async () => {
  const count = await start()
  const cancel = (actor = keeper) =>
    hand.code('market.count.cancel', { count: count.id, reason: 'the hall was flooded' }, actor)
  expect([await cancel(owner), await cancel(), await cancel()]).toEqual([
    'stock.not_keeper',
    'done',
    'count.not_counting',
  ])
  await start()
})

it('asks for the customs’ paper where a bonded count differs', async () => {
  warehouse = await hand.warehouse({ kind: 'bonded', customsDistrict: '4719' })
  await hand.goods(warehouse, article, '100', { paper: { type: 'bonded_list', reference: 'Q1' } })
  const count = await start()
  await enter(count, '99')
  await finish(count)
  expect(await approveCode(count)).toBe('paper.needed')
  const paper = { type: 'customs_notice', reference: 'N1' }
  expect(await hand.code('market.count.approve', { count: count.id, paper }, secondKeeper)).toBe('done')
})
