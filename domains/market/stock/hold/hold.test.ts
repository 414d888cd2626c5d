import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { Hand, keeper, otherKeeper, otherOwner, owner, stockHost } from '../testing/ground.ts'

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
  warehouse = await hand.warehouse()
})
afterAll(() => host.stop())
beforeEach(async () => {
  article = await hand.article()
  line = await hand.goods(warehouse, article, '10')
})

interface Hold {
  readonly id: string
  readonly state: string
  readonly held: string
  readonly shipped: string
  readonly parts: readonly { part: string; lot?: string; quantity: string; state: string; until: string }[]
}

const place = (quantity: string, more: object = {}) =>
  hand.do<Hold>('market.hold.place', { article, quantity, ...more }, owner)
const placeCode = (quantity: string, more: object = {}) =>
  hand.code('market.hold.place', { article, quantity, ...more }, owner)
const ship = (hold: Hold, more: object = {}) =>
  hand.do<Hold>('market.hold.ship', { hold: hold.id, ...more }, keeper)
const shipCode = (hold: Hold, more: object = {}) =>
  hand.code('market.hold.ship', { hold: hold.id, ...more }, keeper)
const pass = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000))

it('holds goods up to what there is, met exactly', async () => {
  expect(await placeCode('11')).toBe('stock.not_enough')
  await place('4')
  await place('6')
  expect(await placeCode('1')).toBe('stock.not_enough')
  expect(await hand.left(line)).toBe(0n)
})

it('ships a hold once', async () => {
  const hold = await place('4')
  expect(await ship(hold)).toMatchObject({ state: 'ended', shipped: '4', parts: [{ state: 'shipped' }] })
  expect(await shipCode(hold)).toBe('hold.shipped')
  expect(await shipCode(hold, { parts: [{ part: hold.parts[0]!.part }] })).toBe('hold.shipped')
  expect(await hand.left(line)).toBe(6n)
})

it('ships a part and keeps the rest held to the same time', async () => {
  const hold = await place('5', { seconds: 100 })
  pass(40)
  const [{ part, until }] = hold.parts as [Hold['parts'][number]]
  const after = await ship(hold, { parts: [{ part, quantity: '2' }] })
  expect(after).toMatchObject({ state: 'open', held: '3', shipped: '2' })
  expect(after.parts.find(each => each.state === 'held')!.until).toBe(until)
  expect(await ship(hold)).toMatchObject({ state: 'ended', held: '0', shipped: '5' })
})

it('ships a part and gives the rest back where that is asked for', async () => {
  const hold = await place('5')
  const parts = [{ part: hold.parts[0]!.part, quantity: '2' }]
  expect(await ship(hold, { parts, rest: 'release' })).toMatchObject({
    state: 'ended',
    held: '0',
    shipped: '2',
  })
  expect(await hand.left(line)).toBe(8n)
})

it('ships no more than is held', async () => {
  const hold = await place('5')
  const parts = (quantity: string) => ({ parts: [{ part: hold.parts[0]!.part, quantity }] })
  expect(await shipCode(hold, parts('6'))).toBe('hold.not_so_much')
  expect(await shipCode(hold, parts('0'))).toBe('quantity.not_positive')
})

it('gives goods back when the time is over, and ships nothing after', async () => {
  const hold = await place('10', { seconds: 60 })
  pass(61)
  expect(await shipCode(hold)).toBe('hold.expired')
  expect(await shipCode(hold, { parts: [{ part: hold.parts[0]!.part }] })).toBe('hold.expired')
  await hand.expireHolds()
  expect(await hand.left(line)).toBe(10n)
  expect(await hand.do<Hold>('market.hold.get', { hold: hold.id }, owner)).toMatchObject({
    state: 'ended',
    parts: [{ state: 'expired' }],
  })
  await place('10')
})

it('takes a hold for as long as the rule allows, to the second', async () => {
  expect(await placeCode('1', { seconds: 2_592_001 })).toBe('hold.too_long')
  expect(await placeCode('1', { seconds: 2_592_000 })).toBe('done')
})

it('is released by its owner, once', async () => {
  const hold = await place('4')
  expect(await hand.code('market.hold.release', { hold: hold.id }, keeper)).toBe('stock.not_owner')
  expect(await hand.code('market.hold.release', { hold: hold.id }, otherOwner)).toBe('hold.not_found')
  const release = () => hand.code('market.hold.release', { hold: hold.id }, owner)
  expect([await release(), await release()]).toEqual(['done', 'hold.released'])
  expect(await shipCode(hold)).toBe('hold.released')
  expect(await hand.left(line)).toBe(10n)
})

it('is held by nobody but the owner and shipped by nobody but the keeper', async () => {
  expect(await hand.code('market.hold.place', { article, quantity: '1' }, keeper)).toBe('article.not_found')
  const hold = await place('1')
  expect(await hand.code('market.hold.ship', { hold: hold.id }, otherKeeper)).toBe('hold.not_found')
  expect(await hand.code('market.hold.ship', { hold: hold.id }, owner)).toBe('hold.nothing_open')
})

it('takes what expires first, over warehouses, and splits where a lot is not enough', async () => {
  const food = await hand.article({ tracking: 'lot' })
  const second = await hand.warehouse()
  await hand.goods(warehouse, food, '5', { lot: { number: 'LATE', expiresOn: '2027-06-01' } })
  await hand.goods(second, food, '5', { lot: { number: 'SOON', expiresOn: '2026-12-01' } })
  const hold = await hand.do<Hold>('market.hold.place', { article: food, quantity: '7' }, owner)
  expect(hold.parts.map(({ lot, quantity }) => [lot, quantity])).toEqual([
    ['SOON', '5'],
    ['LATE', '2'],
  ])
  const ask = (more: object) =>
    hand.code('market.hold.place', { article: food, quantity: '4', ...more }, owner)
  expect(await ask({ warehouse: second })).toBe('stock.not_enough')
  expect(await ask({ warehouseKind: 'bonded' })).toBe('stock.not_enough')
})

it('holds no lot whose last good day is over', async () => {
  const food = await hand.article({ tracking: 'lot' })
  const only = await hand.goods(warehouse, food, '5', { lot: { number: 'A', expiresOn: '2026-11-24' } })
  const before = clock.now()
  const ask = (more: object = {}) =>
    hand.code('market.hold.place', { article: food, quantity: '1', ...more }, owner)
  clock.set(new Date('2026-11-24T15:59:59Z'))
  expect(await ask()).toBe('done')
  clock.set(new Date('2026-11-24T16:00:00Z'))
  expect([await ask(), await ask({ line: only })]).toEqual(['stock.not_enough', 'stock.expired'])
  clock.set(before)
})

it('never promises a piece twice when many hold at once', async () => {
  const codes = await Promise.all(Array.from({ length: 40 }, (_, n) => placeCode(n % 2 ? '1' : '2')))
  const held = codes.reduce((sum, code, n) => sum + (code === 'done' ? (n % 2 ? 1 : 2) : 0), 0)
  expect(held).toBe(10)
  expect(new Set(codes)).toEqual(new Set(['done', 'stock.not_enough']))
  expect(await hand.left(line)).toBe(0n)
})

it('picks from what another has left, never refusing while there is enough in other lots', async () => {
  const food = await hand.article({ tracking: 'lot' })
  for (const number of ['A', 'B', 'C', 'D'])
    await hand.goods(warehouse, food, '5', { lot: { number, expiresOn: '2027-01-01' } })
  const ask = () => hand.code('market.hold.place', { article: food, quantity: '4' }, owner)
  const codes = await Promise.all(Array.from({ length: 5 }, ask))
  expect(codes).toEqual(Array.from({ length: 5 }, () => 'done'))
})
