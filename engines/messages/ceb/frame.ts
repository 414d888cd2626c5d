import { choice } from '../schema/kinds/code.ts'
import { pattern, text } from '../schema/kinds/text.ts'
import { time } from '../schema/kinds/time.ts'
import { attribute, group, type Members, many, optional, required } from '../schema/member.ts'
import { type MessageSchema, message, signatureBeside } from '../schema/message.ts'
import type { Text } from '../schema/text.ts'
import { extendMessage } from './extend.ts'
import * as t from './terms.ts'

export const cebNamespace = 'http://www.chinaport.gov.cn/ceb'

/** What every table of this folder was taken from. */
const source =
  '电子口岸跨境电商统一版业务节点报文（元素、次序、长度、次数）；公告2018年第194号。 Schemas of the e-port for the unified cross-border e-commerce system, seen as published by others.'

/** What every declared record begins with. */
export const declaredHead = {
  guid: required(...t.guid),
  appType: required(...t.appType),
  appTime: required(...t.appTime),
  appStatus: required(...t.appStatus),
}

const dxpMode = [
  choice({ DXP: { zh: '中国电子口岸数据交换平台', en: 'the e-port’s exchange platform' } }),
  '传输模式',
  'Way of transfer',
] as const

/** Who sends the message. */
export const baseTransfer = group({
  copCode: required(text(18), '传输企业代码', 'Code of the sending firm'),
  copName: required(text(100), '传输企业名称', 'Name of the sending firm'),
  dxpMode: required(...dxpMode),
  dxpId: required(text(30), '传输编号', 'Sender’s number at the exchange platform'),
  note: optional(...t.note),
})

const baseSubscribe = group({
  status: required(text(100), '订阅状态', 'What is subscribed to', {
    note: {
      zh: 'ALL 数据和回执，DATA 只订阅数据，RET 只订阅回执。',
      en: 'ALL data and receipts, DATA data alone, RET receipts alone.',
    },
  }),
  dxpMode: required(...dxpMode),
  dxpAddress: required(text(100), '订阅方传输地址', 'Subscriber’s number at the exchange platform'),
  note: optional(...t.note),
})

/** Case is free here: the e-port writes both. */
const anyGuid = pattern(
  'C36',
  /^[0-9A-Za-z-]{36}$/,
  { zh: '36 位唯一序号', en: '36 characters' },
  t.guidKind.sample,
  ['4CDE1CFD', '4CDE1CFD-EDED-46B1-946C-B8022E42FC9?'],
)
const version = [text(10), '版本号', 'Version', { note: { zh: '填 1.0。', en: 'It is 1.0.' } }] as const

const declaredRoot = {
  guid: attribute(required(t.guidKind, '报文编号', 'Number of the message')),
  version: attribute(required(...version)),
}
const receiptRoot = {
  guid: attribute(required(anyGuid, '报文编号', 'Number of the message')),
  version: attribute(required(...version)),
}
const tail = {
  BaseTransfer: required(baseTransfer, '传输实体', 'Sender'),
  BaseSubscribe: many(baseSubscribe, { min: 0, max: 5 }, '回执订阅', 'Subscribers'),
  ExtendMessage: optional(extendMessage, '扩展自定义数据', 'Data of one’s own'),
}

const frame = { namespace: cebNamespace, prefix: 'ceb', besides: [signatureBeside], source }

/** A message that a firm sends: its records, then the sender. */
export function declaration<M extends Members>(
  name: string,
  title: Text,
  records: M,
): MessageSchema<typeof declaredRoot & M & typeof tail> {
  return message({
    ...frame,
    name,
    title,
    root: `${name}Message`,
    content: group({ ...declaredRoot, ...records, ...tail }),
  })
}

/** A message that the counter sends: receipts or tax bills, in some places with a sender. */
export function fromCounter<M extends Members>(
  name: string,
  title: Text,
  records: M,
): MessageSchema<typeof receiptRoot & M & { BaseTransfer: ReturnType<typeof maybeTransfer> }> {
  return message({
    ...frame,
    name,
    title,
    root: `${name}Message`,
    content: group({ ...receiptRoot, ...records, BaseTransfer: maybeTransfer() }),
  })
}

const maybeTransfer = () => optional(baseTransfer, '传输实体', 'Sender')

/** Time stamp of the counter, to the millisecond. */
export const counterTime = time('yyyyMMddHHmmssSSS')

export const returnStatus = [
  pattern(
    'C..10',
    /^-?\d{1,9}$/,
    { zh: '数字；负数为处理异常', en: 'a number; a negative one is an error of processing' },
    pick => ['1', '2', '3', '4', '100', '120', '300', '399', '800', '-304001'][pick(10)]!,
    ['released', '1.0', '--1'],
  ),
  '操作结果',
  'Outcome',
] as const

/**
 * A receipt: the keys of the record it answers, then the outcome. Its elements are read in any order, and an element
 * that is not known here is passed over: what the counter tells must not be lost to what it adds.
 */
export function receipt<M extends Members>(keys: M) {
  return group(
    {
      guid: required(anyGuid, '系统唯一序号', 'Unique number given by the e-port'),
      ...keys,
      returnStatus: required(...returnStatus),
      returnTime: required(counterTime, '操作时间', 'Time of the outcome'),
      returnInfo: optional(text(1000), '回执信息', 'What the counter says'),
    },
    { isAnyOrder: true, unknown: 'ignored' },
  )
}

/** The receipts of one message, up to a hundred. */
export const receipts = <M extends Members>(keys: M) =>
  many(receipt(keys), { min: 1, max: 100 }, '回执', 'Receipts')

/** Records of one message, up to a hundred. */
export const hundred = { min: 1, max: 100 } as const
