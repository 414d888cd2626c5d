import { text } from '../../schema/kinds/text.ts'
import { time } from '../../schema/kinds/time.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'

const head = group({
  ...declaredHead,
  payCode: required(...t.payCode),
  payName: required(...t.payName),
  payTransactionId: required(...t.payTransactionId),
  orderNo: required(...t.orderNo),
  ebpCode: required(...t.ebpCode),
  ebpName: required(...t.ebpName),
  payerIdType: required(t.idType, '支付人证件类型', 'Payer’s kind of document'),
  payerIdNumber: required(text(60), '支付人证件号码', 'Payer’s document number'),
  payerName: required(text(60), '支付人姓名', 'Payer’s name'),
  telephone: optional(text(60), '支付人电话', 'Payer’s telephone'),
  amountPaid: required(t.money, '支付金额', 'Amount paid'),
  currency: required(...t.currency),
  payTime: required(time('yyyyMMddHHmmss'), '支付时间', 'Time of payment'),
  note: optional(...t.note),
})

const payment = group({ PaymentHead: required(head, '支付单', 'Payment') })

/** Import: electronic payment. */
export const ceb411 = declaration(
  'CEB411',
  { zh: '进口支付单', en: 'Import: payment' },
  {
    Payment: many(payment, hundred, '支付单', 'Payments'),
  },
)

export const ceb412 = fromCounter(
  'CEB412',
  { zh: '进口支付单回执', en: 'Import: receipt of a payment' },
  {
    PaymentReturn: receipts({
      payCode: required(...t.payCode),
      payTransactionId: required(...t.payTransactionId),
    }),
  },
)
