import { SimulatedClock } from '@tongqu/kernel/clock'
import type { Host } from '@tongqu/kernel/host'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, upload } from '../testing.ts'
import { exampleProfile } from './example.ts'
import { envelope, type SeenMessage } from './testing/counter.ts'
import { type DeclarationGround, declarationGround, trader } from './testing/ground.ts'

const other = someone('00000000-0000-7000-8000-00000000000b', [
  'customs.plan.*',
  'customs.declaration.*',
  'customs.declarant.*',
  'kernel.file.*',
])
const clock = new SimulatedClock(new Date('2026-11-23T02:00:00Z'), 0)
const database = await testDatabase()
let ground: DeclarationGround
let host: Host
beforeAll(async () => {
  ground = await declarationGround(database.url, { clock })
  host = ground.host
})
afterAll(() => host.stop())

interface Kept extends Record<string, unknown> {
  readonly receipts: number
  readonly copies: number
  readonly held: number
  readonly waiting: number
  readonly unreadable: number
}

async function kept(): Promise<Kept> {
  const [row] = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<Kept>(`select (select count(*)::int from customs.receipt) as receipts,
      (select coalesce(sum(copies), 0)::int from customs.receipt) as copies,
      (select count(*)::int from customs.receipt_held where settled_at is null) as held,
      (select count(*)::int from customs.message where direction = 'in' and state = 'waiting') as waiting,
      (select count(*)::int from customs.message where direction = 'in' and state = 'unreadable') as unreadable`),
  )
  return row!
}
const heldReasons = async () => {
  const rows = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ reason: string }>(
      'select reason from customs.receipt_held where settled_at is null order by held_at, id',
    ),
  )
  return rows.map(row => row.reason)
}

/** A declaration whose list is sent, and the list's message. */
async function sentList(): Promise<{ number: string; list: SeenMessage }> {
  const plan = await ground.submit([{}])
  for (const message of await ground.counter.out()) await ground.counter.answer(message, '120')
  await ground.turn()
  const [list] = await ground.counter.out()
  const [row] = await ground.list(plan)
  return { number: row!.number, list: list! }
}
const stateOf = async (number: string) => (await ground.read(number)).state

describe('receipts that come again or out of order', () => {
  it('a thousand copies of one receipt change what one changes, and nothing is counted as another', async () => {
    const { number, list } = await sentList()
    const before = await kept()
    const one = ground.counter.receiptFor(list, '800', { time: '20261123120000000' })
    // Byte for byte the same under a thousand names, then the same receipt in a thousand envelopes that differ.
    for (let n = 0; n < 50; n++) await ground.counter.put(`same-${n}`, one)
    for (let n = 0; n < 950; n++)
      await ground.counter.put(`copy-${n}`, one.replace(/<CopMsgId>[^<]*/, `<CopMsgId>COPY-${n}`))
    await ground.turn()
    const after = await kept()
    expect([after.receipts - before.receipts, after.copies - before.copies]).toEqual([1, 951])
    expect([after.held, after.waiting, after.unreadable]).toEqual([before.held, 0, before.unreadable])
    expect(await stateOf(number)).toBe('released')
    const released = await host.database.transact({ scope: 'system' }, tx =>
      tx.query(
        `select 1 from kernel.event where type = 'customs.declaration.moved' and data->>'number' = $1
        and data->>'to' = 'released'`,
        [number],
      ),
    )
    expect(released).toHaveLength(1)
  })

  it('every order of the receipts of a list ends in the same state', async () => {
    const receipts = [
      ['2', '20261123100100000'],
      ['120', '20261123100200000'],
      ['300', '20261123100300000'],
      ['800', '20261123100400000'],
    ] as const
    for (const order of [
      [3, 0, 2, 1],
      [1, 3, 2, 0],
      [2, 1, 0, 3],
    ]) {
      const { number, list } = await sentList()
      for (const n of order) {
        await ground.counter.answer(list, receipts[n]![0], { time: receipts[n]![1] })
        await ground.turn()
      }
      expect(await stateOf(number)).toBe('released')
    }
  })
})

describe('receipts that cannot be applied are held with their reason', () => {
  it('an unknown code, an unknown record, nobody it is addressed to', async () => {
    const { number, list } = await sentList()
    const { counter } = ground
    await counter.answer(list, '600')
    await ground.turn()
    await counter.answer({ ...list, xml: list.xml.replaceAll(number, 'D99999999999999') }, '800')
    await ground.turn()
    await counter.answer(list, '800', { to: 'DXPNOBODY' })
    await ground.turn()
    expect((await heldReasons()).sort()).toEqual([
      'receipt.not_addressed',
      'receipt.unknown_record',
      'receipt.unknown_status',
    ])
    expect(await stateOf(number)).toBe('sent')
    const { timeline } = await ground.read(number)
    expect(timeline.filter(each => each.what === 'held')).toMatchObject([
      { status: '600', info: 'receipt.unknown_status' },
    ])
  })

  it('a receipt for another tenant’s list moves it not, and neither tenant sees the other’s', async () => {
    const { number, list } = await sentList()
    await must(host, 'customs.declarant.set', { ...exampleProfile, dxpId: 'DXPENT0000000002' }, other)
    await ground.counter.answer(list, '100', { to: 'DXPENT0000000002' })
    await ground.turn()
    expect(await heldReasons()).toContain('receipt.other_party')
    expect(await stateOf(number)).toBe('sent')
    expect(await host.call('customs.declaration.read', { id: number }, other)).toMatchObject({
      refusal: { code: 'declaration.not_found' },
    })
    expect(await host.call('customs.declarant.set', exampleProfile, other)).toMatchObject({
      refusal: { code: 'declaration.dxp_taken' },
    })
  })

  it('a receipt before its message waits for it, and is taken up when the message goes out', async () => {
    const plan = await ground.submit([{}])
    const [row] = await ground.list(plan)
    const supports = await ground.counter.out()
    const early = `<CEB622Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><InventoryReturn><guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><copNo>${row!.number}</copNo><preNo>B20261123000000001</preNo><returnStatus>120</returnStatus><returnTime>20261123110000000</returnTime></InventoryReturn></CEB622Message>`
    await ground.counter.put('early', envelope(early, 'CEB622Message', exampleProfile.dxpId))
    await ground.turn()
    expect(await heldReasons()).toContain('receipt.before_message')
    for (const message of supports) await ground.counter.answer(message, '120')
    await ground.turn()
    await ground.turn()
    expect(await heldReasons()).not.toContain('receipt.before_message')
    expect(await stateOf(row!.number)).toBe('declared')
    await ground.counter.out()
  })

  it('a form error of a whole message fails each of its records, and they can be sent again', async () => {
    const plan = await ground.submit([{}, {}])
    const messages = await ground.counter.out()
    const orders = messages.find(each => each.type === 'CEB311Message')!
    const number = orders.name.replace('.xml', '')
    const body = `<CEB900Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><MessageReturn><guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><returnStatus>-1</returnStatus><returnInfo>报文格式错误</returnInfo><returnTime>20261123110000000</returnTime><oriCopMsgId>${number}</oriCopMsgId></MessageReturn></CEB900Message>`
    await ground.counter.put('format', envelope(body, 'CEB900Message', exampleProfile.dxpId))
    await ground.turn()
    const rows = await ground.list(plan)
    expect(rows.map(each => [each.state, each.said])).toEqual([
      ['failed', '报文格式错误'],
      ['failed', '报文格式错误'],
    ])
    await must(host, 'customs.declaration.resend', { id: rows[0]!.id }, trader)
    await ground.turn()
    const again = await ground.counter.out()
    expect(again.map(each => each.type)).toContain('CEB311Message')
    expect((await ground.list(plan)).map(each => each.state)).toEqual(['sent', 'failed'])
  })
})

describe('what is hostile or broken at the gateway', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><DxpMsg>&b;</DxpMsg>`

  it('is kept, told as unreadable with its code, and stops nothing behind it', async () => {
    const { number, list } = await sentList()
    const before = await kept()
    await ground.counter.put('a-bomb', bomb)
    await ground.counter.put('b-bomb-inside', envelope(bomb, 'CEB622Message', exampleProfile.dxpId))
    await ground.counter.put('c-no-xml', 'PK\u0003\u0004 nothing of the kind')
    await ground.counter.put('d-depth', '<a>'.repeat(100_000))
    await ground.counter.put('e-namespace', ground.counter.receiptFor(list, '100').replace('/dxp"', '/dxpx"'))
    await ground.counter.answer(list, '800', { name: 'z-good' })
    await ground.turn()
    const after = await kept()
    expect([after.unreadable - before.unreadable, after.waiting]).toEqual([5, 0])
    expect(await stateOf(number)).toBe('released')
    const failures = await host.database.transact({ scope: 'system' }, tx =>
      tx.query<{ name: string; code: string }>(
        `select name, failure->>'code' as code from customs.message where state = 'unreadable' order by name`,
      ),
    )
    expect(failures).toEqual([
      { name: 'a-bomb', code: 'xml.doctype_refused' },
      { name: 'b-bomb-inside', code: 'xml.doctype_refused' },
      { name: 'c-no-xml', code: expect.stringMatching(/^xml\./) as string },
      { name: 'd-depth', code: 'xml.too_deep' },
      { name: 'e-namespace', code: 'message.wrong_namespace' },
    ])
  })

  it('comes by HTTP as well, once however often it is delivered, and only from whom may deliver', async () => {
    const { number, list } = await sentList()
    const gateway = someone('00000000-0000-7000-8000-0000000000cc', ['customs.counter.deliver'])
    const bytes = Buffer.from(ground.counter.receiptFor(list, '800'))
    const kept = await upload(host, trader, 'x', bytes)
    const given = { sm3: kept, bytes: bytes.length, type: 'text/plain', name: 'r.xml' }
    const deliver = (by: typeof gateway) =>
      host.call('customs.counter.deliver', given, by, { uploaded: true })
    expect(await deliver(trader)).toMatchObject({ refusal: { code: 'call.not_allowed' } })
    expect(await deliver(gateway)).toMatchObject({ output: { isNew: true } })
    expect(await deliver(gateway)).toMatchObject({ output: { isNew: false } })
    await host.settle()
    expect(await stateOf(number)).toBe('released')
  })
})

it('a counter that is silent for a day is on the list of what is late, and can be asked again', async () => {
  const { number } = await sentList()
  const late = async () => (await ground.read(number)).isLate
  expect(await late()).toBe(false)
  clock.set(new Date('2026-11-24T02:00:01Z'))
  expect(await late()).toBe(true)
  const { declarations } = await must<{ declarations: { number: string; todo: { code: string } }[] }>(
    host,
    'customs.declaration.list',
    { what: 'late' },
    trader,
  )
  expect(declarations.find(each => each.number === number)).toMatchObject({ todo: { code: 'late' } })
  await must(host, 'customs.declaration.resend', { id: number }, trader)
  await ground.turn()
  const [again] = await ground.counter.out()
  // The counter knows it: a duplicate key proves that the first one arrived, and changes nothing.
  await ground.counter.answer(again!, '-304001', { time: '20261124110000000' })
  await ground.turn()
  expect(await stateOf(number)).toBe('sent')
  await ground.counter.answer(again!, '120', { time: '20261124110500000' })
  await ground.turn()
  expect([await stateOf(number), await late()]).toEqual(['declared', false])
})
