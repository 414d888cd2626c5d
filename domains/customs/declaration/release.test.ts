import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '../testing.ts'
import { type DeclarationGround, declarationGround, trader } from './testing/ground.ts'

const database = await testDatabase()
let ground: DeclarationGround
beforeAll(async () => {
  ground = await declarationGround(database.url)
})
afterAll(() => ground.host.stop())

it('an order goes from its plan to its release: three documents first, the list when they are taken in', async () => {
  const { counter, host } = ground
  const plan = await ground.submit([{}])
  const first = await counter.out()
  expect(first.map(each => each.type).sort()).toEqual(['CEB311Message', 'CEB411Message', 'CEB511Message'])
  expect(first.every(each => each.xml.includes('SignatureValue'))).toBe(true)
  expect(first[0]!.xml).toMatch(/<ceb:buyerIdNumber>420100\d{11}[\dX]</)
  const [sent] = await ground.list(plan)
  expect(sent).toMatchObject({ state: 'sent', orderNo: 'R-1', mode: '9610', obstacles: 0, isLate: false })

  for (const message of first) await counter.answer(message, '2')
  for (const message of first.slice(0, 2)) await counter.answer(message, '120')
  await ground.turn()
  expect(await counter.out()).toEqual([])
  await counter.answer(first[2]!, '120')
  await ground.turn()

  const [list] = await counter.out()
  expect(list!.type).toBe('CEB621Message')
  for (const [status, state] of [
    ['2', 'declaring'],
    ['120', 'declared'],
    ['300', 'manual_review'],
    ['800', 'released'],
    ['899', 'concluded'],
  ] as const) {
    await counter.answer(list!, status)
    await ground.turn()
    expect((await ground.list(plan))[0]).toMatchObject({ state, listNo: '47012026I000000001' })
  }
  const read = await ground.read(sent!.number)
  expect(read.records.map(record => [record.kind, record.state])).toEqual([
    ['CEB311', 'declared'],
    ['CEB411', 'declared'],
    ['CEB511', 'declared'],
    ['CEB621', 'concluded'],
  ])
  const out = read.timeline.filter(each => each.what === 'sent')
  expect(out.map(each => each.kind)).toEqual(['CEB311', 'CEB411', 'CEB511', 'CEB621'])
  expect(
    out.every(each => /^[0-9a-f]{64}$/.test(each.sm3!) && (each.signature as { value: string }).value),
  ).toBe(true)
  expect(read.timeline.filter(each => each.what === 'receipt')).toHaveLength(11)
  expect(read.deadlines.map(each => [each.what, each.until])).toEqual([
    ['import_tax', '2027-01-07'],
    ['return', '2026-12-23'],
  ])
  await must(host, 'kernel.audit.verify', {})
})

it('what is missing is listed with where to give it, and the order waits as a draft until it is given', async () => {
  const { counter, host } = ground
  const plan = await ground.submit([{ buyerPhone: '', waybillNo: '' }])
  expect(await counter.out()).toEqual([])
  const [draft] = await ground.list(plan)
  expect(draft).toMatchObject({ state: 'draft', obstacles: 4, todo: { code: 'draft' } })
  const { obstacleList } = await ground.read(draft!.id)
  expect(obstacleList.map(each => [each.message, each.element, each.where, each.field])).toEqual([
    ['CEB311', 'OrderHead.buyerTelephone', 'book', 'buyerPhone'],
    ['CEB511', 'LogisticsHead.logisticsNo', 'book', 'waybillNo'],
    ['CEB621', 'InventoryHead.logisticsNo', 'book', 'waybillNo'],
    ['CEB621', 'InventoryHead.buyerTelephone', 'book', 'buyerPhone'],
  ])
  await must(
    host,
    'customs.declaration.amend',
    { id: draft!.id, fields: { buyerPhone: '13700000000' } },
    trader,
  )
  expect(await ground.read(draft!.id)).toMatchObject({ state: 'draft', obstacles: 2 })
  await must(host, 'customs.declaration.amend', { id: draft!.id, fields: { waybillNo: 'YT-given' } }, trader)
  await ground.turn()
  expect(await ground.read(draft!.id)).toMatchObject({ state: 'sent', obstacles: 0 })
  const messages = await counter.out()
  expect(messages).toHaveLength(3)
  expect(messages.find(each => each.type === 'CEB311Message')!.xml).toContain('13700000000')
})

it('a payment that is not what the order says to be paid is named, and nothing goes out', async () => {
  const plan = await ground.submit([{ paidAmount: '110.00' }])
  const [draft] = await ground.list(plan)
  const { obstacleList } = await ground.read(draft!.id)
  expect(obstacleList).toMatchObject([
    {
      code: 'match.differs',
      message: 'CEB311',
      element: 'OrderHead.acturalPaid',
      field: 'CEB411 PaymentHead.amountPaid',
      text: {
        en: 'CEB311 OrderHead.acturalPaid = 447.31 does not agree with CEB411 PaymentHead.amountPaid = 110',
      },
    },
  ])
  expect(await ground.counter.out()).toEqual([])
})

it('a refused row is corrected and sent again without touching the others', async () => {
  const { counter, host } = ground
  const plan = await ground.submit([{}, { consigneeAddress: '写错的地址' }, {}])
  for (const message of await counter.out()) await counter.answer(message, '120')
  await ground.turn()
  const [lists] = await counter.out()
  const rows = await ground.list(plan)
  const wrong = rows[1]!.number
  // One list of the three is rejected, the others released.
  const only = (number: string, keep: boolean) => ({
    ...lists!,
    xml: lists!.xml
      .split(/(?=<ceb:InventoryHead>)/)
      .filter((part, n) => n === 0 || part.includes(`<ceb:copNo>${number}<`) === keep)
      .join(''),
  })
  await counter.answer(only(wrong, true), '100', { info: '[Code:9;Desc:地址不详]' })
  await counter.answer(only(wrong, false), '800')
  await ground.turn()
  expect((await ground.list(plan)).map(each => each.state)).toEqual(['released', 'rejected', 'released'])
  expect(await ground.read(wrong)).toMatchObject({
    said: '[Code:9;Desc:地址不详]',
    todo: { code: 'rejected' },
  })

  await must(
    host,
    'customs.declaration.amend',
    { id: wrong, fields: { consigneeAddress: '湖北省武汉市江汉区改正路 2 号' } },
    trader,
  )
  await ground.turn()
  // The address stands in order, waybill and list: order and waybill go first, as changes of what the counter has.
  const again = await counter.out()
  expect(again.map(each => each.type).sort()).toEqual(['CEB311Message', 'CEB511Message'])
  expect(again.every(each => each.xml.includes('<ceb:appType>2<') && each.xml.includes('改正路'))).toBe(true)
  for (const message of again) await counter.answer(message, '120')
  await ground.turn()
  const [second] = await counter.out()
  expect(second).toMatchObject({ type: 'CEB621Message' })
  expect(second!.xml).toContain('<ceb:appType>1<')
  // A late copy of the rejection is of the earlier submission.
  await counter.answer(only(wrong, true), '100', { time: '20261123100100000' })
  await counter.answer(second!, '800')
  await ground.turn()
  expect((await ground.list(plan)).map(each => each.state)).toEqual(['released', 'released', 'released'])
})

it('is cancelled by an application that names the list, once the customs grants it', async () => {
  const { counter, host } = ground
  const plan = await ground.submit([{}])
  for (const message of await counter.out()) await counter.answer(message, '120')
  await ground.turn()
  const [list] = await counter.out()
  await counter.answer(list!, '120')
  await ground.turn()
  const [row] = await ground.list(plan)
  await must(host, 'customs.declaration.cancel', { id: row!.id, reason: '买家取消' }, trader)
  await ground.turn()
  const [application] = await counter.out()
  expect(application).toMatchObject({ type: 'CEB623Message' })
  expect(application!.xml).toContain('<ceb:invtNo>47012026I000000001<')
  expect(
    await host.call('customs.declaration.cancel', { id: row!.id, reason: '再次' }, trader),
  ).toMatchObject({
    refusal: { code: 'declaration.not_possible' },
  })
  await counter.answer(application!, '120')
  await ground.turn()
  expect((await ground.list(plan))[0]).toMatchObject({ state: 'declared' })
  await counter.answer(application!, '399')
  await ground.turn()
  expect((await ground.list(plan))[0]).toMatchObject({ state: 'cancelled' })
})

it('a draft is withdrawn, and its numbers can be declared again', async () => {
  const { counter, host } = ground
  const same = { platformOrderNo: 'EX-same', paymentNo: 'PAY-same', waybillNo: 'YT-same' }
  const plan = await ground.submit([same, same])
  const [first, second] = await ground.list(plan)
  expect([first!.state, second!.state]).toEqual(['sent', 'draft'])
  expect((await ground.read(second!.id)).obstacleList).toMatchObject([
    { code: 'declaration.already', field: first!.number },
  ])
  await must(host, 'customs.declaration.cancel', { id: second!.id, reason: '重复' }, trader)
  expect((await ground.list(plan))[1]).toMatchObject({ state: 'withdrawn' })
  expect(await counter.out()).toHaveLength(3)
})

it('goods of a released import go back within the days of the law, line by line', async () => {
  const { counter, host } = ground
  const plan = await ground.submit([{}])
  for (const message of await counter.out()) await counter.answer(message, '120')
  await ground.turn()
  const [list] = await counter.out()
  await counter.answer(list!, '800')
  await ground.turn()
  const [row] = await ground.list(plan)
  const back = (lines: unknown) =>
    host.call('customs.declaration.return', { id: row!.id, reason: '不合适', lines }, trader)
  expect(await back([{ line: 1, qty: '2' }])).toMatchObject({ refusal: { code: 'declaration.no_such_line' } })
  expect(await back([{ line: 1, qty: '1' }])).toMatchObject({ kind: 'done' })
  await ground.turn()
  const [application] = await counter.out()
  expect(application).toMatchObject({ type: 'CEB625Message' })
  await counter.answer(application!, '399')
  await ground.turn()
  expect((await ground.list(plan))[0]).toMatchObject({ state: 'returned' })
})
