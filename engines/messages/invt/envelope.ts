import { integer } from '../schema/kinds/number.ts'
import { text } from '../schema/kinds/text.ts'
import { time } from '../schema/kinds/time.ts'
import { attribute, group, optional, required } from '../schema/member.ts'

/** Who sends what to whom. */
export const envelopInfo = group(
  {
    version: optional(text(10), '版本', 'Version'),
    business_id: optional(text(64), '业务单证号', 'Number of the business'),
    message_id: optional(text(128), '报文编号', 'Number of the message, unique'),
    file_name: optional(text(255), '报文文件名', 'Name of the file'),
    message_type: required(text(20), '报文类型', 'Kind of message'),
    sender_id: optional(text(32), '发送方编号', 'Sender'),
    receiver_id: optional(text(32), '接收方编号', 'Receiver'),
    send_time: optional(time('yyyy-MM-ddTHH:mm:ss'), '发送时间', 'Time of sending'),
  },
  { isAnyOrder: true },
)

/** Where a message is sent in several parts. */
export const pocketInfo = group({
  pocket_id: optional(text(128), '分包编号', 'Number of the parts together'),
  total_pocket_qty: optional(integer(9), '分包总数', 'How many parts'),
  cur_pocket_no: optional(integer(9), '当前包序号', 'Which part'),
  is_unstructured: optional(text(1), '是否非结构化', 'Unstructured'),
})

const named = (zh: string, en: string) =>
  group({ Algorithm: attribute(required(text(200), `${zh}算法`, `${en}, its algorithm`)) })

/**
 * The frame of a signature around the list. The sender leaves digest and value empty: the window's client, which holds
 * the card, signs when it takes the file in.
 */
export const signedInfo = group({
  CanonicalizationMethod: required(named('规范化', 'Canonical form'), '规范化方法', 'Canonical form'),
  SignatureMethod: required(named('签名', 'Signature'), '签名方法', 'Signature'),
  Reference: required(
    group({
      URI: attribute(optional(text(200), '引用', 'What is referred to')),
      DigestMethod: required(named('摘要', 'Digest'), '摘要方法', 'Digest'),
      DigestValue: optional(text(200), '摘要值', 'Value of the digest'),
    }),
    '引用',
    'Reference',
  ),
})
