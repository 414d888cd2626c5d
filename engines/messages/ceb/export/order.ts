import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import * as e from './terms.ts'

const head = group({
  ...declaredHead,
  orderType: required(...e.orderType),
  orderNo: required(...t.orderNo),
  ebpCode: required(...e.ebpCode),
  ebpName: required(...t.ebpName),
  ebcCode: required(...t.ebcCode),
  ebcName: required(...t.ebcName),
  goodsValue: required(t.amount, '商品价格', 'Price of the goods', {
    note: {
      zh: '离岸价，不含运杂费，含非现金抵扣金额。',
      en: 'FOB, without freight; what is paid without money is in it.',
    },
  }),
  freight: required(t.amount, '运杂费', 'Freight and charges', {
    note: { zh: '无则填 0。', en: '0 where there is none.' },
  }),
  currency: required(...t.currency),
  note: optional(...t.note),
})

const line = group({
  gnum: required(...e.gnum),
  itemNo: required(...t.itemNo),
  itemName: required(...t.itemName),
  itemDescribe: optional(...t.itemDescribe),
  barCode: optional(...t.barCode),
  unit: required(...t.unit),
  currency: required(...t.currency),
  qty: required(...t.qty),
  price: required(...t.price),
  totalPrice: required(...t.totalPrice),
  note: optional(...t.note),
})

const order = group({
  OrderHead: required(head, '订单表头', 'Head'),
  OrderList: many(line, hundred, '订单表体', 'Lines'),
})

/** Export: electronic order. */
export const ceb303 = declaration(
  'CEB303',
  { zh: '出口订单', en: 'Export: order' },
  {
    Order: many(order, hundred, '订单', 'Orders'),
  },
)

export const ceb304 = fromCounter(
  'CEB304',
  { zh: '出口订单回执', en: 'Export: receipt of an order' },
  {
    OrderReturn: receipts({
      ebpCode: required(...e.ebpCode),
      ebcCode: optional(...t.ebcCode),
      orderNo: required(...t.orderNo),
    }),
  },
)
