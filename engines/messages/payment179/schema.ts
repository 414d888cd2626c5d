import { guidKind } from '../ceb/terms.ts'
import { inJson } from '../json/form.ts'
import { choice } from '../schema/kinds/code.ts'
import { decimal, integer } from '../schema/kinds/number.ts'
import { text } from '../schema/kinds/text.ts'
import { time } from '../schema/kinds/time.ts'
import { group, many, optional, required } from '../schema/member.ts'
import { type MessageValue, message } from '../schema/message.ts'

const SOURCE = '海关总署公告2018年第165号、第179号附件（实时获取方案、接口说明）'

/** Milliseconds since 1970; the counter's own texts write them as a number, its examples and its callers as a string. */
const instant = inJson(integer(15), 'string-or-number')
const session = text(60)
const sessionNote = {
  note: { zh: '公告未定长度；此处至多 60 位。', en: 'The announcement gives no length; at most 60 here.' },
}

const answerCode = choice({
  10000: { zh: '成功', en: 'accepted' },
  20000: { zh: '失败', en: 'failed' },
})

/** What the customs ask a platform for, in the form field `openReq`. */
export const paymentRequest = message({
  name: '179 platDataOpen',
  title: { zh: '支付原始数据获取请求', en: 'Request for the original payment data' },
  root: 'openReq',
  namespace: '',
  prefix: '',
  besides: [],
  source: SOURCE,
  content: group(
    {
      orderNo: required(text(60), '订单编号', 'Order number'),
      sessionID: required(session, '会话编号', 'Session', {
        ...sessionNote,
      }),
      serviceTime: required(instant, '调用时的系统时间', 'Time of the call'),
    },
    { isAnyOrder: true, unknown: 'ignored' },
  ),
})

/** What a platform answers at once; the data follow as `paymentData`. */
export const paymentRequestAnswer = message({
  name: '179 platDataOpen answer',
  title: { zh: '获取请求的应答', en: 'Answer to the request' },
  root: 'answer',
  namespace: '',
  prefix: '',
  besides: [],
  source: SOURCE,
  content: group({
    code: required(answerCode, '状态代号', 'Code'),
    message: optional(text(1000), '异常信息，正常时为空', 'What went wrong; empty when nothing did'),
    serviceTime: required(inJson(integer(15), 'number'), '系统响应时间', 'Time of the answer'),
  }),
})

const head = group({
  guid: required(guidKind, '系统唯一序号', 'Number of this record, 36 characters in upper case'),
  initalRequest: required(text(8000), '原始请求', 'What the platform sent to the payment company', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  initalResponse: required(text(8000), '原始响应', 'What the payment company answered', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  ebpCode: required(text(18), '电商平台代码', 'Platform, its customs number'),
  payCode: required(text(18), '支付企业代码', 'Payment company, its customs number'),
  payTransactionId: required(text(60), '交易流水号', 'Transaction at the payment company', {
    note: { zh: '可在央行认可的机构验证。', en: 'One that the named institution can verify.' },
  }),
  totalAmount: required(inJson(decimal(19, 5), 'number'), '交易金额', 'Amount in fact'),
  currency: required(text(4), '币制', 'Currency, customs code'),
  verDept: required(
    choice({
      1: { zh: '银联', en: 'UnionPay' },
      2: { zh: '网联', en: 'NetsUnion' },
      3: { zh: '其他', en: 'other' },
    }),
    '验核机构',
    'Who verifies the transaction',
  ),
  payType: optional(
    choice({
      1: { zh: 'APP', en: 'app' },
      2: { zh: 'PC', en: 'computer' },
      3: { zh: '扫码', en: 'scanned code' },
      4: { zh: '其他', en: 'other' },
    }),
    '支付类型',
    'How it was paid',
  ),
  tradingTime: required(time('yyyyMMddHHmmss'), '交易成功时间', 'Time of the payment'),
  note: optional(text(1000), '备注', 'Note'),
})

const goods = group({
  gname: required(text(250), '商品名称', 'Name of the goods'),
  itemLink: required(text(3000), '商品展示链接地址', 'Page on which they are shown', {
    note: { zh: '多个链接以“;”分隔。', en: 'Several are separated by a semicolon.' },
  }),
})

const order = group({
  orderNo: required(text(60), '订单编号', 'Order number as declared', {
    note: { zh: '须返回原始请求内的所有订单。', en: 'All orders of the original request are returned.' },
  }),
  goodsInfo: many(goods, { min: 1, max: 999 }, '商品信息', 'Goods'),
  recpAccount: required(text(60), '收款账号', 'Account of the seller'),
  recpCode: optional(text(18), '收款企业代码', 'Seller’s code', {
    note: { zh: '境外企业可不填。', en: 'A foreign company may leave it out.' },
  }),
  recpName: required(text(100), '收款企业名称', 'Name of the seller'),
})

/** The original payment data without their signature: what is filled in. */
const content = {
  sessionID: required(session, '海关发起请求时的会话编号', 'Session of the request', sessionNote),
  payExchangeInfoHead: required(head, '支付原始数据表头', 'Head'),
  payExchangeInfoLists: many(order, { min: 1, max: 999 }, '支付原始数据表体', 'Orders', {
    note: {
      zh: '接口文字作 payExchangeInfoList，样例与各方实际均作 payExchangeInfoLists。',
      en: 'The text names it payExchangeInfoList; its example and everyone in practice payExchangeInfoLists.',
    },
  }),
  serviceTime: required(instant, '返回时的系统时间', 'Time of sending'),
}

export const unsignedPaymentData = message({
  name: '179 content',
  title: { zh: '支付原始数据', en: 'Original payment data' },
  root: 'payExInfoStr',
  namespace: '',
  prefix: '',
  besides: [],
  source: SOURCE,
  content: group(content),
})

/** The same with certificate number and signature, in the form field `payExInfoStr`. */
export const paymentData = message({
  ...unsignedPaymentData,
  name: '179 realTimeDataUp',
  title: { zh: '支付原始数据（已加签）', en: 'Original payment data, signed' },
  content: group(
    {
      ...content,
      certNo: required(text(60), '证书编号', 'Serial number of the certificate'),
      signValue: required(text(4000), '签名结果值', 'Signature, base64'),
    },
    { isAnyOrder: true },
  ),
})

/** What the customs answer to the data. */
export const paymentDataAnswer = message({
  name: '179 realTimeDataUp answer',
  title: { zh: '支付原始数据上传应答', en: 'Answer to the payment data' },
  root: 'answer',
  namespace: '',
  prefix: '',
  besides: [],
  source: SOURCE,
  content: group(
    {
      code: required(inJson(integer(5), 'string-or-number'), '状态代号', 'Code', {
        note: {
          zh: '10000 成功，20000 失败，20001～21000 异常信息。',
          en: '10000 accepted, 20000 failed, 20001 to 21000 other faults.',
        },
      }),
      message: optional(text(4000), '异常信息', 'What is said besides'),
      total: optional(inJson(integer(9), 'string-or-number'), '数量', 'Count'),
      serviceTime: optional(instant, '系统响应时间', 'Time of the answer'),
    },
    { isAnyOrder: true, unknown: 'ignored' },
  ),
})

export type PaymentRequest = MessageValue<typeof paymentRequest>
export type PaymentRequestAnswer = MessageValue<typeof paymentRequestAnswer>
export type UnsignedPaymentData = MessageValue<typeof unsignedPaymentData>
export type PaymentData = MessageValue<typeof paymentData>
export type PaymentDataAnswer = MessageValue<typeof paymentDataAnswer>
