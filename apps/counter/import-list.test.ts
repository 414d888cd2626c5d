import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import { statuses, TestDesk, unsigned } from './testing/desk.ts'
import { listOf, orderOf, paymentOf, waybillOf } from './testing/messages.ts'

const folder = await testFolder()
const desk = (...given: Parameters<typeof unsigned>) => new TestDesk(folder, unsigned(...given))

function three(at: TestDesk, serial: number): void {
  at.send('CEB311', orderOf(serial))
  at.send('CEB411', paymentOf(serial))
  at.send('CEB511', waybillOf(serial))
}

describe('a list with its three documents', () => {
  it('is declared, taken in and released, each with its own words and the numbers of the counter', () => {
    const at = desk()
    at.send('CEB621', listOf(1))
    three(at, 1)
    const receipts = at.answers()
    expect(statuses(receipts, 'CEB312')).toEqual(['2', '120'])
    expect(statuses(receipts, 'CEB412')).toEqual(['2', '120'])
    expect(statuses(receipts, 'CEB512')).toEqual(['2', '120'])
    const lists = receipts.filter(one => one.type === 'CEB622Message')
    expect(lists.map(one => one.status)).toEqual(['2', '120', '800'])
    expect(lists[1]!.info).toBe('[Code:1800;Desc:逻辑校验通过]')
    expect(lists[2]!.info).toBe('[Code:2600;Desc:放行]')
    expect(Object.keys(lists[2]!.values)).toEqual([
      ...['guid', 'customsCode', 'ebpCode', 'ebcCode', 'agentCode', 'copNo', 'preNo', 'invtNo'],
      ...['returnStatus', 'returnTime', 'returnInfo'],
    ])
    expect(lists[2]!.values.preNo).toMatch(/^B20261123\d{9}$/)
    expect(lists[2]!.values.invtNo).toMatch(/^47012026I\d{9}$/)
    expect(lists[2]!.values.returnTime).toMatch(/^20261123\d{9}$/)
  })

  it('sent again changes nothing and is told to be a duplicate', () => {
    const at = desk()
    three(at, 1)
    at.send('CEB621', listOf(1))
    at.answers()
    at.send('CEB621', listOf(1, { copNo: 'C9' }))
    at.send('CEB311', orderOf(1))
    const receipts = at.answers()
    expect(receipts.map(one => [one.type, one.status])).toEqual([
      ['CEB622Message', '-304001'],
      ['CEB312Message', '-304001'],
    ])
    expect(at.counter.tallies()).toMatchObject({ 'CEB621 taken': 1, 'CEB621 duplicate': 1 })
  })
})

describe('a list is refused', () => {
  it('without its order, payment and waybill, after it has waited for them', () => {
    const at = desk()
    at.send('CEB621', listOf(1))
    const start = at.now
    const receipts = at.answers()
    expect(statuses(receipts, 'CEB622')).toEqual(['2', '100'])
    expect(receipts.at(-1)!.info).toContain('未查到对应的订单')
    expect(receipts.at(-1)!.info).toContain('未查到对应的运单')
    expect(at.now - start).toBeGreaterThanOrEqual(60_000)
  })

  const wrong: [string, (at: TestDesk) => void, RegExp][] = [
    [
      'amount paid',
      at => documents(at, { payment: { amountPaid: '110.00' } }),
      /acturalPaid 115.01 与支付单 amountPaid 110.00 不一致/,
    ],
    [
      'order of the payment',
      at => documents(at, { payment: { orderNo: 'D2' } }),
      /订单 orderNo D1 与支付单 orderNo D2 不一致/,
    ],
    [
      'consignee',
      at => documents(at, { waybill: { consignee: '李四' } }),
      /订单 consignee {2}与运单 consignee {2}不一致/,
    ],
    ['telephone', at => documents(at, { waybill: { consigneeTelephone: '1' } }), /consigneeTelephone/],
    ['address', at => documents(at, { waybill: { consigneeAddress: '别处' } }), /consigneeAddress/],
    [
      'order of the waybill',
      at => documents(at, { waybill: { orderNo: 'D2' } }),
      /清单 orderNo D1 与运单 orderNo D2/,
    ],
    ['buyer', at => documents(at, { list: { buyerName: '李四' } }), /清单 buyerName/],
    [
      'price of a line',
      at => documents(at, { line: { totalPrice: '99.00' } }),
      /清单第 1 项 totalPrice 99.00 与订单 totalPrice 100.00/,
    ],
    ['quantity of a line', at => documents(at, { line: { qty: '3' } }), /qty 3 与订单 qty 2 不一致/],
    [
      'company',
      at => documents(at, { list: { agentCode: '42010' } }),
      /申报企业代码 agentCode 42010 未在海关备案/,
    ],
    [
      'identity card',
      at =>
        documents(at, {
          order: { buyerIdNumber: '110101199003070012' },
          list: { buyerIdNumber: '110101199003070012' },
        }),
      /不是有效的身份证/,
    ],
    ['day', at => documents(at, { list: { declTime: '20261001' } }), /declTime 20261001 不在/],
    ['weight', at => documents(at, { list: { netWeight: '3' } }), /净重 3 大于毛重/],
    [
      'book of a bonded list',
      at => documents(at, { list: { tradeMode: '1210', country: '142' } }),
      /账册编号 emsNo.*itemRecordNo/,
    ],
  ]
  it.each(wrong)('where the %s does not fit, and the reason names it', (_, send, said) => {
    const at = desk()
    send(at)
    const list = at.answers().filter(one => one.type === 'CEB622Message')
    expect(list.map(one => one.status)).toEqual(['2', '100'])
    expect(list[1]!.info).toMatch(said)
  })

  it('and an order whose sums do not fit is refused itself', () => {
    const at = desk()
    at.send('CEB311', orderOf(1, { acturalPaid: '110.00' }))
    const receipts = at.answers()
    expect(statuses(receipts, 'CEB312')).toEqual(['2', '100'])
    expect(receipts[1]!.info).toContain('应为 115.01')
  })

  it('and taken when it is put right and sent again', () => {
    const at = desk()
    three(at, 1)
    at.send('CEB621', listOf(1, {}, { qty: '3' }))
    expect(statuses(at.answers(), 'CEB622')).toEqual(['2', '100'])
    at.send('CEB621', listOf(1))
    expect(statuses(at.answers(), 'CEB622')).toEqual(['2', '120', '800'])
  })
})

type Changes = Partial<Record<'order' | 'payment' | 'waybill' | 'list' | 'line', Record<string, string>>>
function documents(at: TestDesk, { order, payment, waybill, list, line }: Changes): void {
  at.send('CEB311', orderOf(1, order))
  at.send('CEB411', paymentOf(1, payment))
  at.send('CEB511', waybillOf(1, waybill))
  at.send('CEB621', listOf(1, list, line))
}

describe('the limits of one person (财关税〔2018〕49号)', () => {
  /** A list worth so much, freight left out, of so many pieces. */
  function bought(at: TestDesk, serial: number, value: string, qty = '1'): string[] {
    const paid = { goodsValue: value, freight: '0', discount: '0', taxTotal: '0', acturalPaid: value }
    at.send(
      'CEB311',
      orderOf(serial, paid)
        .replace('<qty>2<', `<qty>${qty}<`)
        .replace('<totalPrice>100.00<', `<totalPrice>${value}<`),
    )
    at.send('CEB411', paymentOf(serial, { amountPaid: value }))
    at.send('CEB511', waybillOf(serial))
    at.send('CEB621', listOf(serial, { freight: '0' }, { qty, totalPrice: value }))
    return statuses(at.answers(), 'CEB622')
  }
  const released = ['2', '120', '800']
  const refused = ['2', '100']

  it('let 5,000.00 pass and not 5,000.01 of two pieces', () => {
    expect(bought(desk(), 1, '5000.00', '2')).toEqual(released)
    expect(bought(desk(), 1, '5000.01', '2')).toEqual(refused)
  })

  it('let one dearer piece pass below the year’s limit', () => {
    expect(bought(desk(), 1, '25999.99')).toEqual(released)
    expect(bought(desk(), 1, '26000.00')).toEqual(refused)
  })

  it('add up over the year, refused lists left out', () => {
    const at = desk()
    for (let serial = 1; serial <= 4; serial++) expect(bought(at, serial, '5000.00')).toEqual(released)
    expect(bought(at, 5, '1000.00')).toEqual(released)
    expect(bought(at, 6, '5000.01', '2')).toEqual(refused)
    expect(bought(at, 7, '5000.00')).toEqual(released)
    expect(bought(at, 8, '0.01')).toEqual(refused)
  })
})
