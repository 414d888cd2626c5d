import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleProfile } from '../declaration/example.ts'
import { trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import { type CoverGround, coverGround, faults, guarantor, officer, registered } from './testing.ts'

/* The tax of one order of the example is 37.31. */

const database = await testDatabase()
let ground: CoverGround
beforeAll(async () => {
  ground = await coverGround(database.url)
})
afterAll(async () => {
  expect(await faults(ground.host)).toEqual([])
  await ground.host.stop()
})

/** Each test names a guarantor of its own. */
async function guarantorIs(code: string) {
  const profile = { ...exampleProfile, guarantor: { code, name: '示例担保' } }
  await must(ground.host, 'customs.declarant.set', profile, trader)
}

const change = (id: string, more: object) =>
  must(ground.host, 'customs.guarantee.change', { id, reason: '测试', ...more }, officer)

it('says what its accounts and movements are called on the ledger’s own pages', async () => {
  await must(ground.host, 'customs.cover.install', {})
  const id = await registered(ground.host, '1', { code: '4201960109' })
  await ground.host.settle()
  const read = await must(ground.host, 'ledger.account.statement', { account: id }, officer)
  expect(read).toMatchObject({ lines: [{ codeName: { zh: '担保增加', en: 'guarantee raised' } }] })
})

it('a list whose guarantor keeps its guarantee elsewhere goes out, and it is said', async () => {
  await guarantorIs('4201960100')
  const plan = await ground.submit([{}])
  const [row] = await ground.list(plan)
  expect(row).toMatchObject({ state: 'sent', obstacles: 0 })
  expect((await ground.read(row!.id)).coverage).toEqual([
    { kind: 'guarantee', number: '4201960100', state: 'not_kept_here' },
  ])
})

it('the tax of each list is held when it goes out, down to the last cent; the next is a draft that says what is missing', async () => {
  await guarantorIs('4201960101')
  const id = await registered(ground.host, '80', { code: '4201960101' })
  const plan = await ground.submit([{}, {}, {}])
  const rows = await ground.list(plan)
  expect(rows.map(row => row.state)).toEqual(['sent', 'sent', 'draft'])
  expect(await ground.guarantee(id)).toEqual({ left: '5.38', held: '74.62', due: '0.00', waiting: 1 })
  const draft = await ground.read(rows[2]!.id)
  expect(draft.obstacleList).toMatchObject([
    {
      code: 'guarantee.short',
      message: 'CEB621',
      element: 'InventoryHead.assureCode',
      text: { en: expect.stringContaining('CNY 5.38 left, the taxes are 37.31: 31.93 missing') },
    },
  ])
  expect((await ground.read(rows[0]!.id)).coverage).toMatchObject([
    { kind: 'guarantee', state: 'held', held: '37.31' },
  ])

  const notices = await ground.host.database.transact({ scope: 'audit' }, tx =>
    tx.query<{ data: { to: unknown; cause: string } }>(
      `select data from kernel.event where type = 'kernel.notice.asked' and data->>'cause' like $1`,
      [`customs.guarantee/${id}/short/%`],
    ),
  )
  expect(notices.map(each => each.data.to)).toEqual([{ party: trader.party }])
  expect((await ground.list(plan))[2]!.todo!.text.en).toContain('when there is more')
  await change(id, { amount: '111.92' })
  await ground.settle()
  expect(await ground.read(rows[2]!.id)).toMatchObject({ state: 'draft' })
  await change(id, { amount: '111.93' })
  await ground.settle()
  expect(await ground.read(rows[2]!.id)).toMatchObject({ state: 'sent', obstacles: 0 })
  expect(await ground.guarantee(id)).toEqual({ left: '0.00', held: '111.93', due: '0.00', waiting: 0 })
  const refused = await ground.host.call(
    'customs.guarantee.change',
    { id, amount: '111.92', reason: '减少' },
    officer,
  )
  expect(refused).toMatchObject({ refusal: { code: 'guarantee.in_use', params: { left: '0.00' } } })
})

it('what a rejected list held is free again, and the list that waited for it goes out; corrected, it is held anew', async () => {
  await guarantorIs('4201960102')
  const id = await registered(ground.host, '40', { code: '4201960102' })
  const plan = await ground.submit([{}, {}])
  const [first, second] = await ground.list(plan)
  expect([first!.state, second!.state]).toEqual(['sent', 'draft'])
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '120')
  await ground.turn()
  const [list] = await ground.counter.out()
  for (const _ of [1, 2]) await ground.counter.answer(list!, '100', { time: '20261123110000000' })
  await ground.turn()
  await ground.settle()
  expect((await ground.list(plan)).map(row => row.state)).toEqual(['rejected', 'sent'])
  expect(await ground.guarantee(id)).toEqual({ left: '2.69', held: '37.31', due: '0.00', waiting: 0 })

  const amend = { id: first!.id, fields: { consigneeAddress: '湖北省武汉市江汉区改正路 3 号' } }
  const refused = await ground.host.call('customs.declaration.amend', amend, trader)
  expect(refused).toMatchObject({ refusal: { code: 'declaration.not_covered' } })
  await change(id, { amount: '80' })
  await must(ground.host, 'customs.declaration.amend', amend, trader)
  expect(await ground.guarantee(id)).toMatchObject({ left: '5.38', held: '74.62' })
})

it('a party draws on another’s guarantee only when its owner has admitted it, and a guarantee whose days are over covers nothing', async () => {
  await guarantorIs('4201960103')
  const id = await registered(ground.host, '100', { code: '4201960103', party: guarantor.party })
  const plan = await ground.submit([{}])
  const [row] = await ground.list(plan)
  expect((await ground.read(row!.id)).obstacleList).toMatchObject([{ code: 'guarantee.not_admitted' }])
  const admit = { id, party: trader.party }
  const stranger = someone('00000000-0000-7000-8000-00000000001c', ['customs.guarantee.*'])
  const notMine = await ground.host.call('customs.guarantee.admit', admit, stranger)
  expect(notMine).toMatchObject({ refusal: { code: 'guarantee.not_found' } })
  await must(ground.host, 'customs.guarantee.admit', admit, guarantor)
  await must(ground.host, 'customs.declaration.amend', { id: row!.id }, trader)
  expect(await ground.read(row!.id)).toMatchObject({ state: 'waiting', obstacles: 0 })
  await ground.host.settle()
  expect(await must(ground.host, 'customs.guarantee.statement', { id }, guarantor)).toMatchObject({
    closing: '100.00',
    moves: [
      { what: { en: 'guarantee raised' } },
      { kind: 'hold', change: '-37.31', left: '62.69', declaration: row!.number },
    ],
  })
  await change(id, { to: '2026-11-22' })
  const late = await ground.submit([{}])
  const [held] = await ground.list(late)
  expect((await ground.read(held!.id)).obstacleList).toMatchObject([{ code: 'guarantee.not_valid' }])
})
