import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleProfile } from '../declaration/example.ts'
import { trader } from '../declaration/testing/ground.ts'
import { type ExampleBill, exampleBill, exampleEnvelope, exampleState } from '../guarantee/bill/example.ts'
import { must } from '../testing.ts'
import { type CoverGround, coverGround, faults, officer, registered } from './testing.ts'

/* The plan's tax of one order of the example is 37.31. */

const database = await testDatabase()
let ground: CoverGround
beforeAll(async () => {
  ground = await coverGround(database.url)
})
afterAll(async () => {
  expect(await faults(ground.host)).toEqual([])
  await ground.host.stop()
})

let guarantors = 0
/** A released list with a guarantor of its own. */
async function released(amount = '100') {
  const { host, counter } = ground
  const code = `42019602${String(++guarantors).padStart(2, '0')}`
  await must(host, 'customs.declarant.set', { ...exampleProfile, guarantor: { code, name: '担保' } }, trader)
  const id = await registered(host, amount, { code })
  const plan = await ground.submit([{}])
  for (const message of await counter.out()) await counter.answer(message, '120')
  await ground.turn()
  const [list] = await counter.out()
  const listNo = `47012026I0000002${String(guarantors).padStart(2, '0')}`
  const answer = counter.receiptFor(list!, '800', { time: '20261123150000000' })
  await counter.put(`L${guarantors}`, readdress(answer, listNo))
  await ground.turn()
  const [row] = await ground.list(plan)
  expect(row).toMatchObject({ state: 'released', listNo })
  return { id, row: row!, listNo }
}

/** The same receipt with a list number of its own. */
function readdress(envelope: string, listNo: string): string {
  return envelope.replace(/<Data>(.*)<\/Data>/, (_, data: string) => {
    const xml = Buffer.from(data, 'base64')
      .toString('utf8')
      .replace(/<invtNo>[^<]*</, `<invtNo>${listNo}<`)
    return `<Data>${Buffer.from(xml, 'utf8').toString('base64')}</Data>`
  })
}

let messages = 0
async function tell(...xml: readonly string[]) {
  for (const each of xml) await ground.counter.put(`T${++messages}`, exampleEnvelope(each))
  await ground.turn()
  await ground.settle()
}
const bill = (more: ExampleBill) => exampleBill(more)
const bills = async (search: string) =>
  (await must<{ bills: Record<string, unknown>[] }>(ground.host, 'customs.tax.list', { search }, officer))
    .bills

it('holds as much as the bill says, calls on it when it is summed up, gives it back when it is paid, each once', async () => {
  const { id, row, listNo } = await released()
  expect(await ground.guarantee(id)).toMatchObject({ left: '62.69', held: '37.31', due: '0.00' })
  const first = bill({ listNo, taxNo: 'A1', vat: '40.00' })
  await tell(first, first)
  expect(await ground.guarantee(id)).toMatchObject({ left: '60.00', held: '40.00', due: '0.00' })
  const summed = exampleState({ listNo, taxNo: 'A1', orderNo: 'ORDER-1' })
  await tell(summed)
  await tell(summed, first)
  expect(await ground.guarantee(id)).toMatchObject({ left: '60.00', held: '0.00', due: '40.00' })
  expect(
    await must(ground.host, 'customs.tax.pay', { order: 'ORDER-1', reference: '国库' }, officer),
  ).toEqual({
    order: 'ORDER-1',
    bills: 1,
    total: '40',
  })
  const again = await ground.host.call('customs.tax.pay', { order: 'ORDER-1', reference: '国库' }, officer)
  expect(again).toMatchObject({ refusal: { code: 'tax.order_not_found' } })
  await ground.settle()
  await tell(summed, first)
  expect((await ground.read(row.id)).deadlines).toContainEqual(
    expect.objectContaining({ what: 'import_tax', state: 'done' }),
  )
  expect(await ground.guarantee(id)).toMatchObject({ left: '100.00', held: '0.00', due: '0.00' })
})

it('a state that comes before its bill waits for the amount', async () => {
  const { id, listNo } = await released()
  await tell(exampleState({ listNo, taxNo: 'B1', orderNo: 'ORDER-2' }))
  expect(await ground.guarantee(id)).toMatchObject({ held: '37.31', due: '0.00' })
  await tell(bill({ listNo, taxNo: 'B1', vat: '36.00' }))
  expect(await ground.guarantee(id)).toMatchObject({ held: '0.00', due: '36.00', left: '64.00' })
})

it('a bill that is void releases what was held, and a new one holds anew', async () => {
  const { id, listNo } = await released()
  await tell(bill({ listNo, taxNo: 'C1', vat: '37.31' }), exampleState({ listNo, taxNo: 'C1', status: '3' }))
  expect(await ground.guarantee(id)).toMatchObject({ held: '0.00', left: '100.00' })
  await tell(bill({ listNo, taxNo: 'C2', vat: '20.00' }))
  expect(await ground.guarantee(id)).toMatchObject({ held: '20.00', left: '80.00' })
})

it('a bill for more than is left takes what there is, says what is missing, and takes the rest when there is more', async () => {
  const { id, row, listNo } = await released('40')
  await tell(bill({ listNo, taxNo: 'D1', vat: '50.00' }))
  expect(await ground.guarantee(id)).toMatchObject({ held: '40.00', left: '0.00' })
  expect((await ground.read(row.id)).coverage).toMatchObject([
    { state: 'short', held: '40.00', missing: '10.00' },
  ])
  await must(ground.host, 'customs.guarantee.change', { id, amount: '55', reason: '补足' }, officer)
  await ground.settle()
  expect(await ground.guarantee(id)).toMatchObject({ held: '50.00', left: '5.00' })
})

it('a bill for another’s list is held and moves nothing; one for a list that nobody knows is kept and moves nothing', async () => {
  const { host } = ground
  const { id, listNo } = await released()
  const other = someone('00000000-0000-7000-8000-00000000001d', [
    'customs.declarant.*',
    'customs.declaration.*',
  ])
  await must(host, 'customs.declarant.set', { ...exampleProfile, dxpId: 'DXPENT0000000002' }, other)
  await ground.counter.put(
    'T-other',
    exampleEnvelope(bill({ listNo, taxNo: 'E1', vat: '1.00' }), 'DXPENT0000000002'),
  )
  await ground.turn()
  await ground.settle()
  expect(await ground.guarantee(id)).toMatchObject({ held: '37.31' })
  const held = await must<{ receipts: unknown[] }>(host, 'customs.receipt.held', {}, other)
  expect(held.receipts).toMatchObject([{ kind: 'CEB816', reason: 'receipt.other_party' }])
  expect(await bills('E1')).toEqual([])

  await tell(bill({ listNo: '47012026I000000399', taxNo: 'E2', vat: '9.00' }))
  expect(await bills('E2')).toMatchObject([{ state: 'made', levied: { total: '9' } }])
  expect((await bills('E2'))[0]).not.toHaveProperty('declaration')
})

it('shows what was levied beside what was planned, line by line, and when it is due', async () => {
  const { row, listNo } = await released()
  await tell(bill({ listNo, taxNo: 'F1', vat: '40.00' }))
  const [found] = await bills('F1')
  expect(found).toMatchObject({
    declaration: row.number,
    levied: { vat: '40', total: '40' },
    planned: { vat: '37.31', total: '37.31' },
    difference: '2.69',
    payFrom: '2026-12-24',
    payUntil: '2027-01-07',
  })
  const read = await must(ground.host, 'customs.tax.read', { id: found!.id }, officer)
  expect(read).toMatchObject({
    lines: [
      {
        line: 1,
        levied: { value: '410', vat: '40' },
        planned: { value: '410', vat: '37.31' },
        difference: '2.69',
      },
    ],
  })
})

it('a bill that comes before its list has a number finds it when it has one', async () => {
  const { host, counter } = ground
  const code = '4201960299'
  await must(host, 'customs.declarant.set', { ...exampleProfile, guarantor: { code, name: '担保' } }, trader)
  const id = await registered(host, '100', { code })
  const plan = await ground.submit([{}])
  for (const message of await counter.out()) await counter.answer(message, '120')
  await ground.turn()
  const [list] = await counter.out()
  await tell(bill({ listNo: '47012026I000000777', taxNo: 'G1', vat: '30.00' }))
  expect(await ground.guarantee(id)).toMatchObject({ held: '37.31' })
  await counter.put('L-late', readdress(counter.receiptFor(list!, '120'), '47012026I000000777'))
  await ground.turn()
  await ground.settle()
  expect((await ground.list(plan))[0]).toMatchObject({ state: 'declared', listNo: '47012026I000000777' })
  expect(await ground.guarantee(id)).toMatchObject({ held: '30.00', left: '70.00' })
})
