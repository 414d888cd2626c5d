import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleBook, exampleLine } from '../book/example.ts'
import { bondedOf } from '../book/list/example.ts'
import { exampleProfile } from '../declaration/example.ts'
import { trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import { type CoverGround, coverGround, faults, officer, registered } from './testing.ts'

/* Many connections at once on the last of a guarantee. The tax of one order of the example is 37.31. */

const database = await testDatabase()
let ground: CoverGround
beforeAll(async () => {
  ground = await coverGround(database.url)
})
afterAll(async () => {
  expect(await faults(ground.host)).toEqual([])
  await ground.host.stop()
})

it('of many that ask for the last of a guarantee at once, those get it for whom it is enough, whoever lowers it meanwhile', async () => {
  const { host } = ground
  const code = '4201960301'
  await must(host, 'customs.declarant.set', { ...exampleProfile, guarantor: { code, name: '担保' } }, trader)
  const id = await registered(host, '1', { code })
  const plan = await ground.submit(Array.from({ length: 8 }, () => ({})))
  const drafts = await ground.list(plan)
  expect(drafts.map(each => each.state)).toEqual(drafts.map(() => 'draft'))
  await must(host, 'customs.guarantee.change', { id, amount: '120', reason: '增加' }, officer)
  // 120 is enough for three, and what is left of it then, 8.07, can be taken back.
  const lower = () => host.call('customs.guarantee.change', { id, amount: '111.93', reason: '减少' }, officer)
  const asking = drafts.map(each => host.call('customs.declaration.amend', { id: each.id }, trader))
  const outcomes = await Promise.all([...asking, lower(), lower()])
  expect(outcomes.filter(each => each.kind === 'refused')).toEqual([])
  const states = (await ground.list(plan)).map(each => each.state)
  expect(states.filter(state => state === 'waiting')).toHaveLength(3)
  expect(states.filter(state => state === 'draft')).toHaveLength(5)
  expect(await ground.guarantee(id)).toEqual({ left: '0.00', held: '111.93', due: '0.00', waiting: 5 })
})

it('settles each cover once, however many settle at once', async () => {
  const { host, counter } = ground
  const code = '4201960302'
  await must(host, 'customs.declarant.set', { ...exampleProfile, guarantor: { code, name: '担保' } }, trader)
  const id = await registered(host, '500', { code })
  const plan = await ground.submit([{}, {}, {}, {}])
  await counter.out()
  // The five that waited for the other guarantor have gone out on this one.
  expect(await ground.guarantee(id)).toMatchObject({ held: '335.79' })
  const own = await ground.list(plan)
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`update customs.declaration set state = 'rejected' where id = any($1)`, [
      own.map(each => each.id),
    ]),
  )
  await Promise.all([ground.settle(), ground.settle(), ground.settle()])
  expect(await ground.guarantee(id)).toEqual({ left: '313.45', held: '186.55', due: '0.00', waiting: 0 })
})

it('of many lists at once for the last pieces of a book, as many go out as there are pieces', async () => {
  const { host } = ground
  const number = 'T4701F000001'
  const input = { ...exampleBook(number), party: trader.party }
  const { id } = await must<{ id: string }>(host, 'customs.book.register', input, officer)
  await must(host, 'customs.book.addLines', { book: id, lines: [exampleLine(1, '2')] }, officer)
  const declare = () => host.call('customs.bonded.declare', bondedOf(number, '1'), trader)
  const outcomes = await Promise.all(Array.from({ length: 6 }, declare))
  const drafts = outcomes.filter(
    each => each.kind === 'done' && (each.output as { isDraft: boolean }).isDraft,
  )
  expect([outcomes.filter(each => each.kind === 'done').length, drafts.length]).toEqual([6, 4])
  const { lineList } = await must<{ lineList: object[] }>(host, 'customs.book.read', { id }, officer)
  expect(lineList).toMatchObject([{ standing: '2', held: '2', left: '0' }])
})
