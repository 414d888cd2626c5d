import { firmOf } from '../declarant/profile.ts'
import { orderAmounts, weight } from './amounts.ts'
import { decimal, plain, sum } from './decimal.ts'
import { type Facts, textOf } from './facts.ts'
import { book, declarant, table } from './form.ts'
import { eachLine, quantities } from './lines.ts'
import { Part } from './part.ts'
import { carrier, day, given, moment, packing, sale, vehicleAndVoyage, written } from './shared.ts'

/* Records of a retail export: order, waybill and list, without what sending adds (guid, times). */

const currency = (part: Part, name: string, { order, codes }: Facts) =>
  part.need(name, codes.currency(order.currency), table('currencies'))

export function exportOrder(facts: Facts) {
  const part = new Part('CEB303', 'OrderHead')
  const { order } = facts
  const { freight, insurance } = order
  const both =
    freight === undefined || insurance === undefined ? undefined : sum([decimal(freight), decimal(insurance)])
  const content = {
    OrderHead: {
      orderType: 'E',
      ...sale(part, facts),
      goodsValue: plain(orderAmounts(order).goods),
      freight: part.need(
        'freight',
        both && plain(both),
        book(freight === undefined ? 'freight' : 'insurance'),
      ),
      currency: currency(part, 'currency', facts),
    },
    OrderList: eachLine(part.form, facts, (n, { price, total }) => ({
      gnum: String(n + 1),
      itemNo: part.form.need('OrderList.itemNo', textOf(facts.lines[n], 'itemNo'), book('itemNo')),
      itemName: order.lines[n]!.name,
      unit: order.lines[n]!.unit,
      currency: facts.codes.currency(order.currency) ?? '',
      qty: order.lines[n]!.qty,
      price,
      totalPrice: total,
    })),
  }
  return { form: part.form, content }
}

/** Money received: asked for until 2024-12-14, by the documents of the day. */
export function exportPayment(facts: Facts) {
  const part = new Part('CEB403', '')
  const { extra, profile } = facts
  const { ebpCode, ebpName, ebcCode, ebcName, orderNo } = sale(part, facts)
  const content = {
    ebpCode,
    ebpName,
    ebcCode,
    ebcName,
    orderNo,
    ...part.firm('pay', profile.payment, declarant('payment')),
    payNo: part.need('payNo', textOf(extra, 'paymentNo'), book('paymentNo')),
    charge: part.need('charge', written(textOf(extra, 'paidAmount')), book('paidAmount')),
    currency: currency(part, 'currency', facts),
    accountingDate: part.need('accountingDate', moment(textOf(extra, 'paymentTime')), book('paymentTime')),
  }
  return { form: part.form, content }
}

export function exportWaybill(facts: Facts) {
  const part = new Part('CEB505', '')
  const { order, extra } = facts
  const content = {
    ...carrier(part, facts),
    freight: part.need('freight', written(order.freight), book('freight')),
    insuredFee: part.need('insuredFee', written(order.insurance), book('insurance')),
    currency: currency(part, 'currency', facts),
    grossWeight: part.need('grossWeight', weight(order, 'grossWeight'), book('grossWeight')),
    packNo: part.need('packNo', textOf(extra, 'packages'), book('packages')),
    goodsInfo: order.lines
      .map(line => line.name)
      .join(',')
      .slice(0, 200),
  }
  return { form: part.form, content }
}

export function exportList(facts: Facts) {
  const part = new Part('CEB603', 'InventoryHead')
  const { order, extra, profile, mode, codes } = facts
  const isZone = mode === '1210'
  const need = (name: string, value: string | undefined, field: string) => part.need(name, value, book(field))
  const zone = isZone ? profile.zone : undefined
  const producer = textOf(extra, 'producer')
  const [vehicle, voyage] = vehicleAndVoyage(extra)
  const destination = codes.country(order.country)
  const content = {
    InventoryHead: {
      customsCode: part.need('customsCode', profile.customsOffice, declarant('customsOffice')),
      ...sale(part, facts),
      ...carrier(part, facts),
      copNo: facts.copNo,
      ieFlag: 'E',
      portCode: need('portCode', textOf(extra, 'port'), 'port'),
      ieDate: need('ieDate', day(textOf(extra, 'crossingDate')), 'crossingDate'),
      // A simplified, B by the monthly summary: what the plan's form says.
      statisticsFlag: facts.form === 'summary' ? 'B' : 'A',
      ...part.firm('agent', profile.agent, declarant('agent')),
      ...part.firm(
        'owner',
        firmOf(profile.producers, producer),
        producer === undefined ? book('producer') : declarant('producers'),
      ),
      ...(isZone && part.firm('iac', zone, declarant('zone'))),
      ...(isZone && { emsNo: part.need('emsNo', zone?.book, declarant('zone.book')) }),
      tradeMode: mode,
      trafMode: need('trafMode', textOf(extra, 'transportMode'), 'transportMode'),
      ...given('trafName', vehicle),
      ...given('voyageNo', voyage),
      ...given('billNo', textOf(extra, 'billNo')),
      country: part.need('country', destination, table('countries')),
      POD: need('POD', textOf(extra, 'destinationPort'), 'destinationPort'),
      freight: need('freight', written(order.freight), 'freight'),
      fCurrency: currency(part, 'fCurrency', facts),
      // The book's figures are totals.
      fFlag: '3',
      insuredFee: need('insuredFee', written(order.insurance), 'insurance'),
      iCurrency: currency(part, 'iCurrency', facts),
      iFlag: '3',
      wrapType: packing(part, facts),
      packNo: need('packNo', textOf(extra, 'packages'), 'packages'),
      grossWeight: need('grossWeight', weight(order, 'grossWeight'), 'grossWeight'),
      netWeight: need('netWeight', weight(order, 'netWeight'), 'netWeight'),
    },
    InventoryList: eachLine(part.form, facts, (n, { price, total }) => {
      const { name, hsCode } = order.lines[n]!
      const line = facts.lines[n]
      const lineNeed = (element: string, field: string) =>
        part.form.need(`InventoryList.${element}`, textOf(line, field), book(field))
      return {
        gnum: String(n + 1),
        itemNo: lineNeed('itemNo', 'itemNo'),
        ...(isZone && { itemRecordNo: lineNeed('itemRecordNo', 'bookItemNo') }),
        itemName: name,
        gcode: hsCode,
        gname: name,
        gmodel: lineNeed('gmodel', 'elements'),
        barCode: lineNeed('barCode', 'barCode'),
        country: destination ?? '',
        currency: codes.currency(order.currency) ?? '',
        ...quantities(part.form, facts, n),
        price,
        totalPrice: total,
      }
    }),
  }
  return { form: part.form, content }
}
