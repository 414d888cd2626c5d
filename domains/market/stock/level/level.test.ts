import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Download } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buyer, Hand, keeper, otherKeeper, otherOwner, owner, stockHost } from '../testing/ground.ts'

const clock = new SimulatedClock(new Date('2026-11-01T02:00:00Z'), 0)
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

type Line = Record<string, string> & { readonly line: string }
interface Page {
  readonly lines: readonly Line[]
  readonly next?: string
  readonly knownAt?: number
  readonly asAt?: string
}
const list = (input: object, actor = owner) => hand.do<Page>('market.stock.list', input, actor)
const pass = (days: number) => clock.set(new Date(clock.now().getTime() + days * 86_400_000))
const ship = async (article: string, quantity: string) => {
  const hold = await hand.do('market.hold.place', { article, quantity }, owner)
  await hand.do('market.hold.ship', { hold: hold.id }, keeper)
}

it('tells what is on hand, held, on sale, reserved, sold and to be had', async () => {
  const article = await hand.article()
  const line = await hand.goods(warehouse, article, '100')
  await hand.do('market.hold.place', { article, quantity: '10' }, owner)
  const shelf = await hand.do('market.shelf.fill', { line, quantity: '30' }, owner)
  const place = (quantity: string) =>
    hand.do<{ reservation: string }>('market.reservation.place', { shelf: shelf.id, quantity }, buyer)
  await place('5')
  const { reservation } = await place('7')
  await hand.do('market.reservation.confirm', { reservation }, buyer)
  const figures = { onHand: '100', held: '10', available: '60', onSale: '23', reserved: '5', sold: '7' }
  expect((await list({ article })).lines).toMatchObject([{ line, state: 'good', ...figures }])
  await hand.do('market.shelf.ship', { shelf: shelf.id, quantity: '7' }, keeper)
  expect((await list({ article })).lines).toMatchObject([{ ...figures, onHand: '93', sold: '0' }])
})

it('gives the same answer for ever for an instant and a position', async () => {
  const article = await hand.article()
  const line = await hand.goods(warehouse, article, '100')
  await ship(article, '20')
  await host.settle()
  const moment = {
    asAt: clock.now().toISOString(),
    knownAt: (await list({ asAt: clock.now().toISOString() })).knownAt!,
  }
  pass(1)
  await ship(article, '30')
  await hand.do('market.stock.block', { line, reason: 'dust' }, owner)
  await host.settle()
  expect((await list({ article })).lines).toMatchObject([{ onHand: '50', available: '0', state: 'blocked' }])
  const before = await list({ article, ...moment })
  expect(before).toMatchObject({ ...moment, lines: [{ onHand: '80', available: '80', state: 'good' }] })
  expect(await list({ article, ...moment })).toEqual(before)
})

it('knows nothing at a position that it was told after', async () => {
  const article = await hand.article()
  await hand.goods(warehouse, article, '100')
  await host.settle()
  const { knownAt } = await list({ asAt: clock.now().toISOString() })
  await ship(article, '20')
  await host.settle()
  const asAt = clock.now().toISOString()
  expect((await list({ article, asAt, knownAt })).lines).toMatchObject([{ onHand: '100' }])
  expect((await list({ article, asAt })).lines).toMatchObject([{ onHand: '80' }])
})

it('says how much can be had by kind of warehouse, and why not the rest', async () => {
  const article = await hand.article({ tracking: 'lot' })
  const abroad = await hand.warehouse({ kind: 'abroad', country: 'DE' })
  await hand.goods(warehouse, article, '10', { lot: { number: 'OLD', expiresOn: '2026-11-02' } })
  await hand.goods(warehouse, article, '20', { lot: { number: 'NEW', expiresOn: '2027-11-02' } })
  await hand.goods(abroad, article, '5', { lot: { number: 'NEW' } })
  const bad = await hand.goods(abroad, article, '2', { lot: { number: 'BAD', expiresOn: '2027-11-02' } })
  await hand.do('market.stock.block', { line: bad, reason: 'wet' }, keeper)
  await hand.do('market.hold.place', { article, quantity: '3', warehouseKind: 'abroad' }, owner)
  pass(3)
  const got = await hand.do('market.stock.availability', { article }, owner)
  expect(got).toMatchObject({
    total: { onHand: '37', held: '3', available: '22' },
    notAvailable: { held: '3', blocked: '2', expired: '10', onSale: '0' },
  })
  const kinds = (got as unknown as { kinds: { warehouseKind: string; available: string }[] }).kinds
  expect(Object.fromEntries(kinds.map(each => [each.warehouseKind, each.available]))).toEqual({
    own: '20',
    abroad: '2',
  })
})

it('shows an owner its own goods, a keeper all in its warehouses, and nobody else’s', async () => {
  const shared = await hand.warehouse({}, otherKeeper)
  await hand.do('market.storage.offer', { warehouse: shared, owner: otherOwner.party }, otherKeeper)
  await hand.do('market.storage.agree', { warehouse: shared }, otherOwner)
  const [mine, theirs] = [await hand.article(), await hand.article({}, otherOwner)]
  const own = await hand.goods(shared, mine, '1', { by: otherKeeper })
  const foreign = await hand.goods(shared, theirs, '2', { by: otherKeeper, whose: otherOwner })
  const seen = async (actor: typeof owner) =>
    (await list({ warehouse: shared }, actor)).lines.map(each => each.line).sort()
  expect(await seen(owner)).toEqual([own])
  expect(await seen(otherOwner)).toEqual([foreign])
  expect(await seen(otherKeeper)).toEqual([own, foreign].sort())
  expect(await seen(keeper)).toEqual([])
  expect(await hand.code('market.stock.history', { line: foreign }, owner)).toBe('stock.not_found')
})

it('pages without losing or repeating a line, and leaves out what is empty', async () => {
  const place = await hand.warehouse()
  const articles = []
  for (let n = 0; n < 5; n++) articles.push(await hand.article())
  const all = []
  for (const article of articles) all.push(await hand.goods(place, article, '1'))
  await ship(articles[2]!, '1')
  const seen: string[] = []
  let after: string | undefined
  do {
    const page: Page = await list({ warehouse: place, limit: 2, ...(after && { after }) })
    seen.push(...page.lines.map(each => each.line))
    after = page.next
  } while (after)
  expect(seen.sort()).toEqual(all.filter((_, n) => n !== 2).sort())
  expect((await list({ warehouse: place, withEmpty: true })).lines).toHaveLength(5)
})

it('tells every movement of a line with who, why and on what paper', async () => {
  const bonded = await hand.warehouse({ kind: 'bonded', customsDistrict: '4719' })
  const article = await hand.article()
  const paper = { type: 'bonded_list', reference: 'QD47192026I000000001' }
  const line = await hand.goods(bonded, article, '10', { paper })
  const hold = await hand.do('market.hold.place', { article, quantity: '4' }, owner)
  await hand.do('market.hold.release', { hold: hold.id }, owner)
  const notice = { type: 'customs_notice', reference: 'N1' }
  await hand.do(
    'market.stock.writeOff',
    { line, quantity: '1', kind: 'damaged', reason: 'dropped', paper: notice },
    keeper,
  )
  await host.settle()
  const { moves, closing } = await hand.do<{ moves: object[]; closing: string }>(
    'market.stock.history',
    { line },
    owner,
  )
  expect(closing).toBe('9')
  expect(moves).toMatchObject([
    { kind: 'transfer', movement: 'receipt', change: '10', onHand: '10', paper, by: keeper.account },
    {
      kind: 'hold',
      movement: 'issue',
      change: '-4',
      onHand: '10',
      held: '4',
      record: { kind: 'hold', id: hold.id },
    },
    { kind: 'void', change: '4', held: '0', by: owner.account },
    { kind: 'transfer', movement: 'write_off', change: '-1', onHand: '9', reason: 'dropped', paper: notice },
  ])
})

it('reports what came and went in a period, so that opening, in and out make the closing', async () => {
  const article = await hand.article()
  const other = await hand.warehouse()
  await hand.goods(warehouse, article, '100')
  await host.settle()
  const from = clock.now().toISOString()
  pass(1)
  await ship(article, '20')
  const input = { from: warehouse, to: other, lines: [{ article, quantity: '30' }] }
  const transfer = await hand.do('market.transfer.order', input, owner)
  await hand.do('market.transfer.dispatch', { transfer: transfer.id }, keeper)
  await hand.do(
    'market.transfer.arrive',
    { transfer: transfer.id, entries: [{ line: 1, quantity: '25' }] },
    keeper,
  )
  await host.settle()
  const { lines } = await hand.do<Page>('market.stock.report', { from, article }, owner)
  expect(lines.find(each => each.warehouse === warehouse)).toMatchObject({
    opening: '100',
    closing: '50',
    movements: [
      { movement: 'dispatch', in: '0', out: '30' },
      { movement: 'issue', in: '0', out: '20' },
    ],
  })
  expect(lines.find(each => each.warehouse === other)).toMatchObject({
    opening: '0',
    closing: '25',
    movements: [{ movement: 'arrival', in: '25', out: '0' }],
  })
})

it('lists what is low, to the piece, whatever else there is of it', async () => {
  const [enough, short] = [await hand.article({ low: '10' }), await hand.article({ low: '11' })]
  for (const article of [enough, short]) await hand.goods(warehouse, article, '10')
  const { articles } = await hand.do<{ articles: { article: string; left: string }[] }>(
    'market.stock.low',
    {},
    owner,
  )
  expect(articles.map(each => each.article)).not.toContain(enough)
  expect(articles.find(each => each.article === short)).toMatchObject({ left: '10' })
  await hand.do('market.hold.place', { article: enough, quantity: '1' }, owner)
  const again = await hand.do<{ articles: { article: string }[] }>('market.stock.low', {}, owner)
  expect(again.articles.map(each => each.article)).toContain(enough)
})

it('lists what will soon expire, the soonest first, by the rule or the article’s own days', async () => {
  const place = await hand.warehouse()
  const day = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const [usual, own] = [
    await hand.article({ tracking: 'lot' }),
    await hand.article({ tracking: 'lot', nearExpiryDays: 5 }),
  ]
  const goods = (article: string, number: string, days: number) =>
    hand.goods(place, article, '1', { lot: { number, expiresOn: day(days) } })
  const [late, soon] = [await goods(usual, 'LATE', 61), await goods(usual, 'SOON', 60)]
  const [first, far] = [await goods(own, 'FIRST', 5), await goods(own, 'FAR', 6)]
  const seen = async (more: object = {}) =>
    (await hand.do<Page>('market.stock.expiring', { warehouse: place, ...more }, owner)).lines.map(
      each => each.line,
    )
  expect(await seen()).toEqual([first, soon])
  expect(await seen({ days: 61 })).toEqual([first, far, soon, late])
  expect(await seen({ days: 61, limit: 2 })).toEqual([first, far])
  await ship(usual, '1')
  expect(await seen({ days: 61 })).toEqual([first, far, late])
})

it('exports exactly what is listed', async () => {
  const place = await hand.warehouse()
  const article = await hand.article({ name: { zh: '=危险', en: '=1+1' }, sku: 'A,"1"' })
  await hand.goods(place, article, '12')
  const file = await hand.do<Download>('market.stock.export', { warehouse: place }, owner)
  const [header, ...rows] = String(file.content).replace('\ufeff', '').trimEnd().split('\r\n')
  const { lines } = await list({ warehouse: place })
  expect(rows).toHaveLength(lines.length)
  expect(header!.split(',')).toHaveLength(17)
  expect(rows[0]).toContain(`"A,""1""",'=1+1,007,${lines[0]!.warehouseCode},own`)
  expect(rows[0]).toContain(',good,12,0,12,0,0,0,')
})
