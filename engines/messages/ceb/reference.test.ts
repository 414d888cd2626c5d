import { readFileSync } from 'node:fs'
import { needsShared } from '@tongqu/tools/test/needs'
import { describe, expect, it } from 'vitest'
import { type Group, isGroup } from '../schema/member.ts'
import { type CebName, cebMessages } from './messages.ts'

const file = needsShared('reference/ceb-messages.md')

/** Where the reference's tables stand in our messages: the message, then the elements down to the table's. */
const tables: Readonly<Record<string, readonly [CebName, ...string[]]>> = {
  EArrivalHead: ['CEB507', 'Arrival', 'ArrivalHead'],
  EArrivalList: ['CEB507', 'Arrival', 'ArrivalList'],
  EArrivalReturn: ['CEB508', 'ArrivalReturn'],
  EDepartureHead: ['CEB509', 'Departure', 'DepartureHead'],
  EDepartureList: ['CEB509', 'Departure', 'DepartureList'],
  EDepartureReturn: ['CEB510', 'DepartureReturn'],
  EInventoryHead: ['CEB603', 'Inventory', 'InventoryHead'],
  EInventoryList: ['CEB603', 'Inventory', 'InventoryList'],
  EInventoryReturn: ['CEB604', 'InventoryReturn'],
  EInvtCancel: ['CEB605', 'InvtCancel'],
  EInvtCancelReturn: ['CEB606', 'InvtCancelReturn'],
  ELogistics: ['CEB505', 'Logistics'],
  ELogisticsReturn: ['CEB506', 'LogisticsReturn'],
  EOrderHead: ['CEB303', 'Order', 'OrderHead'],
  EOrderList: ['CEB303', 'Order', 'OrderList'],
  EOrderReturn: ['CEB304', 'OrderReturn'],
  EReceipts: ['CEB403', 'Receipts'],
  EReceiptsReturn: ['CEB404', 'ReceiptsReturn'],
  ESummaryApplyHead: ['CEB701', 'SummaryApply', 'SummaryApplyHead'],
  ESummaryApplyList: ['CEB701', 'SummaryApply', 'SummaryApplyList'],
  ESummaryReturn: ['CEB702', 'SummaryReturn'],
  ESummaryResultHead: ['CEB792', 'SummaryResult', 'SummaryResultHead'],
  ESummaryResultList: ['CEB792', 'SummaryResult', 'SummaryResultList'],
  EWayBillHead: ['CEB607', 'WayBill', 'WayBillHead'],
  EWayBillList: ['CEB607', 'WayBill', 'WayBillList'],
  EWayBillReturn: ['CEB608', 'WayBillReturn'],
  IDeliveryHead: ['CEB711', 'Delivery', 'DeliveryHead'],
  IDeliveryList: ['CEB711', 'Delivery', 'DeliveryList'],
  IDeliveryReturn: ['CEB712', 'DeliveryReturn'],
  IInventoryHead: ['CEB621', 'Inventory', 'InventoryHead'],
  IInventoryList: ['CEB621', 'Inventory', 'InventoryList'],
  IInventoryReturn: ['CEB622', 'InventoryReturn'],
  IInvtCancel: ['CEB623', 'InvtCancel'],
  IInvtCancelReturn: ['CEB624', 'InvtCancelReturn'],
  IInvtRefundHead: ['CEB625', 'InvtRefund', 'InvtRefundHead'],
  IInvtRefundList: ['CEB625', 'InvtRefund', 'InvtRefundList'],
  IInvtRefundReturn: ['CEB626', 'InvtRefundReturn'],
  ILogistics: ['CEB511', 'Logistics', 'LogisticsHead'],
  ILogisticsReturn: ['CEB512', 'LogisticsReturn'],
  ILogisticsStatus: ['CEB513', 'LogisticsStatus'],
  ILogisticsStatusReturn: ['CEB514', 'LogisticsStatusReturn'],
  IOrderHead: ['CEB311', 'Order', 'OrderHead'],
  IOrderList: ['CEB311', 'Order', 'OrderList'],
  IOrderReturn: ['CEB312', 'OrderReturn'],
  IPayment: ['CEB411', 'Payment', 'PaymentHead'],
  IPaymentReturn: ['CEB412', 'PaymentReturn'],
  ITaxHead: ['CEB816', 'Tax', 'TaxHeadRd'],
  ITaxHeadStatus: ['CEB818', 'Tax', 'TaxHeadStatus'],
  ITaxList: ['CEB816', 'Tax', 'TaxListRd'],
}

/** Elements that all records of a kind have, which the reference gives once. */
const common = new Set([
  'guid',
  'appType',
  'appTime',
  'appStatus',
  'returnStatus',
  'returnTime',
  'returnInfo',
])
/** Numbers that the reference leaves without a mark and the e-port's schema asks for. */
const alsoRequired = new Set(['gnum', 'packNo', 'msgCount', 'msgSeqNo'])

interface Field {
  readonly name: string
  readonly isRequired: boolean
}

/** The tables of the reference: `## Name`, `order: a, b`, then a line `- name R …` for each element. */
function tablesOf(text: string): Map<string, Field[]> {
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map(part => {
        const [name = ''] = part.split(' ')
        const fields = [...part.matchAll(/^- (\w+)( R\b)?/gm)].map(([, of = '', mark]) => ({
          name: of,
          isRequired: mark !== undefined,
        }))
        return [name, fields]
      }),
  )
}

function groupAt([name, ...way]: readonly [CebName, ...string[]]): Group {
  return way.reduce<Group>((group, element) => {
    const of = group.members[element]?.of
    if (!of || !isGroup(of)) throw new Error(`${name} has no ${element}`)
    return of
  }, cebMessages[name].content)
}

describe('the messages and the reference', () => {
  it.each(Object.entries(tables))('%s has the same elements in the same order', (table, way) => {
    const fields = tablesOf(readFileSync(file, 'utf8')).get(table) ?? []
    const names = fields.map(one => one.name)
    const own = Object.keys(groupAt(way).members).filter(name => names.includes(name) || !common.has(name))
    expect(own).toEqual(names)
  })

  it.each(Object.entries(tables).filter(([name]) => !/Return$|^ITax|Result/.test(name)))(
    '%s asks for the same elements',
    (table, way) => {
      const fields = tablesOf(readFileSync(file, 'utf8')).get(table) ?? []
      const { members } = groupAt(way)
      const own = fields.filter(({ name }) => members[name]?.presence === 'required')
      const asked = fields.filter(({ name, isRequired }) => isRequired || alsoRequired.has(name))
      expect(own.map(one => one.name)).toEqual(asked.map(one => one.name))
    },
  )

  it('names every table of the reference that holds elements of its own', () => {
    const of = [...tablesOf(readFileSync(file, 'utf8'))]
    const leaves = of.filter(([name, fields]) => fields.length > 0 && !/^- \w+ R?.*list of/m.test(name))
    const wrappers =
      /^[EI](Arrival|Departure|Inventory|Order|SummaryApply|SummaryResult|WayBill|Delivery|InvtRefund|Tax)$/
    expect(
      leaves
        .map(([name]) => name)
        .filter(name => !wrappers.test(name))
        .sort(),
    ).toEqual(Object.keys(tables).sort())
  })
})
