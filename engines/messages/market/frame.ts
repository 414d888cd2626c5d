import { choice } from '../schema/kinds/code.ts'
import { decimal } from '../schema/kinds/number.ts'
import { text } from '../schema/kinds/text.ts'
import { type Group, group, many, optional, required } from '../schema/member.ts'
import { message } from '../schema/message.ts'
import type { Text } from '../schema/text.ts'

/**
 * The joint platform of market procurement (联网信息平台). Its interface was never published; what stands here was read
 * from a program that speaks to the platform of Guangzhou. Another city's platform may differ, so the receiver is a
 * value. No lengths are known: texts are only bounded. Which elements must be there was read from what a second program
 * refuses when it is empty. Inspection, tax-free filing and settlement also have messages there; none of them was seen,
 * so none is declared.
 */
const source =
  '市场采购贸易联网信息平台（广州）报文，见于与平台对接的程序，未见公布的规范与长度（弱）。 Messages of the Guangzhou platform as a program sends them; no published specification, no lengths (weak).'

export const short = text(100)
export const long = text(1000)
export const amount = decimal(19, 5)

/** The firm that sends, and by whom the record is made. */
export const createOrg = required(short, '创建企业社会信用代码', 'Firm that makes the record, credit code')
export const reason = optional(long, '原因（平台返填）', 'Why, filled in by the platform')

/** A list in an element of its own. */
export const listed = <const N extends string, G extends Group>(name: N, of: G, zh: string, en: string) =>
  required(group(single(name, many(of, { min: 1, max: 999 }, zh, en))), zh, en)

const single = <const N extends string, M>(name: N, member: M) =>
  ({ [name]: member }) as { readonly [K in N]: M }

/** Head and declaration of one kind of message. */
export function subject<const N extends string, D extends Group>(name: N, title: Text, declaration: D) {
  const kind = choice({ [name]: title } as { readonly [K in N]: Text })
  return message({
    name,
    title,
    root: 'SubjectInfo',
    namespace: '',
    prefix: '',
    besides: [],
    source,
    content: group({
      // Others write opType first.
      Head: required(
        group(
          {
            MessageId: required(short, '报文编号', 'Number of the message', {
              note: { zh: '类型_发送方_时间及随机数。', en: 'Kind, sender and time, joined by _.' },
            }),
            MessageType: required(kind, '报文类型', 'Kind of message'),
            Sender: required(short, '发送方', 'Sender, credit code'),
            Receiver: required(short, '接收方', 'Receiver: the platform', {
              note: { zh: '广州为 GZSW。', en: 'GZSW in Guangzhou.' },
            }),
            opType: required(text(10), '操作类型', 'What is done', {
              note: { zh: '见过 A（新增）。', en: 'A was seen: a new record.' },
            }),
          },
          { isAnyOrder: true },
        ),
        '报文头',
        'Head',
      ),
      Declaration: required(declaration, '报文体', 'Declaration'),
    }),
  })
}
