import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { type Actor, anonymous, systemActor } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { textOf } from '@tongqu/print/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generalOrder } from '../declaration/testing/counter.ts'
import { type DeclarationGround, declarationGround, trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import type * as contract from './contract.ts'

type Printed = Static<typeof contract.Printed>
const permissions = [...trader.grants.keys(), 'customs.paper.*']
const owner = someone(trader.party!, permissions)
const another = someone('00000000-0000-7000-8000-00000000000b', permissions)
const reader = someone(trader.party!, [...trader.grants.keys(), 'customs.paper.print', 'customs.paper.read'])
const nobody = anonymous('zh', 'http')

const database = await testDatabase()
let ground: DeclarationGround
beforeAll(async () => {
  ground = await declarationGround(database.url)
})
afterAll(() => ground.host.stop())

const print = (input: Record<string, unknown>, by: Actor = owner) =>
  must<Printed>(ground.host, 'customs.paper.print', input, by)
const refusalOf = async (call: string, input: unknown, by: Actor = owner) => {
  const outcome = await ground.host.call(call, input, by)
  return outcome.kind === 'refused' ? outcome.refusal.code : 'done'
}
async function bytesOf(id: string, by: Actor = owner): Promise<Buffer> {
  const { content } = await must<{ content: NodeJS.ReadableStream }>(
    ground.host,
    'customs.paper.fetch',
    { id },
    by,
  )
  return buffer(content as never)
}
const check = (code: string) =>
  must<{
    answer: string
    paper?: { standing: string; facts: unknown[]; sha256: string; reason?: string; issuer: object }
  }>(ground.host, 'kernel.paper.check', { code }, nobody)

describe('papers of an order', () => {
  it('an invoice says what the order says, line by line, in both languages', async () => {
    const plan = await ground.plan([{ ...generalOrder, orderNo: 'G-1' }])
    const paper = await print({ plan, orderNo: 'G-1', kind: 'invoice' })
    const text = textOf(await bytesOf(paper.id))
    for (const each of [
      '商业发票',
      'COMMERCIAL INVOICE',
      '示例国际贸易有限公司',
      'Example Trading LLC',
      'HT-1',
      'FOB',
      '台灯',
    ])
      expect(text).toContain(each)
    for (const each of ['Desk lamp', '9405200090', '100', '4.80', '480.00', 'G-1', paper.code, paper.address])
      expect(text).toContain(each)
    expect(paper.missing.map(each => each.zh)).toEqual(['结算方式'])
  })

  it('a contract names what the order does not say, prints it as missing, and puts nothing in its place', async () => {
    const { buyerName: _, incoterm: __, contractNo: ___, ...rest } = generalOrder
    const plan = await ground.plan([{ ...rest, orderNo: 'G-2', buyerName: '', contractNo: '' }])
    const paper = await print({ plan, orderNo: 'G-2', kind: 'contract', language: 'zh' })
    expect(paper.missing.map(each => each.zh)).toEqual(
      expect.arrayContaining(['买方', '合同号', '贸易术语', '结算方式']),
    )
    const text = textOf(await bytesOf(paper.id))
    expect(text.match(/（缺）/g)!.length).toBeGreaterThanOrEqual(paper.missing.length)
    expect(text).not.toContain('Example Trading')
  })

  it('a packing list adds up the weights, and leaves the total out where a line has none', async () => {
    const [line] = generalOrder.lines
    const lines = [line, { ...line, netWeight: '10.5', grossWeight: '12.25' }]
    const whole = await ground.plan([{ ...generalOrder, orderNo: 'G-3', lines }])
    const first = await print({ plan: whole, orderNo: 'G-3', kind: 'packing_list' })
    const text = textOf(await bytesOf(first.id))
    expect(text).toContain('100.5')
    expect(text).toContain('111.25')
    const { netWeight: _, ...without } = line!
    const partly = await ground.plan([{ ...generalOrder, orderNo: 'G-4', lines: [line, without] }])
    const second = await print({ plan: partly, orderNo: 'G-4', kind: 'packing_list' })
    expect(second.missing.map(each => each.zh)).toContain('净重（千克）')
  })

  it('a price cut is told apart from the goods', async () => {
    const plan = await ground.plan([{ ...generalOrder, orderNo: 'G-5', discount: '30' }])
    const text = textOf(await bytesOf((await print({ plan, orderNo: 'G-5', kind: 'invoice' })).id))
    expect(text).toContain('-30.00')
    expect(text).toContain('450.00')
  })

  it('printed again it is the same paper, byte for byte, with the same code', async () => {
    const plan = await ground.plan([{ ...generalOrder, orderNo: 'G-6' }])
    const first = await print({ plan, orderNo: 'G-6', kind: 'invoice' })
    const again = await print({ plan, orderNo: 'G-6', kind: 'invoice' })
    expect(again.id).toBe(first.id)
    const bytes = await bytesOf(first.id)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(first.sha256)
    expect(createHash('sm3').update(bytes).digest('hex')).toBe(first.sm3)
    const english = await print({ plan, orderNo: 'G-6', kind: 'invoice', language: 'en' })
    expect(english.code).not.toBe(first.code)
    expect((await check(first.code)).paper!.standing).toBe('current')
  })
})

describe('papers of a declaration', () => {
  it('a declaration sheet says what was declared, place by place', async () => {
    const plan = await ground.submit([generalOrder])
    const [declaration] = await ground.list(plan)
    const paper = await print({ declaration: declaration!.number, kind: 'declaration' })
    const text = textOf(await bytesOf(paper.id))
    for (const each of [
      '中华人民共和国海关出口货物报关单',
      '境内发货人（91420100EXAMPLE002）',
      '示例国际贸易有限公司',
    ])
      expect(text).toContain(each)
    for (const each of [
      '一般贸易',
      '9405200090',
      '台灯',
      '0|0|LED',
      '480.00',
      '阿联酋',
      '示例灯具有限公司',
      '是',
    ])
      expect(text.replaceAll('\n', '')).toContain(each)
    expect(text).not.toContain('草稿')
  })

  it('a draft is printed as one, with what it lacks', async () => {
    const plan = await ground.submit([{ ...generalOrder, packages: '', destinationPort: '' }])
    const [declaration] = await ground.list(plan)
    expect(declaration!.state).toBe('draft')
    const paper = await print({ declaration: declaration!.number, kind: 'declaration' })
    expect(textOf(await bytesOf(paper.id))).toContain('草稿：尚未向海关申报')
    expect(paper.missing.map(each => each.zh)).toEqual(expect.arrayContaining(['件数', '指运港']))
  })

  it('a retail list withholds the buyer’s number, and shows it to those alone who may see it, which the audit tells', async () => {
    const plan = await ground.submit([{}])
    const { id, number } = (await ground.list(plan))[0]!
    const withheld = await print({ declaration: number, kind: 'list' })
    const hidden = textOf(await bytesOf(withheld.id))
    expect(hidden).toContain('（已隐去）')
    expect(hidden).not.toMatch(/\d{17}[\dX]/)
    expect(await refusalOf('customs.paper.full', { declaration: id, kind: 'list' }, reader)).toBe(
      'call.not_allowed',
    )
    const full = await must<Printed>(
      ground.host,
      'customs.paper.full',
      { declaration: id, kind: 'list' },
      owner,
    )
    expect(full.code).not.toBe(withheld.code)
    expect(textOf(await bytesOf(full.id))).toMatch(/420100\d{11}[\dX]/)
    const outcome = await ground.host.call('customs.paper.fetch', { id: full.id }, reader)
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'call.not_allowed' } })
    await ground.host.settle()
    const { records } = await must<{ records: { type: string; data: { paper?: string } }[] }>(
      ground.host,
      'kernel.audit.search',
      { record: `customs.declaration/${id}` },
      systemActor('cli'),
    )
    const told = records.filter(each => each.type === 'kernel.paper.told' && each.data.paper === full.id)
    expect(told).toHaveLength(2)
    expect(JSON.stringify(await check(full.code))).not.toMatch(/\d{17}[\dX]|张三/)
  })

  it('an order that stands in a declaration with others is printed by its own number', async () => {
    const plan = await ground.submit([{}])
    const { number } = (await ground.list(plan))[0]!
    expect((await print({ declaration: number, kind: 'invoice' })).number).toBe('R-1')
    expect(await refusalOf('customs.paper.print', { declaration: number, kind: 'declaration' })).toBe(
      'paper.not_of_this',
    )
    expect(await refusalOf('customs.paper.print', { kind: 'invoice' })).toBe('paper.needs_subject')
    expect(await refusalOf('customs.paper.print', { plan, orderNo: 'none', kind: 'invoice' })).toBe(
      'paper.order_not_found',
    )
  })

  it('what can be printed is offered, with what was', async () => {
    const plan = await ground.submit([generalOrder])
    const { number } = (await ground.list(plan))[0]!
    const paper = await print({ declaration: number, kind: 'packing_list' })
    const { offered, papers } = await must<Static<typeof contract.Offered>>(
      ground.host,
      'customs.paper.list',
      { declaration: number },
      owner,
    )
    expect(offered.map(each => each.kind)).toEqual(['declaration', 'contract', 'invoice', 'packing_list'])
    expect(papers.map(each => each.id)).toEqual([paper.id])
  })
})

describe('whoever holds a paper may check it', () => {
  it('a code that was never issued, and one that is mistyped, are told apart', async () => {
    expect(await check('2222-2222-2222')).toEqual({ answer: 'unknown' })
    expect(await check('2222-2222-2223')).toEqual({ answer: 'mistyped' })
  })

  it('is told the figures, with the other side’s name but for its beginning', async () => {
    const plan = await ground.plan([{ ...generalOrder, orderNo: 'G-7' }])
    const paper = await print({ plan, orderNo: 'G-7', kind: 'invoice' })
    const { answer, paper: seen } = await check(paper.code.toLowerCase().replaceAll('-', ' '))
    expect(answer).toBe('found')
    expect(seen!.sha256).toBe(paper.sha256)
    const facts = JSON.stringify(seen!.facts)
    expect(facts).toContain('USD 480.00')
    expect(facts).toContain('Ex***')
    expect(facts).not.toContain('Example Trading')
  })

  it('a paper is superseded as soon as the declaration says something else, and the new one is current', async () => {
    const plan = await ground.submit([{ ...generalOrder, packages: '' }])
    const { id, number } = (await ground.list(plan))[0]!
    const before = await print({ declaration: number, kind: 'declaration' })
    expect((await check(before.code)).paper!.standing).toBe('current')
    await must(ground.host, 'customs.declaration.amend', { id, fields: { packages: '12' } }, owner)
    expect((await check(before.code)).paper!.standing).toBe('superseded')
    const after = await print({ declaration: number, kind: 'declaration' })
    expect(after.id).not.toBe(before.id)
    expect((await check(after.code)).paper!.standing).toBe('current')
    expect((await check(before.code)).paper!.standing).toBe('superseded')
  })

  it('a paper of a declaration that was withdrawn says so', async () => {
    const plan = await ground.submit([{ ...generalOrder, packages: '' }])
    const { id, number } = (await ground.list(plan))[0]!
    const paper = await print({ declaration: number, kind: 'declaration' })
    await must(ground.host, 'customs.declaration.cancel', { id, reason: '买家取消' }, owner)
    expect((await check(paper.code)).paper!.standing).toBe('cancelled')
  })

  it('a paper that was withdrawn says why and shows nothing more, and is withdrawn once', async () => {
    const plan = await ground.plan([{ ...generalOrder, orderNo: 'G-8' }])
    const { id, code } = await print({ plan, orderNo: 'G-8', kind: 'invoice' })
    await must(ground.host, 'customs.paper.withdraw', { id, reason: '金额有误' }, owner)
    expect((await check(code)).paper).toMatchObject({ standing: 'withdrawn', reason: '金额有误', facts: [] })
    expect(await refusalOf('customs.paper.withdraw', { id, reason: '再撤' })).toBe('paper.not_found')
    expect((await print({ plan, orderNo: 'G-8', kind: 'invoice' })).code).not.toBe(code)
  })
})

it('another party neither prints, lists, fetches nor withdraws', async () => {
  const plan = await ground.submit([{}])
  const { number } = (await ground.list(plan))[0]!
  const { id } = await print({ declaration: number, kind: 'list' })
  expect(await refusalOf('customs.paper.print', { declaration: number, kind: 'list' }, another)).toBe(
    'declaration.not_found',
  )
  expect(await refusalOf('customs.paper.print', { plan, orderNo: 'R-1', kind: 'invoice' }, another)).toBe(
    'paper.order_not_found',
  )
  expect(await refusalOf('customs.paper.full', { declaration: number, kind: 'list' }, another)).toBe(
    'declaration.not_found',
  )
  expect(await refusalOf('customs.paper.list', { declaration: number }, another)).toBe(
    'declaration.not_found',
  )
  expect(await refusalOf('customs.paper.fetch', { id }, another)).toBe('paper.not_found')
  expect(await refusalOf('customs.paper.withdraw', { id, reason: '不是我的' }, another)).toBe(
    'paper.not_found',
  )
})

it('two who print the same at once get one paper', async () => {
  const plan = await ground.plan([{ ...generalOrder, orderNo: 'G-9' }])
  const both = await Promise.all([1, 2].map(() => print({ plan, orderNo: 'G-9', kind: 'invoice' })))
  expect(both[0]!.code).toBe(both[1]!.code)
})
