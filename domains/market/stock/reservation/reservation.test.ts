import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buyer, Hand, keeper, otherBuyer, otherOwner, owner, stockHost } from '../testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host
let hand: Hand
let warehouse: string
let line: string
let shelf: Shelf

interface Shelf {
  readonly id: string
  readonly free: string
  readonly reserved: string
  readonly sold: string
}
interface Placed {
  readonly reservation: string
  readonly left: string
  readonly expiresAt: string
}

beforeAll(async () => {
  host = await stockHost(database.url, { clock })
  hand = new Hand(host)
  warehouse = await hand.warehouse()
})
afterAll(() => host.stop())
beforeEach(async () => {
  line = await hand.goods(warehouse, await hand.article(), '10')
  shelf = await hand.do<Shelf>('market.shelf.fill', { line, quantity: '6' }, owner)
})

const place = (quantity: string, actor = buyer, more: object = {}) =>
  hand.do<Placed>('market.reservation.place', { shelf: shelf.id, quantity, ...more }, actor)
const placeCode = (quantity: string, more: object = {}, actor = buyer) =>
  hand.code('market.reservation.place', { shelf: shelf.id, quantity, ...more }, actor)
const end = (verb: 'confirm' | 'cancel', { reservation }: Placed, actor = buyer) =>
  hand.code(`market.reservation.${verb}`, { reservation }, actor)
const standing = async () => {
  const { shelves } = await hand.do<{ shelves: Shelf[] }>('market.shelf.list', {}, owner)
  const { free, reserved, sold } = shelves.find(each => each.id === shelf.id)!
  return [free, reserved, sold]
}

it('puts pieces on sale, and what is on sale is no longer on hand', async () => {
  expect(await standing()).toEqual(['6', '0', '0'])
  expect(await hand.left(line)).toBe(4n)
  const fill = (quantity: string) => hand.code('market.shelf.fill', { line, quantity }, owner)
  expect([await fill('5'), await fill('4')]).toEqual(['stock.not_enough', 'done'])
  expect(await standing()).toEqual(['10', '0', '0'])
})

it('keeps pieces for a buyer and says what is left, down to nothing', async () => {
  expect((await place('4')).left).toBe('2')
  expect(await place('2')).toMatchObject({ left: '0', expiresAt: '2026-11-23T02:15:00.000Z' })
  const refused = await host.call('market.reservation.place', { shelf: shelf.id, quantity: '1' }, buyer)
  expect(refused).toMatchObject({ refusal: { code: 'reservation.sold_out', params: { left: '0' } } })
})

it('sells what is confirmed and gives back what is cancelled, each once', async () => {
  const [sold, given] = [await place('1'), await place('2')]
  expect([await end('confirm', sold), await end('cancel', given)]).toEqual(['done', 'done'])
  expect(await standing()).toEqual(['5', '0', '1'])
  expect(await end('confirm', sold)).toBe('reservation.confirmed')
  expect(await end('cancel', sold)).toBe('reservation.confirmed')
  expect(await end('confirm', given)).toBe('reservation.cancelled')
})

it('gives pieces back when the time is over, and confirms nothing after', async () => {
  const placed = await place('6', buyer, { seconds: 60 })
  clock.set(new Date(clock.now().getTime() + 60_001))
  expect(await end('confirm', placed)).toBe('reservation.expired')
  expect(await placeCode('6')).toBe('done')
  const { reservations } = await hand.do<{ reservations: { id: string; state: string }[] }>(
    'market.reservation.list',
    { shelf: shelf.id },
    buyer,
  )
  expect(reservations.map(each => each.state)).toEqual(['placed', 'expired'])
})

it.each([
  ['nothing', '0', {}, 'quantity.not_positive'],
  ['less than nothing', '-1', {}, 'quantity.not_positive'],
  ['parts of a piece', '0.5', {}, 'quantity.too_fine'],
  ['more than there can be', '999999999999999', {}, 'reservation.sold_out'],
  ['longer than the rule allows', '1', { seconds: 3601 }, 'reservation.too_long'],
  [
    'off a shelf that is not there',
    '1',
    { shelf: '00000000-0000-7000-8000-000000000999' },
    'shelf.not_found',
  ],
])('reserves %s never', async (_, quantity, more, code) => {
  expect(await placeCode(quantity, more)).toBe(code)
})

it('reserves off nothing but a shelf, whoever’s account is named', async () => {
  expect(await placeCode('1', { shelf: line })).toBe('shelf.not_found')
})

it('lets a buyer see and end its own reservations only; the seller may end those off its shelf', async () => {
  const [mine, other] = [await place('1'), await place('1', otherBuyer)]
  expect(await end('cancel', other)).toBe('reservation.not_found')
  expect(await end('confirm', other, keeper)).toBe('reservation.not_found')
  const seen = async (actor: typeof buyer) => {
    const input = { shelf: shelf.id }
    const { reservations } = await hand.do<{ reservations: { id: string }[] }>(
      'market.reservation.list',
      input,
      actor,
    )
    return reservations.map(each => each.id)
  }
  expect(await seen(buyer)).toEqual([mine.reservation])
  expect(await seen(owner)).toEqual([other.reservation, mine.reservation])
  expect(await seen(otherOwner)).toEqual([])
  expect(await end('cancel', other, owner)).toBe('done')
})

it('shows a buyer what is left and nothing of the seller’s', async () => {
  await place('1')
  const seen = await hand.do('market.shelf.look', { shelf: shelf.id }, otherBuyer)
  expect(seen).toEqual({ shelf: shelf.id, name: { zh: '货', en: 'G' }, unit: '007', left: '5' })
})

it('answers the same key with the same reservation', async () => {
  const ask = (quantity: string) =>
    host.call('market.reservation.place', { shelf: shelf.id, quantity }, buyer, { key: `k ${shelf.id}` })
  const [first, again, other] = [await ask('2'), await ask('2'), await ask('3')]
  expect(again).toEqual({ ...first, replayed: true })
  expect(other).toMatchObject({ refusal: { code: 'key.reused' } })
  expect(await standing()).toEqual(['4', '2', '0'])
})

it('takes off sale what nobody has reserved, and no more', async () => {
  await place('2')
  const clear = (more: object) => hand.code('market.shelf.clear', { shelf: shelf.id, ...more }, owner)
  expect(await clear({ quantity: '5' })).toBe('stock.not_enough')
  expect(await clear({})).toBe('done')
  expect(await standing()).toEqual(['0', '2', '0'])
  expect(await hand.left(line)).toBe(8n)
})

it('ships what was sold, to the piece', async () => {
  await end('confirm', await place('3'))
  const ship = (quantity: string, actor = keeper) =>
    hand.code('market.shelf.ship', { shelf: shelf.id, quantity }, actor)
  expect([await ship('4'), await ship('3', owner), await ship('3')]).toEqual([
    'stock.not_enough',
    'stock.not_keeper',
    'done',
  ])
  expect(await standing()).toEqual(['3', '0', '0'])
})

it('sells no piece of a lot whose last good day is over', async () => {
  const food = await hand.article({ tracking: 'lot' })
  const lot = { number: 'A', expiresOn: '2026-11-23' }
  shelf = await hand.do<Shelf>(
    'market.shelf.fill',
    { line: await hand.goods(warehouse, food, '5', { lot }), quantity: '5' },
    owner,
  )
  const before = clock.now()
  clock.set(new Date('2026-11-23T15:59:59.999Z'))
  expect(await placeCode('1')).toBe('done')
  clock.set(new Date('2026-11-23T16:00:00Z'))
  expect(await placeCode('1')).toBe('shelf.expired')
  clock.set(before)
})

it('never sells a piece twice while many reserve, confirm and cancel and the owner fills and clears', async () => {
  const people = Array.from({ length: 30 }, (_, n) =>
    someone(`00000000-0000-7000-8000-000000000e${n.toString(16).padStart(2, '0')}`, ['market.reservation.*']),
  )
  let confirmed = 0
  const one = async (actor: typeof buyer, n: number) => {
    const outcome = await host.call('market.reservation.place', { shelf: shelf.id, quantity: '1' }, actor)
    if (outcome.kind === 'refused') return expect(outcome.refusal.code).toBe('reservation.sold_out')
    const placed = outcome.output as Placed
    const verb = n % 3 === 0 ? 'cancel' : 'confirm'
    expect(await end(verb, placed, actor)).toBe('done')
    if (verb === 'confirm') confirmed++
  }
  const restock = async () => {
    await hand.code('market.shelf.clear', { shelf: shelf.id, quantity: '1' }, owner)
    await hand.code('market.shelf.fill', { line, quantity: '1' }, owner)
  }
  const buying = Array.from({ length: 120 }, (_, n) => one(people[n % people.length]!, n))
  await Promise.all([...buying, restock(), restock(), restock()])
  const [free, reserved, sold] = await standing()
  expect([reserved, sold]).toEqual(['0', String(confirmed)])
  expect(Number(free) + confirmed + Number(await hand.left(line))).toBe(10)
  expect(confirmed).toBeLessThanOrEqual(10)
})
