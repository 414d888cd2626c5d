import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hand, keeper, owner, stockHost } from '../testing/ground.ts'

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

/** What becomes of a delivery of some pieces of lots. */
async function receive(article: string, lots: readonly object[], source = 'supplier'): Promise<string> {
  const lines = [{ article, quantity: '100' }]
  const receipt = await hand.do('market.receipt.announce', { warehouse, source, lines }, owner)
  const entries = lots.map(lot => ({ line: 1, quantity: '1', ...lot }))
  return hand.code('market.receipt.receive', { receipt: receipt.id, entries }, keeper)
}
const lot = (number: string, more: object = {}) => ({ lot: { number, ...more } })
async function issue(article: string): Promise<void> {
  const hold = await hand.do('market.hold.place', { article, quantity: '1' }, owner)
  await hand.do('market.hold.ship', { hold: hold.id }, keeper)
}

it('adds to a lot that is known, under the dates that are known', async () => {
  const article = await hand.article({ tracking: 'lot' })
  expect(await receive(article, [lot('A', { expiresOn: '2027-01-01' })])).toBe('done')
  expect(await receive(article, [lot('A')])).toBe('done')
  expect(await receive(article, [lot('A', { expiresOn: '2027-01-02' })])).toBe('lot.dates_differ')
  expect(
    await receive(article, [lot('B', { expiresOn: '2027-02-01' }), lot('B', { expiresOn: '2027-02-02' })]),
  ).toBe('lot.dates_differ')
})

it('keeps a serial number for one piece', async () => {
  const article = await hand.article({ tracking: 'serial' })
  expect(await receive(article, [{ ...lot('S1'), quantity: '2' }])).toBe('lot.serial_one')
  expect(await receive(article, [lot('S1'), lot('S1')])).toBe('lot.serial_taken')
  expect(await receive(article, [lot('S1'), lot('S2')])).toBe('done')
  expect(await receive(article, [lot('S1')])).toBe('lot.serial_taken')
})

it('takes the same number at once from two deliveries only once', async () => {
  const article = await hand.article({ tracking: 'serial' })
  const codes = await Promise.all([1, 2, 3].map(() => receive(article, [lot('S9')])))
  const { lines } = await hand.do<{ lines: { onHand: string }[] }>('market.stock.list', { article }, owner)
  expect(lines.map(line => line.onHand)).toEqual(['1'])
  expect(codes.filter(code => code === 'done')).toHaveLength(1)
})

it('takes back from customers what went out, of a lot that is known, and a piece once', async () => {
  const article = await hand.article({ tracking: 'serial' })
  await receive(article, [lot('S1')])
  expect(await receive(article, [lot('S1')], 'customer')).toBe('lot.serial_taken')
  await issue(article)
  expect(await receive(article, [lot('S7')], 'customer')).toBe('lot.unknown')
  expect(await receive(article, [lot('S1'), lot('S1')], 'customer')).toBe('lot.serial_taken')
  expect(await receive(article, [lot('S1')], 'customer')).toBe('done')
  expect(await receive(article, [lot('S1')], 'customer')).toBe('lot.serial_taken')
})

it('takes a piece back once, to whichever of two warehouses it comes at once', async () => {
  const article = await hand.article({ tracking: 'serial' })
  await receive(article, [lot('S1')])
  await receive(article, [lot('S2')])
  await issue(article)
  await issue(article)
  const other = await hand.warehouse()
  const back = async (to: string) => {
    const lines = [{ article, quantity: '1' }]
    const receipt = await hand.do(
      'market.receipt.announce',
      { warehouse: to, source: 'customer', lines },
      owner,
    )
    const entries = [{ line: 1, quantity: '1', lot: { number: 'S1' } }]
    return hand.code('market.receipt.receive', { receipt: receipt.id, entries }, keeper)
  }
  expect((await Promise.all([back(warehouse), back(other)])).sort()).toEqual(['done', 'lot.serial_taken'])
})

it('registers no serial article in a unit that has parts', async () => {
  const input = { sku: 'KG', name: { zh: '货', en: 'G' }, unit: '035', tracking: 'serial' }
  expect(await hand.code('market.article.register', input, owner)).toBe('article.serial_in_pieces')
})
