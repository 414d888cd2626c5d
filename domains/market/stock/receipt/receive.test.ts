import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hand, keeper, otherKeeper, owner, stockHost } from '../testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let host: Host
let hand: Hand
let warehouse: string

beforeAll(async () => {
  host = await stockHost(database.url, { clock })
  hand = new Hand(host)
  warehouse = await hand.warehouse()
})
afterAll(() => host.stop())

interface Detail {
  readonly id: string
  readonly state: string
  readonly stock: readonly (string | null)[]
  readonly lines: readonly { accepted: string; rejected: string; difference: string }[]
}

const announce = (article: string, quantity: string, more: object = {}) =>
  hand.do<Detail>(
    'market.receipt.announce',
    { warehouse, source: 'supplier', lines: [{ article, quantity }], ...more },
    owner,
  )
const receive = (receipt: Detail, entries: readonly object[], more: object = {}) =>
  hand.do<Detail>('market.receipt.receive', { receipt: receipt.id, entries, ...more }, keeper)
const refusal = (receipt: Detail, entries: readonly object[], more: object = {}) =>
  hand.code('market.receipt.receive', { receipt: receipt.id, entries, ...more }, keeper)

it('takes goods in over several goes and closes when all that was announced has come', async () => {
  const receipt = await announce(await hand.article(), '10')
  const first = await receive(receipt, [{ line: 1, quantity: '4' }])
  expect(first).toMatchObject({ state: 'receiving', lines: [{ accepted: '4', difference: '-6' }] })
  const second = await receive(receipt, [
    { line: 1, quantity: '5', rejected: { quantity: '1', reason: 'broken' } },
  ])
  expect(second).toMatchObject({
    state: 'closed',
    lines: [{ accepted: '9', rejected: '1', difference: '-1' }],
  })
  expect(second.stock).toEqual(first.stock)
  expect(await hand.left(first.stock[0]!)).toBe(9n)
  expect(await refusal(receipt, [{ line: 1, quantity: '1' }])).toBe('receipt.ended')
})

it('takes in up to the tolerance, met exactly, and not a piece more', async () => {
  const receipt = await announce(await hand.article(), '100')
  expect(await refusal(receipt, [{ line: 1, quantity: '106' }])).toBe('receipt.over')
  const twice = [
    { line: 1, quantity: '100' },
    { line: 1, quantity: '6' },
  ]
  expect(await refusal(receipt, twice)).toBe('receipt.over')
  expect((await receive(receipt, [{ line: 1, quantity: '105' }])).state).toBe('closed')
})

it('closes short with a reason, and never without one', async () => {
  const receipt = await announce(await hand.article(), '10')
  await receive(receipt, [{ line: 1, quantity: '7' }])
  const close = (more: object) => hand.code('market.receipt.close', { receipt: receipt.id, ...more }, keeper)
  expect(await close({})).toBe('receipt.reason_needed')
  expect(await close({ reason: 'three were missing in the case' })).toBe('done')
  expect(await hand.do<Detail>('market.receipt.get', { receipt: receipt.id }, owner)).toMatchObject({
    state: 'closed',
    lines: [{ difference: '-3' }],
  })
})

it('cancels what was announced until something came', async () => {
  const article = await hand.article()
  const [early, late] = [await announce(article, '1'), await announce(article, '2')]
  await receive(late, [{ line: 1, quantity: '1' }])
  const cancel = (receipt: Detail) => hand.code('market.receipt.cancel', { receipt: receipt.id }, owner)
  expect([await cancel(early), await cancel(late)]).toEqual(['done', 'receipt.begun'])
})

it.each([
  ['nothing', { quantity: '0' }, 'quantity.not_positive'],
  ['less than nothing', { quantity: '-1' }, 'quantity.not_positive'],
  ['parts of a piece', { quantity: '1.5' }, 'quantity.too_fine'],
  ['more than fits', { quantity: '999999999999999' }, 'receipt.over'],
  ['another unit', { quantity: '1', unit: '035' }, 'quantity.wrong_unit'],
  ['a line that is not there', { line: 2, quantity: '1' }, 'receipt.no_such_line'],
  ['a line without anything', {}, 'receipt.nothing_said'],
  ['a lot of goods without lots', { quantity: '1', lot: { number: 'L1' } }, 'lot.not_tracked'],
  ['no digits', { quantity: 'ten' }, 'input.invalid'],
])('refuses %s', async (_, entry, code) => {
  const receipt = await announce(await hand.article(), '10')
  expect(await refusal(receipt, [{ line: 1, ...entry }])).toBe(code)
})

it('counts exactly in a unit with decimals', async () => {
  const article = await hand.article({ unit: '035' })
  const receipt = await announce(article, '0.3')
  const { stock } = await receive(receipt, [
    { line: 1, quantity: '0.1' },
    { line: 1, quantity: '0.2' },
  ])
  expect(await hand.left(stock[0]!)).toBe(300n)
  expect(await refusal(await announce(article, '1'), [{ line: 1, quantity: '0.0001' }])).toBe(
    'quantity.too_fine',
  )
})

it('refuses what it does not know', async () => {
  const article = await hand.article()
  const nowhere = '00000000-0000-7000-8000-000000000999'
  const ask = (more: object) =>
    hand.code(
      'market.receipt.announce',
      { warehouse, source: 'supplier', lines: [{ article, quantity: '1' }], ...more },
      owner,
    )
  expect(await ask({ warehouse: nowhere })).toBe('warehouse.not_found')
  expect(await ask({ lines: [{ article: nowhere, quantity: '1' }] })).toBe('article.not_found')
  const elsewhere = await hand.warehouse({}, otherKeeper, otherKeeper)
  expect(await ask({ warehouse: elsewhere })).toBe('warehouse.not_found')
  expect(
    await hand.code('market.receipt.receive', { receipt: nowhere, entries: [{ line: 1 }] }, keeper),
  ).toBe('receipt.not_found')
})

it('lets nobody but the keeper take goods in', async () => {
  const receipt = await announce(await hand.article(), '10')
  const input = { receipt: receipt.id, entries: [{ line: 1, quantity: '1' }] }
  expect(await hand.code('market.receipt.receive', input, owner)).toBe('stock.not_keeper')
  expect(await hand.code('market.receipt.receive', input, otherKeeper)).toBe('receipt.not_found')
})

it('answers the same key again with the same goods, and another body with a conflict', async () => {
  const receipt = await announce(await hand.article(), '10')
  const input = (quantity: string) => ({ receipt: receipt.id, entries: [{ line: 1, quantity }] })
  const once = (quantity: string) =>
    host.call('market.receipt.receive', input(quantity), keeper, { key: `key ${receipt.id}` })
  const [first, again, other] = [await once('3'), await once('3'), await once('4')]
  expect([first.kind, again.replayed]).toEqual(['done', true])
  expect(other).toMatchObject({ refusal: { code: 'key.reused' } })
  const found = await hand.do<Detail>('market.receipt.get', { receipt: receipt.id }, owner)
  expect(found.lines[0]!.accepted).toBe('3')
})

it('takes in no more than was announced when many receive at once', async () => {
  const receipt = await announce(await hand.article(), '20')
  const codes = await Promise.all(
    Array.from({ length: 12 }, () => refusal(receipt, [{ line: 1, quantity: '2' }])),
  )
  const found = await hand.do<Detail>('market.receipt.get', { receipt: receipt.id }, owner)
  expect(codes.filter(code => code === 'done')).toHaveLength(10)
  expect(found).toMatchObject({ state: 'closed', lines: [{ accepted: '20' }] })
})

it('takes customers’ returns back, no more than went out', async () => {
  const article = await hand.article()
  const receipt = await announce(article, '1', { source: 'customer' })
  expect(await refusal(receipt, [{ line: 1, quantity: '1' }])).toBe('stock.not_enough')
})
