import { SimulatedClock } from '@tongqu/kernel/clock'
import { RoleBook } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DeclarationGround, declarationGround, trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import type { Listed } from './contract.ts'
import { REMIND } from './remind.ts'

const name = { zh: '测试用', en: 'for tests' }
const roles = new RoleBook([
  { id: 'declares', name, scope: 'own', permissions: ['customs.declaration.*'] },
  { id: 'looks', name, scope: 'own', permissions: ['customs.declaration.read'] },
])
const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
const database = await testDatabase()
let ground: DeclarationGround
beforeAll(async () => {
  ground = await declarationGround(database.url, { roles, clock })
  for (const [role, account] of accounts) await joins(role, account)
})
afterAll(() => ground.host.stop())

const accounts = [
  ['declares', '00000000-0000-7000-8000-0000000000d1'],
  ['looks', '00000000-0000-7000-8000-0000000000d2'],
] as const
const people = new Map(
  accounts.map(([role, account]) => [role as string, someone(trader.party!, [], account)]),
)

/** Somebody acts for the trader in a role. */
async function joins(role: string, account: string): Promise<void> {
  const words = JSON.stringify(name)
  const since = new Date('2026-01-01T00:00:00Z')
  await ground.host.database.transact({ scope: 'system' }, async tx => {
    await tx.execute(
      `insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', $2, $3) on conflict do nothing`,
      [trader.party, words, since],
    )
    await tx.execute('insert into kernel.account (id, login, name, created_at) values ($1, $2, $3, $4)', [
      account,
      role,
      words,
      since,
    ])
    await tx.execute(
      'insert into kernel.membership (account_id, party_id, role, from_at) values ($1, $2, $3, $4)',
      [account, trader.party, role, since],
    )
  })
}

const list = (by = trader, input = {}) =>
  must<Static<typeof Listed>>(ground.host, 'customs.deadline.list', input, by)
const on = (day: string) => clock.set(new Date(`${day}T01:00:00Z`))

/** Import orders that are released on 2026-11-23 by the counter's clock. */
async function released(count: number): Promise<string[]> {
  const { counter } = ground
  const plan = await ground.submit(Array.from({ length: count }, () => ({})))
  for (const message of await counter.out()) await counter.answer(message, '120')
  await ground.turn()
  const [lists] = await counter.out()
  await counter.answer(lists!, '800')
  await counter.answer(lists!, '899', { time: '20261201090000000' })
  await ground.turn()
  return (await ground.list(plan)).map(each => each.number)
}

async function remind(): Promise<void> {
  await ground.host.database.transact({ scope: 'system' }, tx =>
    tx.execute('select job.enqueue($1, $2, $1, null, 1)', [REMIND, '{}']),
  )
  await ground.host.settle()
}

async function notices(role: string): Promise<string[]> {
  const { notices: found } = await must<{ notices: { text: { zh: string } }[] }>(
    ground.host,
    'kernel.notice.list',
    {},
    people.get(role)!,
  )
  return found.map(each => each.text.zh).reverse()
}

it('lists what is due by the day of the release, with the rule and its source, those of one day together', async () => {
  const [first] = await released(2)
  const { today, deadlines } = await list()
  expect(today).toBe('2026-11-23')
  expect(deadlines).toMatchObject([
    {
      what: 'return',
      kind: 'right',
      state: 'due',
      until: '2026-12-23',
      daysLeft: 30,
      declarations: 2,
      parties: 1,
      example: first,
      rule: { id: 'deadlines.import_return', source: '财关税〔2016〕18号', strength: 'weak' },
      todo: { call: 'customs.declaration.return' },
    },
    {
      what: 'import_tax',
      kind: 'duty',
      state: 'coming',
      opens: '2026-12-24',
      until: '2027-01-07',
      daysLeft: 45,
      declarations: 2,
    },
  ])
  expect((await list(trader, { within: 30 })).deadlines.map(each => each.what)).toEqual(['return'])
  expect((await list(trader, { state: 'coming' })).deadlines.map(each => each.what)).toEqual(['import_tax'])
  expect((await list(trader, { limit: 1 })).isCut).toBe(true)
})

it('shows nothing to another party', async () => {
  const stranger = someone('00000000-0000-7000-8000-00000000000e', ['customs.declaration.*'])
  expect((await list(stranger)).deadlines).toEqual([])
})

it('reminds those who declare once a stage, the nearest only, whatever the clock and restarts do', async () => {
  on('2026-12-30')
  await remind()
  expect(await notices('declares')).toEqual([])
  on('2026-12-31')
  await remind()
  await remind()
  const week = '零售进口税款缴纳：2 份申报最晚 2027-01-07 办理（还有 7 天）'
  expect(await notices('declares')).toEqual([week])
  expect(await notices('looks')).toEqual([])
  // The clock goes back, and on again.
  on('2026-12-24')
  await remind()
  on('2027-01-02')
  await remind()
  expect(await notices('declares')).toEqual([week])
  // A standstill over the last stages: the nearest is told, and what is late once.
  on('2027-01-07')
  await remind()
  const last = '零售进口税款缴纳：2 份申报最晚 2027-01-07 办理（今日到期）'
  expect(await notices('declares')).toEqual([week, last])
  on('2027-01-09')
  await remind()
  on('2027-01-12')
  await remind()
  const late = '零售进口税款缴纳：2 份申报已于 2027-01-07 到期，尚未办理'
  expect(await notices('declares')).toEqual([week, last, late])
  expect((await list()).deadlines).toMatchObject([{ what: 'import_tax', state: 'late', daysLeft: -5 }])
})

it('is done when somebody states it; what is not released, unknown or still ahead is refused', async () => {
  const { host } = ground
  const state = (input: Readonly<Record<string, unknown>>) =>
    host.call('customs.deadline.state', input, trader)
  const { deadlines } = await list()
  const one = deadlines[0]!.example
  const paid = { declarations: [one], what: 'tax_paid', day: '2027-01-11' }
  expect(await state({ ...paid, what: 'tax_evaded' })).toMatchObject({
    refusal: { code: 'deadline.unknown_fact' },
  })
  expect(await state({ ...paid, day: '2027-01-13' })).toMatchObject({
    refusal: { code: 'deadline.day_ahead' },
  })
  expect(await state({ ...paid, declarations: [one, 'D00000000000000'] })).toMatchObject({
    refusal: { code: 'declaration.not_found', place: '/declarations/1' },
  })
  expect(await state(paid)).toMatchObject({ output: { declarations: 1 } })
  expect((await list()).deadlines).toMatchObject([{ what: 'import_tax', declarations: 1 }])
  const other = (await list()).deadlines[0]!.example
  expect(other).not.toBe(one)
  // A tax is also paid when its bill is.
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(
      `insert into customs.tax_bill (id, party_id, list_no, tax_no, declaration_id, state, state_time, received_at)
       select $1, party_id, 'L', 'T', id, 'paid', '', $2 from customs.declaration where number = $3`,
      [trader.account, clock.now(), other],
    ),
  )
  expect((await list()).deadlines).toEqual([])
  const { deadlines: own } = await ground.read(other)
  expect(own).toMatchObject([
    { what: 'import_tax', state: 'done' },
    { what: 'return', state: 'lapsed' },
  ])
  const plan = await ground.submit([{}])
  const [sent] = await ground.list(plan)
  expect(await state({ ...paid, declarations: [sent!.number] })).toMatchObject({
    refusal: { code: 'deadline.not_released' },
  })
})
