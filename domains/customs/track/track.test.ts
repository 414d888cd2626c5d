import { anonymous } from '@tongqu/kernel/identity'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DeclarationGround, declarationGround } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import type * as contract from './contract.ts'

const database = await testDatabase()
let ground: DeclarationGround
let content: { orderNo: string; logisticsNo: string }
beforeAll(async () => {
  ground = await declarationGround(database.url)
  const plan = await ground.submit([{}])
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '120')
  await ground.turn()
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '800')
  await ground.turn()
  const { id } = (await ground.list(plan))[0]!
  const [row] = await ground.host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ content: { InventoryHead: typeof content } }>(
      `select content from customs.record where declaration_id = $1 and role = 'list'`,
      [id],
    ),
  )
  content = row!.content.InventoryHead
})
afterAll(() => ground.host.stop())

const find = (number: string, proof: string, address = '192.0.2.1') =>
  must<Static<typeof contract.Found>>(
    ground.host,
    'customs.track.find',
    { number, proof },
    anonymous('zh', 'http', address),
  )

it('whoever knows the waybill and the order sees the way in words and times, and nothing personal', async () => {
  const found = await find(content.logisticsNo, content.orderNo.toLowerCase())
  expect(found.answer).toBe('found')
  const [consignment] = found.consignments!
  expect(consignment).toMatchObject({ direction: 'import', mode: '9610', state: 'released' })
  expect(consignment!.steps[0]).toMatchObject({ text: { zh: expect.stringContaining('放行') } })
  expect(consignment!.steps.length).toBeGreaterThan(2)
  expect(JSON.stringify(found)).not.toMatch(/张三|13800000000|\d{17}[\dX]|示例|EX-\d|湖北/)
})

it('the last four digits of the buyer’s telephone do as well, and the waybill for a list number', async () => {
  expect((await find(content.logisticsNo, '0000')).answer).toBe('found')
  const { listNo } = (await find(content.logisticsNo, '0000')).consignments![0]!
  const [row] = await ground.host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ list_no: string }>('select list_no from customs.record where list_no is not null'),
  )
  expect(listNo).toBe(`…${row!.list_no.slice(-6)}`)
  expect((await find(row!.list_no, content.logisticsNo)).answer).toBe('found')
})

it('the number itself is no second fact', async () => {
  expect((await find(content.logisticsNo, content.logisticsNo)).answer).toBe('none')
})

it('a number that is not there and a second fact that does not fit are answered alike', async () => {
  const unknown = await find('YT-NOT-THERE', 'EX-1', '192.0.2.2')
  const mismatched = await find(content.logisticsNo, 'EX-WRONG', '192.0.2.2')
  expect(unknown).toEqual({ answer: 'none' })
  expect(mismatched).toEqual(unknown)
})

it('after a few wrong tries at one consignment the next has to wait, from wherever it comes, also where there is none', async () => {
  for (const number of ['YT-TRIED-1', content.logisticsNo]) {
    let last = await find(number, 'WRONG-0', '192.0.2.10')
    for (let n = 1; n < 8 && last.answer !== 'wait'; n++)
      last = await find(number, `WRONG-${n}`, `192.0.2.1${n}`)
    expect(last.answer).toBe('wait')
    expect(last.wait).toBeGreaterThan(0)
  }
})
