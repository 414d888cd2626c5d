import { orderAmounts, weight } from './amounts.ts'
import { decimal, less, ofCents, plain, rounded, sum } from './decimal.ts'
import { type Facts, textOf } from './facts.ts'
import { book, declarant } from './form.ts'
import { eachLine, quantities } from './lines.ts'
import { Part } from './part.ts'
import { sealed } from './sealed.ts'
import { carrier, country, day, given, moment, packing, sale, vehicleAndVoyage, written } from './shared.ts'

/* Records of a retail import: order, payment, waybill and list, without what sending adds (guid, times). */

const CNY = '142'

/** Retail import is in renminbi: amounts of another currency would be ours, not the sale's. */
function currency(part: Part, { order }: Facts): string {
  return part.need('currency', order.currency === 'CNY' ? CNY : undefined, {
    where: 'plan',
    field: 'currency',
  })
}

function freights({ order }: Facts): string | undefined {
  const { freight, insurance } = order
  return freight === undefined || insurance === undefined
    ? undefined
    : plain(sum([decimal(freight), decimal(insurance)]))
}

const freightField = ({ order }: Facts) => (order.freight === undefined ? 'freight' : 'insurance')

function buyer(part: Part, { order, extra }: Facts) {
  const need = (name: string, value: string | undefined, field: string) => part.need(name, value, book(field))
  return {
    buyerName: need('buyerName', order.buyerName, 'buyerName'),
    buyerTelephone: need('buyerTelephone', textOf(extra, 'buyerPhone'), 'buyerPhone'),
    buyerIdType: need('buyerIdType', order.buyerIdType, 'buyerIdType'),
    buyerIdNumber: need('buyerIdNumber', sealed(order.buyerId), 'buyerId'),
  }
}

function goesTo(part: Part, { extra }: Facts) {
  const need = (name: string, field: string) => part.need(name, textOf(extra, field), book(field))
  return {
    consignee: need('consignee', 'consignee'),
    consigneeTelephone: need('consigneeTelephone', 'consigneePhone'),
    consigneeAddress: need('consigneeAddress', 'consigneeAddress'),
  }
}

/** What the buyer pays: goods and freight and tax, less what is not paid in money. */
function paid(facts: Facts) {
  const { goods } = orderAmounts(facts.order)
  const freight = freights(facts) ?? '0'
  const points = rounded(decimal(facts.order.points ?? '0'), 2)
  const tax = ofCents(facts.taxTotal)
  return {
    goodsValue: plain(goods),
    discount: plain(points),
    taxTotal: plain(tax),
    acturalPaid: plain(less(sum([goods, decimal(freight), tax]), points)),
  }
}

export function importOrder(facts: Facts) {
  const part = new Part('CEB311', 'OrderHead')
  const { order, extra, profile } = facts
  const payment = textOf(extra, 'paymentNo')
  const { goodsValue, discount, taxTotal, acturalPaid } = paid(facts)
  const content = {
    OrderHead: {
      orderType: 'I',
      ...sale(part, facts),
      goodsValue,
      freight: part.need('freight', freights(facts), book(freightField(facts))),
      discount,
      taxTotal,
      acturalPaid,
      currency: currency(part, facts),
      buyerRegNo: part.need('buyerRegNo', textOf(extra, 'buyerAccount'), book('buyerAccount')),
      ...buyer(part, facts),
      ...(payment !== undefined &&
        profile.payment && {
          payCode: profile.payment.code,
          payName: profile.payment.name,
          payTransactionId: payment,
        }),
      ...goesTo(part, facts),
    },
    OrderList: eachLine(part.form, facts, (n, { price, total }) => {
      const { name, unit, qty, origin } = order.lines[n]!
      const line = facts.lines[n]
      return {
        gnum: String(n + 1),
        ...given('itemNo', textOf(line, 'itemNo')),
        itemName: name,
        gmodel: part.form.need('OrderList.gmodel', textOf(line, 'elements'), book('elements')),
        ...given('barCode', barCodeOf(textOf(line, 'barCode'))),
        unit,
        qty,
        price,
        totalPrice: total,
        currency: CNY,
        country: country(part.form, 'OrderList.country', facts, { alpha2: origin, field: 'origin' }),
      }
    }),
  }
  return { form: part.form, content }
}

/** Where there is no bar code the book says so; an import's element is then left out. */
const barCodeOf = (text: string | undefined) => (text === '无' ? undefined : text)

export function importPayment(facts: Facts) {
  const part = new Part('CEB411', 'PaymentHead')
  const { order, extra, profile } = facts
  const payer = textOf(extra, 'payerId')
  const isBuyer = payer === undefined ? undefined : payer === order.buyerId
  const { orderNo, ebpCode, ebpName } = sale(part, facts)
  const need = (name: string, value: string | undefined, field: string) => part.need(name, value, book(field))
  const content = {
    PaymentHead: {
      ...part.firm('pay', profile.payment, declarant('payment')),
      payTransactionId: need('payTransactionId', textOf(extra, 'paymentNo'), 'paymentNo'),
      orderNo,
      ebpCode,
      ebpName,
      // Payments know identity cards alone (messages.ceb411_values); what another payer's document is, nobody said.
      payerIdType: isBuyer === false ? '1' : need('payerIdType', order.buyerIdType, 'buyerIdType'),
      payerIdNumber: need('payerIdNumber', sealed(payer), 'payerId'),
      payerName: need(
        'payerName',
        textOf(extra, 'payerName') ?? (isBuyer ? order.buyerName : undefined),
        'payerName',
      ),
      amountPaid: need('amountPaid', written(textOf(extra, 'paidAmount')), 'paidAmount'),
      currency: currency(part, facts),
      payTime: need('payTime', moment(textOf(extra, 'paymentTime')), 'paymentTime'),
    },
  }
  return { form: part.form, content }
}

export function importWaybill(facts: Facts) {
  const part = new Part('CEB511', 'LogisticsHead')
  const { order, extra } = facts
  const content = {
    LogisticsHead: {
      ...carrier(part, facts),
      ...given('billNo', textOf(extra, 'billNo')),
      orderNo: part.need('orderNo', order.platformOrderNo, book('platformOrderNo')),
      ...given('freight', written(order.freight)),
      ...given('insuredFee', written(order.insurance)),
      currency: currency(part, facts),
      weight: part.need('weight', weight(order, 'grossWeight'), book('grossWeight')),
      packNo: part.need('packNo', textOf(extra, 'packages'), book('packages')),
      ...goesTo(part, facts),
    },
  }
  return { form: part.form, content }
}

export function importList(facts: Facts) {
  const part = new Part('CEB621', 'InventoryHead')
  const { order, extra, profile, mode } = facts
  const isBonded = mode !== '9610'
  const need = (name: string, value: string | undefined, field: string) => part.need(name, value, book(field))
  const zone = isBonded ? profile.zone : undefined
  const content = {
    InventoryHead: {
      ...sale(part, facts),
      ...carrier(part, facts),
      copNo: facts.copNo,
      assureCode: part.need('assureCode', profile.guarantor?.code, declarant('guarantor')),
      ...(isBonded && { emsNo: part.need('emsNo', zone?.book, declarant('zone.book')) }),
      ieFlag: 'I',
      customsCode: part.need('customsCode', profile.customsOffice, declarant('customsOffice')),
      portCode: need('portCode', textOf(extra, 'port'), 'port'),
      ...given('ieDate', day(textOf(extra, 'crossingDate'))),
      ...buyer(part, facts),
      consigneeAddress: need('consigneeAddress', textOf(extra, 'consigneeAddress'), 'consigneeAddress'),
      ...part.firm('agent', profile.agent, declarant('agent')),
      ...(isBonded && part.firm('area', zone, declarant('zone'))),
      tradeMode: mode,
      trafMode: need('trafMode', textOf(extra, 'transportMode'), 'transportMode'),
      ...(isBonded ? {} : transport(part, facts)),
      // Bonded goods are dispatched from the zone: China (messages.ceb621_bonded).
      country: isBonded
        ? CNY
        : country(part, 'country', facts, {
            alpha2: textOf(extra, 'dispatchCountry'),
            field: 'dispatchCountry',
          }),
      freight: need('freight', written(order.freight), 'freight'),
      insuredFee: need('insuredFee', written(order.insurance), 'insurance'),
      currency: currency(part, facts),
      ...(textOf(extra, 'packageKind') !== undefined && { wrapType: packing(part, facts) }),
      packNo: need('packNo', textOf(extra, 'packages'), 'packages'),
      grossWeight: need('grossWeight', weight(order, 'grossWeight'), 'grossWeight'),
      netWeight: need('netWeight', weight(order, 'netWeight'), 'netWeight'),
    },
    InventoryList: eachLine(part.form, facts, (n, { price, total }) => {
      const { name, hsCode, origin } = order.lines[n]!
      const line = facts.lines[n]
      const record = textOf(line, 'bookItemNo')
      return {
        gnum: String(n + 1),
        ...(isBonded && {
          itemRecordNo: part.form.need('InventoryList.itemRecordNo', record, book('bookItemNo')),
        }),
        ...given('itemNo', textOf(line, 'itemNo')),
        gcode: hsCode,
        gname: name,
        gmodel: part.form.need('InventoryList.gmodel', textOf(line, 'elements'), book('elements')),
        ...given('barCode', barCodeOf(textOf(line, 'barCode'))),
        country: country(part.form, 'InventoryList.country', facts, { alpha2: origin, field: 'origin' }),
        currency: CNY,
        ...quantities(part.form, facts, n),
        price,
        totalPrice: total,
      }
    }),
  }
  return { form: part.form, content }
}

/** Needed for direct import alone (messages.ceb621_direct). */
function transport(part: Part, { extra }: Facts) {
  const [vehicle, voyage] = vehicleAndVoyage(extra)
  return {
    trafNo: part.need('trafNo', vehicle, book('conveyance')),
    voyageNo: part.need('voyageNo', voyage, book('conveyance')),
    billNo: part.need('billNo', textOf(extra, 'billNo'), book('billNo')),
  }
}
