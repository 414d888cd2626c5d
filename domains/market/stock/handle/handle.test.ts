import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buyer, Hand, keeper, otherKeeper, owner, stockHost } from '../testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host
let hand: Hand
let warehouse: string
let article: string
let line: string
let lot: string

beforeAll(async () => {
  host = await stockHost(database.url, { clock })
  hand = new Hand(host)
  warehouse = await hand.warehouse()
})
afterAll(() => host.stop())
beforeEach(async () => {
  article = await hand.article({ tracking: 'lot' })
  line = await hand.goods(warehouse, article, '10', { lot: { number: 'A', expiresOn: '2027-06-01' } })
  lot = (await lines())[0]!.lot.id
})

interface Line {
  readonly line: string
  readonly lot: { readonly id: string }
  readonly state: string
  readonly onHand: string
  readonly available: string
  readonly onSale: string
  readonly reserved: string
}
const lines = async (more: object = {}) =>
  (await hand.do<{ lines: Line[] }>('market.stock.list', { article, ...more }, owner)).lines
const block = (input: object, actor = owner) =>
  hand.code('market.stock.block', { reason: 'recalled by the maker', ...input }, actor)
const unblock = (input: object, actor = owner) => hand.code('market.stock.unblock', input, actor)
const hold = (quantity = '1') => hand.code('market.hold.place', { article, quantity }, owner)
const writeOff = (quantity: string, more: object = {}, actor = keeper) =>
  hand.code('market.stock.writeOff', { line, quantity, kind: 'spoiled', reason: 'mould', ...more }, actor)

it('leaves blocked goods on hand, and lets none of them go', async () => {
  expect(await block({ lot })).toBe('done')
  expect(await lines()).toMatchObject([{ state: 'blocked', onHand: '10', available: '0' }])
  expect(await hold()).toBe('stock.not_enough')
  expect(await hand.code('market.hold.place', { article, quantity: '1', line }, owner)).toBe('stock.blocked')
  expect([await unblock({ lot }), await hold()]).toEqual(['done', 'done'])
})

it('ships nothing that was held before it was blocked', async () => {
  const held = await hand.do('market.hold.place', { article, quantity: '3' }, owner)
  await block({ line }, keeper)
  expect(await hand.code('market.hold.ship', { hold: held.id }, keeper)).toBe('stock.blocked')
})

it('blocks a lot wherever it lies, and a line where it lies', async () => {
  const other = await hand.warehouse()
  await hand.goods(other, article, '5', { lot: { number: 'A' } })
  await block({ line })
  expect((await lines()).map(each => each.state).sort()).toEqual(['blocked', 'good'])
  await block({ lot })
  expect((await lines()).map(each => each.state)).toEqual(['blocked', 'blocked'])
  await unblock({ lot })
  expect((await lines()).map(each => each.state).sort()).toEqual(['blocked', 'good'])
})

it('is blocked once, by those whose goods or warehouse it is', async () => {
  expect([await block({ lot }, keeper), await block({ line }, otherKeeper)]).toEqual([
    'stock.not_owner',
    'stock.not_found',
  ])
  expect([await block({}), await block({ lot, line })]).toEqual(['block.one_of', 'block.one_of'])
  expect([await block({ line }), await block({ line })]).toEqual(['done', 'block.already'])
  expect([await unblock({ line }), await unblock({ line })]).toEqual(['done', 'block.not_blocked'])
})

it('takes blocked goods off sale, and what buyers give back is not sold again', async () => {
  const shelf = await hand.do('market.shelf.fill', { line, quantity: '6' }, owner)
  const place = (quantity: string) =>
    hand.do<{ reservation: string }>('market.reservation.place', { shelf: shelf.id, quantity }, buyer)
  const [first, second] = [await place('1'), await place('2')]
  await block({ lot })
  expect(await lines()).toMatchObject([{ onHand: '10', onSale: '3', reserved: '3' }])
  const code = (name: string, input: object) => hand.code(`market.reservation.${name}`, input, buyer)
  expect(await code('place', { shelf: shelf.id, quantity: '1' })).toBe('shelf.closed')
  expect(await code('confirm', { reservation: first.reservation })).toBe('shelf.closed')
  expect(await code('cancel', { reservation: second.reservation })).toBe('done')
  expect(await code('place', { shelf: shelf.id, quantity: '1' })).toBe('shelf.closed')
  expect(await hand.code('market.shelf.clear', { shelf: shelf.id }, owner)).toBe('done')
  expect(await lines()).toMatchObject([{ onHand: '10', onSale: '1', reserved: '1' }])
  expect(await writeOff('9')).toBe('done')
  await unblock({ lot })
  expect(await code('confirm', { reservation: first.reservation })).toBe('done')
})

it('writes off what there is, with a reason, and tells the owner', async () => {
  expect(await writeOff('11')).toBe('stock.not_enough')
  expect(await writeOff('4')).toBe('done')
  expect(await writeOff('1', {}, otherKeeper)).toBe('stock.not_found')
  await host.settle()
  const [notice] = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ data: { text: { zh: string } } }>(
      `select data from kernel.event where type = 'kernel.notice.asked' order by id desc limit 1`,
    ),
  )
  expect(notice!.data.text.zh).toContain('核销')
})

it('writes off nothing that is held', async () => {
  expect(await hold('7')).toBe('done')
  expect([await writeOff('4'), await writeOff('3')]).toEqual(['stock.not_enough', 'done'])
})

it.each([
  ['nothing', '0', {}, 'quantity.not_positive'],
  ['parts of a piece', '0.1', {}, 'quantity.too_fine'],
  ['another unit', '1', { unit: '035' }, 'quantity.wrong_unit'],
  ['for no known reason', '1', { kind: 'eaten' }, 'input.invalid'],
  ['off a line that is not there', '1', { line: '00000000-0000-7000-8000-000000000999' }, 'stock.not_found'],
])('writes off %s never', async (_, quantity, more, code) => {
  expect(await writeOff(quantity, more)).toBe(code)
})
