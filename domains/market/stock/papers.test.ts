import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hand, keeper, owner, stockHost } from './testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host
let hand: Hand
let bonded: string
let own: string

beforeAll(async () => {
  host = await stockHost(database.url, { clock })
  hand = new Hand(host)
  bonded = await hand.warehouse({ kind: 'bonded', customsDistrict: '4719' })
  own = await hand.warehouse()
})
afterAll(() => host.stop())

const list = { type: 'bonded_list', reference: 'QD471926I000000001' }

async function goods(article: string) {
  return hand.goods(bonded, article, '10', { paper: list })
}

it('moves nothing into or out of a bonded warehouse without its paper', async () => {
  const article = await hand.article()
  const lines = [{ article, quantity: '10' }]
  const announced = await hand.do(
    'market.receipt.announce',
    { warehouse: bonded, source: 'supplier', lines },
    owner,
  )
  const receive = (paper?: object) =>
    hand.code(
      'market.receipt.receive',
      { receipt: announced.id, entries: [{ line: 1, quantity: '10' }], ...(paper && { paper }) },
      keeper,
    )
  expect(await receive()).toBe('paper.needed')
  expect(await receive({ type: 'retail_list', reference: 'A' })).toBe('paper.unfit')
  expect(await receive({ type: 'letter', reference: 'A' })).toBe('paper.type_unknown')
  expect(await receive(list)).toBe('done')
  const hold = await hand.do('market.hold.place', { article, quantity: '1' }, owner)
  const ship = (paper?: object) =>
    hand.code('market.hold.ship', { hold: hold.id, ...(paper && { paper }) }, keeper)
  expect([await ship(), await ship({ type: 'retail_list', reference: 'B' })]).toEqual([
    'paper.needed',
    'done',
  ])
})

it('asks for it at the bonded end of a transfer only', async () => {
  const article = await hand.article()
  await goods(article)
  const input = { from: bonded, to: own, lines: [{ article, quantity: '4' }] }
  const transfer = await hand.do('market.transfer.order', input, owner)
  const go = (paper?: object) =>
    hand.code('market.transfer.dispatch', { transfer: transfer.id, ...(paper && { paper }) }, keeper)
  expect([await go(), await go(list)]).toEqual(['paper.needed', 'done'])
  const entries = [{ line: 1, quantity: '4' }]
  expect(await hand.code('market.transfer.arrive', { transfer: transfer.id, entries }, keeper)).toBe('done')
})

it('takes no more into a bonded warehouse than was announced', async () => {
  const article = await hand.article()
  const lines = [{ article, quantity: '100' }]
  const receipt = await hand.do(
    'market.receipt.announce',
    { warehouse: bonded, source: 'supplier', lines },
    owner,
  )
  const receive = (quantity: string) =>
    hand.code(
      'market.receipt.receive',
      { receipt: receipt.id, entries: [{ line: 1, quantity }], paper: list },
      keeper,
    )
  expect([await receive('101'), await receive('100')]).toEqual(['receipt.over', 'done'])
})

it('goes by the papers of the day', async () => {
  const article = await hand.article()
  await goods(article)
  const hold = await hand.do('market.hold.place', { article, quantity: '1' }, owner)
  const form = { type: 'transfer_form', reference: 'C' }
  const before = clock.now()
  const ship = (paper: object) => hand.code('market.hold.ship', { hold: hold.id, paper }, keeper)
  expect(await ship(form)).toBe('paper.unfit')
  clock.set(new Date('2018-06-30T15:59:59Z'))
  expect(await ship(form)).toBe('done')
  clock.set(before)
})

it('takes nothing where no rule is in force', async () => {
  const before = clock.now()
  clock.set(new Date('1999-12-31T00:00:00Z'))
  const input = { sku: 'OLD', name: { zh: '货', en: 'G' }, unit: '007', tracking: 'none' }
  expect(await hand.code('market.article.register', input, owner)).toBe('stock.rule_missing')
  clock.set(before)
})

it.each([
  ['a kind that is not there', { kind: 'floating' }, 'warehouse.kind_unknown'],
  ['a bonded one without its customs district', { kind: 'bonded' }, 'warehouse.district_needed'],
  [
    'a bonded one outside the country',
    { kind: 'bonded', country: 'DE', customsDistrict: '4719' },
    'warehouse.country_unfit',
  ],
  ['one abroad at home', { kind: 'abroad' }, 'warehouse.country_unfit'],
  [
    'one abroad under a customs district',
    { kind: 'abroad', country: 'DE', customsDistrict: '4719' },
    'warehouse.district_unfit',
  ],
])('registers no warehouse of %s', async (_, more, code) => {
  const input = { code: 'X', name: { zh: '仓', en: 'W' }, country: 'CN', ...more }
  expect(await hand.code('market.warehouse.register', input, keeper)).toBe(code)
})
