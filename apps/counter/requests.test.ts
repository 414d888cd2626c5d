import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import { type Receipt, statuses, TestDesk, unsigned } from './testing/desk.ts'
import * as outward from './testing/export.ts'
import { deliveryOf, listOf, orderOf, paymentOf, waybillOf } from './testing/messages.ts'

const folder = await testFolder()
const desk = () => new TestDesk(folder, unsigned())
const DAY = 86_400_000

/** Sends a list of import with its documents. @returns the number that the customs gave it */
function released(at: TestDesk, serial = 1): string {
  at.send('CEB311', orderOf(serial))
  at.send('CEB411', paymentOf(serial))
  at.send('CEB511', waybillOf(serial))
  at.send('CEB621', listOf(serial))
  return at.answers().findLast(one => one.type === 'CEB622Message')!.values.invtNo!
}

const said = (receipts: readonly Receipt[]) => receipts.map(one => one.info).join()

describe('cancelling a list of import (CEB623)', () => {
  it('is accepted once, and the order may then be declared anew', () => {
    const at = desk()
    const invtNo = released(at)
    at.send('CEB623', outward.cancelOf(1, invtNo))
    expect(statuses(at.answers(), 'CEB624')).toEqual(['2', '120', '399'])
    at.send('CEB623', outward.cancelOf(1, invtNo))
    expect(statuses(at.answers(), 'CEB624')).toEqual(['-304001'])
    at.send('CEB621', listOf(1))
    expect(statuses(at.answers(), 'CEB622')).toEqual(['2', '120', '800'])
  })

  it('is refused for a list that is not there, or is another’s', () => {
    const at = desk()
    const invtNo = released(at)
    at.send('CEB623', outward.cancelOf(1, '47012026I999999999'))
    expect(said(at.answers())).toContain('清单 47012026I999999999 不存在')
    at.send('CEB623', outward.cancelOf(1, invtNo, { agentCode: '4201000009' }))
    expect(said(at.answers())).toContain('申请 agentCode 4201000009 与清单 agentCode 4201000005 不一致')
  })
})

describe('goods sent back (CEB625)', () => {
  it('are accepted up to the quantity of the list, over several returns', () => {
    const at = desk()
    const invtNo = released(at)
    at.send('CEB625', outward.refundOf(1, invtNo, 'R1', '1'))
    expect(statuses(at.answers(), 'CEB626')).toEqual(['2', '120', '399'])
    at.send('CEB625', outward.refundOf(1, invtNo, 'R2', '2'))
    const receipts = at.answers()
    expect(said(receipts)).toContain('退货数量 3.00 超过清单数量 2')
    expect(statuses(receipts, 'CEB626')).toEqual(['2', '100'])
  })

  it('are refused when the days are over', () => {
    const at = desk()
    const invtNo = released(at)
    at.now += 31 * DAY
    at.send('CEB625', outward.refundOf(1, invtNo, 'C1', '1'))
    expect(said(at.answers())).toContain('已超过放行后 30 日')
  })
})

describe('a list of export', () => {
  function declared(at: TestDesk, serial: number, change = {}, line = {}): Receipt[] {
    at.send('CEB303', outward.exportOrderOf(serial))
    at.send('CEB505', outward.exportWaybillOf(serial))
    at.send('CEB603', outward.exportListOf(serial, change, line))
    return at.answers()
  }

  it('is released with its order and waybill; no receipt of money is asked for since 2024-12-15', () => {
    const receipts = declared(desk(), 1)
    expect(statuses(receipts, 'CEB604')).toEqual(['2', '120', '800'])
    expect(receipts.at(-1)!.values.invtNo).toMatch(/^47012026E\d{9}$/)
    expect(receipts.at(-1)!.values.statisticsFlag).toBe('B')
  })

  it('needed its receipt of money before that day', () => {
    const at = new TestDesk(folder, unsigned())
    at.now = Date.parse('2024-12-14T02:00:00Z')
    at.send('CEB303', outward.exportOrderOf(1, { appTime: '20241214090000' }))
    at.send('CEB505', outward.exportWaybillOf(1).replace(/<appTime>\d+/, '<appTime>20241214090000'))
    at.send('CEB603', outward.exportListOf(1, { appTime: '20241214090000' }))
    expect(said(at.answers())).toContain('未查到对应的收款单')
  })

  it('names four digits where it is simplified and ten where it is summed up', () => {
    expect(said(declared(desk(), 1, {}, { gcode: '9405' }))).toContain('gcode 9405 位数不符')
    expect(statuses(declared(desk(), 1, { statisticsFlag: 'A' }, { gcode: '9405' }), 'CEB604')).toContain(
      '800',
    )
  })

  it('of a special area names its book', () => {
    expect(said(declared(desk(), 1, { tradeMode: '1210' }))).toMatch(/emsNo.*iacCode.*iacName.*itemRecordNo/)
  })

  it('is cancelled by CEB605, and not summed up afterwards', () => {
    const at = desk()
    const invtNo = declared(at, 1).at(-1)!.values.invtNo!
    at.send('CEB605', outward.exportCancelOf(1, invtNo))
    expect(statuses(at.answers(), 'CEB606')).toEqual(['2', '120', '399'])
    at.send('CEB701', outward.summaryOf('S1', [invtNo]))
    expect(said(at.answers())).toContain('已撤销')
  })

  it('is summed up once: an application is taken and its declarations are told by CEB792, 50 lines each', () => {
    const at = desk()
    const numbers = Array.from({ length: 51 }, (_, n) => {
      const gcode = `94052${String(n).padStart(5, '0')}`
      return declared(at, n + 1, {}, { gcode }).at(-1)!.values.invtNo!
    })
    at.send('CEB701', outward.summaryOf('S1', numbers))
    const receipts = at.answers()
    expect(statuses(receipts, 'CEB702')).toEqual(['2', '120', '399'])
    expect(receipts.filter(one => one.type === 'CEB792Message')).toHaveLength(2)
    at.send('CEB701', outward.summaryOf('S2', numbers.slice(0, 1)))
    expect(said(at.answers())).toContain('已汇总')
  })
})

describe('an application for a summary in several parts (CEB701)', () => {
  const part = (seq: number, of: number) => ({ msgCount: String(of), msgSeqNo: String(seq) })

  function releasedLists(at: TestDesk, count: number, head = {}, line = {}): string[] {
    return Array.from({ length: count }, (_, n) => {
      at.send('CEB303', outward.exportOrderOf(n + 1))
      at.send('CEB505', outward.exportWaybillOf(n + 1))
      at.send('CEB603', outward.exportListOf(n + 1, head, line))
      return at.answers().at(-1)!.values.invtNo!
    })
  }
  const results = (at: TestDesk) =>
    at
      .envelopes()
      .filter(one => one.includes('CEB792Message'))
      .map(one => Buffer.from(/<Data>(.*)<\/Data>/.exec(one)![1]!, 'base64').toString())
  const values = (xml: string, name: string) =>
    [...xml.matchAll(new RegExp(`<${name}>([^<]*)<`, 'g'))].map(each => each[1])

  it('is summed up when its last part is there, under one number', () => {
    const at = desk()
    const lists = releasedLists(at, 3)
    at.send('CEB701', outward.summaryOf('S1', lists.slice(0, 2), part(1, 2)))
    const first = at.answers()
    expect(statuses(first, 'CEB702')).toEqual(['2', '120', '399'])
    expect(first.some(one => one.type === 'CEB792Message')).toBe(false)
    at.send('CEB701', outward.summaryOf('S1', lists.slice(2), part(2, 2)))
    const [result, ...others] = results(at)
    expect(others).toEqual([])
    expect(values(result!, 'sumNo')).toEqual([first[0]!.values.sumNo])
    expect(values(result!, 'invtNo')).toEqual(lists)
  })

  it('leaves out the part that was refused', () => {
    const at = desk()
    const lists = releasedLists(at, 2)
    at.send('CEB701', outward.summaryOf('S1', lists.slice(0, 1), part(1, 2)))
    at.send('CEB701', outward.summaryOf('S1', [lists[1]!, '47012026E999999999'], part(2, 2)))
    const [result] = results(at)
    expect(values(result!, 'invtNo')).toEqual(lists.slice(0, 1))
    // Its lists can be summed up in another application, and are not told twice.
    at.send('CEB701', outward.summaryOf('S2', lists.slice(1)))
    expect(values(results(at)[0]!, 'invtNo')).toEqual(lists.slice(1))
  })

  it('is refused where its parts do not say the same of it', () => {
    const at = desk()
    const lists = releasedLists(at, 2)
    at.send('CEB701', outward.summaryOf('S1', lists.slice(0, 1), part(1, 2)))
    at.send('CEB701', outward.summaryOf('S1', lists.slice(1), part(2, 3)))
    expect(said(at.answers())).toContain('msgCount 3 与同一申请的首份报文 msgCount 2 不一致')
    at.send('CEB701', outward.summaryOf('S1', lists.slice(1), part(3, 2)))
    expect(said(at.answers())).toContain('msgSeqNo 3 不在 1 至 msgCount 2 之间')
  })

  it('tells makers that are not registered apart, and weighs each list once', () => {
    const at = desk()
    const [one] = releasedLists(at, 1)
    at.send('CEB303', outward.exportOrderOf(2))
    at.send('CEB505', outward.exportWaybillOf(2))
    at.send('CEB603', outward.exportListOf(2, { ownerName: '另一工厂' }))
    const other = at.answers().at(-1)!.values.invtNo!
    at.send('CEB701', outward.summaryOf('S1', [one!, other]))
    const found = results(at)
    expect(found).toHaveLength(2)
    expect(found.flatMap(each => values(each, 'grossWeight'))).toEqual(['1.20', '1.20'])
  })
})

describe('parcels that entered the yard (CEB711)', () => {
  it('are taken once, each with its waybill; a list may come before or after', () => {
    const at = desk()
    at.send('CEB511', waybillOf(1))
    at.send('CEB711', deliveryOf('E1', ['L1']))
    const receipts = at.answers()
    expect(statuses(receipts, 'CEB712')).toEqual(['2', '120', '399'])
    expect(receipts.at(-1)!.values.rkdNo).toMatch(/^R20261123\d{9}$/)
    at.send('CEB711', deliveryOf('E2', ['L1']))
    expect(said(at.answers())).toContain('运单 L1 已入库')
    expect(released(at)).toMatch(/^47012026I/)
  })

  it('are refused without a waybill, or twice on one entry', () => {
    const at = desk()
    at.send('CEB511', waybillOf(1))
    at.send('CEB711', deliveryOf('E1', ['L1', 'L9']))
    expect(said(at.answers())).toContain('未查到运单 L9')
    at.send('CEB711', deliveryOf('E2', ['L1', 'L1']))
    expect(said(at.answers())).toContain('重复的运单')
  })
})

describe('the tax bill of a released list (CEB816)', () => {
  it('has VAT at 70 per cent to the cent, with the bill’s parts adding up', () => {
    const at = desk()
    at.send('CEB311', orderOf(1))
    at.send('CEB411', paymentOf(1))
    at.send('CEB511', waybillOf(1))
    at.send('CEB621', listOf(1))
    const bill = at.envelopes().find(one => one.includes('CEB816Message'))!
    const data = Buffer.from(/<Data>(.*)<\/Data>/.exec(bill)![1]!, 'base64').toString()
    // 110.00 × 13 % × 70 % = 10.01
    expect(data).toContain('<customsTax>0.00</customsTax><valueAddedTax>10.01</valueAddedTax>')
    expect(data).toContain('<taxPrice>110.00</taxPrice>')
  })
})
