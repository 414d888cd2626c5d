import { choice } from '../../schema/kinds/code.ts'
import { text } from '../../schema/kinds/text.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'

const head = group({
  ...declaredHead,
  orderType: required(choice({ I: { zh: '进口', en: 'import' } }), '订单类型', 'Kind of order'),
  orderNo: required(...t.orderNo),
  ebpCode: required(...t.ebpCode),
  ebpName: required(...t.ebpName),
  ebcCode: required(...t.ebcCode),
  ebcName: required(...t.ebcName),
  goodsValue: required(t.money, '商品价格', 'Price of the goods', {
    note: { zh: '含非现金抵扣金额。', en: 'What is paid without money is in it.' },
  }),
  freight: required(t.money, '运杂费', 'Freight and charges', {
    note: {
      zh: '商品价格以外的运杂费，无则填 0。',
      en: 'Beside the price of the goods; 0 where there is none.',
    },
  }),
  discount: required(t.money, '非现金抵扣金额', 'Paid without money', {
    note: { zh: '积分、代金券等，无则填 0。', en: 'Points, vouchers and the like; 0 where there is none.' },
  }),
  taxTotal: required(t.money, '代扣税款', 'Tax withheld'),
  acturalPaid: required(t.money, '实际支付金额', 'Paid in fact', {
    note: {
      zh: '商品价格＋运杂费＋代扣税款－非现金抵扣金额，与支付单一致；元素名如此拼写。',
      en: 'Goods + freight + tax − paid without money, as on the payment; the name is spelt so.',
    },
  }),
  currency: required(...t.currency),
  buyerRegNo: required(text(60), '订购人注册号', 'Buyer’s number on the platform'),
  buyerName: required(...t.buyerName),
  buyerTelephone: required(...t.buyerTelephone),
  buyerIdType: required(...t.buyerIdType),
  buyerIdNumber: required(...t.buyerIdNumber),
  payCode: optional(...t.payCode),
  payName: optional(...t.payName),
  payTransactionId: optional(...t.payTransactionId),
  batchNumbers: optional(text(100), '商品批次号', 'Batch of the goods'),
  consignee: required(...t.consignee),
  consigneeTelephone: required(...t.consigneeTelephone),
  consigneeAddress: required(...t.consigneeAddress),
  consigneeDistrict: optional(text(6, { min: 6 }), '收货地址行政区划代码', 'Division code of the address'),
  note: optional(...t.note),
})

const line = group({
  gnum: required(...t.importGnum),
  itemNo: optional(...t.itemNo),
  itemName: required(...t.itemName),
  gmodel: required(...t.orderGmodel),
  itemDescribe: optional(...t.itemDescribe),
  barCode: optional(...t.barCode),
  unit: required(...t.unit),
  qty: required(...t.qty),
  price: required(t.amount, '单价', 'Unit price', { note: { zh: '赠品填 0。', en: '0 for a gift.' } }),
  totalPrice: required(...t.totalPrice),
  currency: required(...t.currency),
  country: required(...t.country),
  note: optional(...t.note),
})

const order = group({
  OrderHead: required(head, '订单表头', 'Head'),
  OrderList: many(line, { min: 1, max: 99 }, '订单表体', 'Lines'),
})

/** Import: electronic order. */
export const ceb311 = declaration(
  'CEB311',
  { zh: '进口订单', en: 'Import: order' },
  {
    Order: many(order, hundred, '订单', 'Orders'),
  },
)

export const ceb312 = fromCounter(
  'CEB312',
  { zh: '进口订单回执', en: 'Import: receipt of an order' },
  {
    OrderReturn: receipts({
      ebpCode: required(...t.ebpCode),
      ebcCode: required(...t.ebcCode),
      orderNo: required(...t.orderNo),
    }),
  },
)
