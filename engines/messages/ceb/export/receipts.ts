import { text } from '../../schema/kinds/text.ts'
import { time } from '../../schema/kinds/time.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import * as e from './terms.ts'

const payNo = [text(60), '支付交易编号', 'Number of the payment'] as const

const money = group({
  ...declaredHead,
  ebpCode: required(...e.ebpCode),
  ebpName: required(...t.ebpName),
  ebcCode: required(...t.ebcCode),
  ebcName: required(...t.ebcName),
  orderNo: required(...t.orderNo),
  payCode: optional(t.payCode[0], '支付企业代码', 'Code of the payment firm', {
    note: { zh: '国内企业必填。', en: 'A Chinese firm must give it.' },
  }),
  payName: required(t.payName[0], '支付企业名称', 'Name of the payment firm', {
    note: { zh: '非线上支付填“现金支付”。', en: '现金支付 where it was not paid online.' },
  }),
  payNo: optional(...payNo),
  charge: required(t.amount, '收款金额', 'Amount received'),
  currency: required(...t.currency),
  accountingDate: required(time('yyyyMMddHHmmss'), '到账时间', 'Time of arrival on the account'),
  note: optional(...t.note),
})

/** Export: money received. Not asked for exports declared from 2024-12-15 (the documents of the day are pack data). */
export const ceb403 = declaration(
  'CEB403',
  { zh: '出口收款单', en: 'Export: money received' },
  {
    Receipts: many(money, hundred, '收款单', 'Payments received'),
  },
)

export const ceb404 = fromCounter(
  'CEB404',
  { zh: '出口收款单回执', en: 'Export: receipt of a payment received' },
  {
    ReceiptsReturn: receipts({
      ebcCode: optional(...t.ebcCode),
      orderNo: required(...t.orderNo),
      payNo: optional(...payNo),
    }),
  },
)
