import { testDatabase } from '@tongqu/tools/test/database'
import { beforeAll, describe, expect, it } from 'vitest'
import { must, upload } from '../testing.ts'
import { exampleProfile } from './example.ts'
import { type SeenMessage, windowEnvelope } from './testing/counter.ts'
import { generalOrder } from './testing/general.ts'
import { type DeclarationGround, declarationGround, trader } from './testing/ground.ts'

let ground: DeclarationGround
beforeAll(async () => {
  ground = await declarationGround((await testDatabase()).url)
})

const TO = exampleProfile.dxpId
/** A number as the window gives it. */
const numberOf = (n: number) => `I20261123${String(n).padStart(9, '0')}`
const tag = ({ xml }: Pick<SeenMessage, 'xml'>, name: string) =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^<\\]]*)`).exec(xml)?.[1]

/** The window takes the message in under a number, and says the steps one by one. */
async function answered(message: SeenMessage, number: string, ...channels: string[]): Promise<void> {
  const { counter } = ground
  const clientNo = tag(message, 'ClientSeqNo')!
  await counter.put(`W${number}`, windowEnvelope({ code: '0', clientNo, number }, TO))
  for (const [n, channel] of channels.entries()) {
    const time = `2026-11-23T11:0${n}:00`
    const entry = channel === '7' ? {} : { entry: `470120260${number.slice(-9)}` }
    await counter.put(`W${number}-${channel}`, windowEnvelope({ channel, number, time, ...entry }, TO))
  }
  await ground.turn()
}

const without = (of: Record<string, unknown>, field: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(of).filter(([name]) => name !== field))

describe('a customs declaration of one order', () => {
  it('goes to the window, and by its steps to release, under the number that the customs gave', async () => {
    const plan = await ground.submit([generalOrder])
    const [message] = await ground.counter.out()
    expect(message).toMatchObject({ type: 'DecMessage' })
    const [declaration] = await ground.list(plan)
    expect(declaration).toMatchObject({ mode: '0110', form: 'declaration', state: 'sent', obstacles: 0 })
    await answered(message!, numberOf(1), '7', 'L')
    expect((await ground.list(plan))[0]).toMatchObject({ state: 'declared', listNo: '470120260000000001' })
    await answered(message!, numberOf(1), '7', 'L', 'P')
    expect((await ground.list(plan))[0]).toMatchObject({ state: 'released' })
  })

  it('says all that it needs and nobody gave, each with where to give it, and goes out once it is given', async () => {
    const bare = ['contractNo', 'tradeCountry', 'crossingPort', 'producer'].reduce(without, {
      ...generalOrder,
    })
    const plan = await ground.submit([bare])
    expect(await ground.counter.out()).toEqual([])
    const [draft] = await ground.list(plan)
    const { obstacleList } = await ground.read(draft!.id)
    expect(obstacleList.map(({ element, where, field }) => [element, where, field])).toEqual([
      ['DecHead.ContrNo', 'book', 'contractNo'],
      ['DecHead.OwnerCode', 'book', 'producer'],
      ['DecHead.TradeAreaCode', 'book', 'tradeCountry'],
      ['DecHead.EntyPortCode', 'book', 'crossingPort'],
    ])
    const fields = { contractNo: 'HT-9', tradeCountry: 'AE', crossingPort: '420101', producer: '示例灯具厂' }
    await must(ground.host, 'customs.declaration.amend', { id: draft!.id, fields }, trader)
    await ground.turn()
    const [message] = await ground.counter.out()
    expect(message!.xml).toContain('<ContrNo>HT-9</ContrNo>')
  })

  it('that the window refused is sent again when it is corrected, and a refused copy undoes nothing', async () => {
    const plan = await ground.submit([generalOrder])
    const [message] = await ground.counter.out()
    const clientNo = tag(message!, 'ClientSeqNo')!
    await ground.counter.put('refused', windowEnvelope({ code: '1', clientNo, text: '数据校验不通过' }, TO))
    await ground.turn()
    const [refused] = await ground.list(plan)
    expect(refused).toMatchObject({ state: 'rejected', said: '数据校验不通过 [1]' })
    await must(
      ground.host,
      'customs.declaration.amend',
      { id: refused!.id, fields: { contractNo: 'HT-2' } },
      trader,
    )
    await ground.turn()
    const [again] = await ground.counter.out()
    expect([tag(again!, 'ClientSeqNo'), tag(again!, 'ContrNo')]).toEqual([clientNo, 'HT-2'])
    const later = windowEnvelope({ code: '0', clientNo, number: numberOf(3) }, TO)
    await ground.counter.put('taken', later.replace('10:00:00', '12:00:00'))
    const copy = windowEnvelope({ code: '1', clientNo, text: '业务主键重复' }, TO)
    await ground.counter.put('copy', copy.replace('10:00:00', '12:30:00'))
    await ground.turn()
    expect((await ground.list(plan))[0]).toMatchObject({ state: 'stored', isContradicted: false })
  })

  it('keeps a step that comes before the window’s number until that is there, and one of no known meaning', async () => {
    const plan = await ground.submit([generalOrder])
    const [message] = await ground.counter.out()
    const step = (channel: string) =>
      windowEnvelope({ channel, number: numberOf(4), time: '2026-11-23T13:00:00' }, TO)
    await ground.counter.put('early', step('P'))
    await ground.counter.put('odd', step('Z'))
    await ground.turn()
    expect((await ground.list(plan))[0]).toMatchObject({ state: 'sent' })
    await answered(message!, numberOf(4))
    await ground.turn()
    const [declaration] = await ground.list(plan)
    expect(declaration).toMatchObject({ state: 'released' })
    const held = await must<{ receipts: { status: string; reason: string }[] }>(
      ground.host,
      'customs.receipt.held',
      {},
      trader,
    )
    expect(held.receipts.map(({ status, reason }) => [status, reason])).toEqual([
      ['Z', 'receipt.unknown_status'],
    ])
    const cancelled = await ground.host.call(
      'customs.declaration.cancel',
      { id: declaration!.id, reason: '买方取消' },
      trader,
    )
    expect(cancelled).toMatchObject({ kind: 'refused', refusal: { code: 'declaration.by_person' } })
  })
})

describe('orders of one container under market procurement', () => {
  it('go in one declaration, merged where there are more than five kinds, with the buyers in its note', async () => {
    const plan = await ground.submit([market(1, GOODS.slice(0, 4)), market(2, GOODS.slice(4))])
    const [message, ...others] = await ground.counter.out()
    expect(others).toEqual([])
    const [declaration] = await ground.list(plan)
    expect(declaration).toMatchObject({ mode: '1039', orders: 2, state: 'sent' })
    expect((await ground.read(declaration!.id)).orderNos).toEqual(['M-1', 'M-2'])
    // Seven kinds: the five dearest alone, the other two of one chapter under the dearer.
    const codes = [...message!.xml.matchAll(/<CodeTS>(\d+)/g)].map(([, code]) => code)
    const totals = [...message!.xml.matchAll(/<DeclTotal>([\d.]+)/g)].map(([, total]) => total)
    expect(codes).toEqual([
      '9503002100',
      '9503006000',
      '9503008900',
      '9506621000',
      '6505009900',
      '6115960000',
    ])
    expect(totals).toEqual(['700', '600', '500', '400', '300', '300'])
    expect(message!.xml).toContain(
      '采购商：Example Trading LLC，阿联酋，证件号码：P1234567；Other Trading LLC，阿联酋，证件号码：P7654321',
    )
    expect(tag(message!, 'ContainerId')).toBe('EXMU1234567')
    const kept = await ground.host.database.transact({ scope: 'system' }, tx =>
      tx.query<{ content: string }>('select content::text from customs.record where declaration_id = $1', [
        declaration!.id,
      ]),
    )
    expect(kept[0]!.content).not.toContain('P1234567')
  })

  it('stay apart where a trader chose another mode for one of them', async () => {
    const plan = await ground.plan([market(1, GOODS.slice(0, 1)), market(2, GOODS.slice(1, 2))])
    const other = { id: plan, orderNo: 'M-2', mode: '0110', reason: '有专用发票' }
    await must(ground.host, 'customs.plan.override', other, trader)
    await must(ground.host, 'customs.declaration.submit', { plan }, trader)
    await ground.turn()
    const made = await ground.list(plan)
    expect(made.map(({ orderNo, mode }) => [orderNo, mode])).toEqual([
      ['M-1', '1039'],
      ['M-2', '0110'],
    ])
    await ground.counter.out()
  })

  it('wait as a draft where the rates of the day of declaring put them above the limit', async () => {
    const order = { ...market(1, GOODS.slice(0, 1)), orderNo: 'L-1', currency: 'CNY' } as Record<
      string,
      unknown
    >
    const [good] = order.lines as Record<string, unknown>[]
    const book = { orders: [{ ...order, lines: [{ ...good, price: '1100000.00' }] }] }
    const file = await upload(ground.host, trader, 'limit.json', Buffer.from(JSON.stringify(book)))
    // CNY 8 a dollar when it was planned, and less on the day of declaring.
    const planned = { file, date: '2026-11-23', fx: { USD: '8' } }
    const { id } = await must<{ id: string }>(ground.host, 'customs.plan.create', planned, trader)
    await ground.host.settle()
    await must(ground.host, 'customs.declaration.submit', { plan: id }, trader)
    await ground.turn()
    const [draft] = await ground.list(id)
    expect(draft).toMatchObject({ mode: '1039', state: 'draft' })
    const { obstacleList } = await ground.read(draft!.id)
    expect(obstacleList.map(({ code }) => code)).toEqual(['declaration.above_limit'])
  })

  it('share its fate, and what one of them lacks is given for that one', async () => {
    const plan = await ground.submit([
      market(1, GOODS.slice(0, 1)),
      without(market(2, GOODS.slice(1, 2)), 'buyerNationality'),
    ])
    const [draft] = await ground.list(plan)
    const { obstacleList } = await ground.read(draft!.id)
    expect(obstacleList).toMatchObject([{ element: 'DecHead.NoteS', field: 'buyerNationality' }])
    const fields = { buyerNationality: 'IN' }
    const stranger = await ground.host.call(
      'customs.declaration.amend',
      { id: draft!.id, order: 'M-3', fields },
      trader,
    )
    expect(stranger).toMatchObject({ kind: 'refused', refusal: { code: 'declaration.no_such_order' } })
    await must(ground.host, 'customs.declaration.amend', { id: draft!.id, order: 'M-2', fields }, trader)
    await ground.turn()
    const [message] = await ground.counter.out()
    expect(message!.xml).toContain('Example Trading LLC，阿联酋')
    expect(message!.xml).toContain('Other Trading LLC，印度')
    await answered(message!, numberOf(6), '7', 'L', 'P')
    expect(await ground.list(plan)).toMatchObject([{ orders: 2, state: 'released' }])
  })
})

const GOODS = [
  ['9503002100', '毛绒玩偶', '007', '700'],
  ['9503006000', '积木拼图', '006', '600'],
  ['9503008900', '玩具小车', '007', '500'],
  ['9506621000', '足球', '007', '400'],
  ['6505009900', '棒球帽', '007', '300'],
  ['6115960000', '运动袜', '025', '200'],
  ['6115960000', '长筒袜', '025', '100'],
] as const

function market(n: number, goods: readonly (typeof GOODS)[number][]): Record<string, unknown> {
  return {
    ...without(generalOrder, 'contractNo'),
    orderNo: `M-${n}`,
    shipment: 'C-1',
    channel: 'market',
    sellerKind: 'stall',
    sellerId: 'A-1',
    settlement: 'bank',
    buyerId: n === 1 ? 'P1234567' : 'P7654321',
    buyerName: n === 1 ? 'Example Trading LLC' : 'Other Trading LLC',
    buyerNationality: 'AE',
    containerNo: 'EXMU1234567',
    containerKind: '11',
    lines: goods.map(([hsCode, name, unit, price]) => ({
      hsCode,
      name,
      qty: '1',
      unit,
      price,
      origin: 'CN',
      netWeight: '2',
      grossWeight: '2.5',
      inCluster: true,
      elements: '0|0',
      domesticSource: '42019',
    })),
  }
}
