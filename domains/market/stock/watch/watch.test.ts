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

interface Told {
  readonly to: { readonly party: string }
  readonly cause: string
  readonly text: { readonly en: string }
}

/** What is told when the job looks once more. */
async function toldNow(): Promise<Told[]> {
  return host.database
    .transact({ scope: 'system' }, async tx => {
      const [last] = await tx.query<{ id: string }>('select coalesce(max(id), 0) as id from kernel.event')
      await tx.query(`select job.enqueue('market.stock.watch', '{}', null, null, null)`)
      return last!.id
    })
    .then(async last => {
      await host.settle()
      return host.database.transact({ scope: 'system' }, async tx => {
        const rows = await tx.query<{ data: Told }>(
          `select data from kernel.event where type = 'kernel.notice.asked' and id > $1 order by id`,
          [last],
        )
        return rows.map(row => row.data)
      })
    })
}
const pass = (days: number) => clock.set(new Date(clock.now().getTime() + days * 86_400_000))

it('tells an owner once of lots that will expire, and once when they have', async () => {
  const article = await hand.article({ tracking: 'lot', nearExpiryDays: 10 })
  const lot = (number: string, expiresOn: string) =>
    hand.goods(warehouse, article, '1', { lot: { number, expiresOn } })
  await lot('A', '2026-12-10')
  await lot('B', '2026-12-09')
  expect(await toldNow()).toEqual([])
  pass(7)
  expect(await toldNow()).toMatchObject([
    { to: { party: owner.party }, text: { en: expect.stringContaining('2 lots will soon expire, first') } },
  ])
  expect(await toldNow()).toEqual([])
  pass(10)
  expect(await toldNow()).toMatchObject([{ text: { en: expect.stringContaining('lots have expired') } }])
  expect(await toldNow()).toEqual([])
})

it('tells nothing of a lot of which nothing is left', async () => {
  const article = await hand.article({ tracking: 'lot' })
  await hand.goods(warehouse, article, '1', { lot: { number: 'A', expiresOn: '2026-12-20' } })
  const hold = await hand.do('market.hold.place', { article, quantity: '1' }, owner)
  await hand.do('market.hold.ship', { hold: hold.id }, keeper)
  expect(await toldNow()).toEqual([])
})

it('tells the owner and both keepers of a transfer that is overdue by more than the days of grace, once', async () => {
  const article = await hand.article()
  await hand.goods(warehouse, article, '1')
  const to = await hand.warehouse({}, otherKeeper)
  const today = clock.now().toISOString().slice(0, 10)
  const input = { from: warehouse, to, dueOn: today, lines: [{ article, quantity: '1' }] }
  const transfer = await hand.do('market.transfer.order', input, owner)
  await hand.do('market.transfer.dispatch', { transfer: transfer.id }, keeper)
  const overdue = async () => (await toldNow()).filter(each => each.cause.startsWith('market.transfer/'))
  pass(1)
  expect(await overdue()).toEqual([])
  pass(1)
  const told = await overdue()
  expect(told.map(each => each.to.party).sort()).toEqual(
    [owner, keeper, otherKeeper].map(each => each.party).sort(),
  )
  expect(new Set(told.map(each => each.cause))).toEqual(new Set([`market.transfer/${transfer.id}/overdue`]))
  expect(await overdue()).toEqual([])
})
