import { choice } from '../schema/kinds/code.ts'
import { text } from '../schema/kinds/text.ts'
import { time } from '../schema/kinds/time.ts'
import { group, optional, required } from '../schema/member.ts'
import { type MessageValue, message } from '../schema/message.ts'
import { decNamespace } from './source.ts'

const source =
  '单一窗口客户端回执（见过的报文）。 Receipts of the single window’s client, as seen in messages.'

/** What a counter adds later must not make its receipt unreadable. */
const told = { isAnyOrder: true, unknown: 'ignored' } as const

/** The client's own answer: taken in (with the window's number) or refused (with the reason). */
export const decImportResponse = message({
  name: 'DecImportResponse',
  title: { zh: '报关单导入响应', en: 'Answer to a declaration taken in' },
  root: 'DecImportResponse',
  namespace: decNamespace,
  prefix: '',
  besides: [],
  source,
  content: group(
    {
      ResponseCode: required(text(10), '响应代码', 'Code', {
        note: { zh: '0 导入成功，其他值失败。', en: '0 taken in, anything else refused.' },
      }),
      ErrorMessage: optional(text(4000), '响应信息', 'What is said'),
      ClientSeqNo: optional(text(100), '客户端报关单编号', 'Sender’s own number'),
      SeqNo: optional(text(18), '数据中心统一编号', 'Number of the data centre'),
      TrnPreId: optional(text(18), '转关单统一编号', 'Number of the transit'),
    },
    told,
  ),
})

/** What becomes of a declaration afterwards, step by step: each step a receipt of its own. */
export const decResult = message({
  name: 'DEC_RESULT',
  title: { zh: '报关单业务回执', en: 'Receipt of a declaration' },
  root: 'DEC_RESULT',
  namespace: '',
  prefix: '',
  besides: [],
  source,
  content: group(
    {
      CUS_CIQ_NO: required(text(18), '数据中心统一编号', 'Number of the data centre'),
      ENTRY_ID: optional(text(18), '报关单编号', 'Number of the declaration'),
      NOTICE_DATE: required(time('yyyy-MM-ddTHH:mm:ss'), '通知时间', 'Time of the notice'),
      CHANNEL: required(text(10), '回执代码', 'Code of the step'),
      NOTE: optional(text(4000), '回执说明', 'What is said'),
      CUSTOM_MASTER: optional(text(4), '申报地海关', 'Customs where it was declared'),
      I_E_DATE: optional(text(19), '进出口日期', 'Day of import or export'),
      D_DATE: optional(text(19), '申报日期', 'Time of declaring'),
    },
    told,
  ),
})

/** The client itself failed: no card, no network. Whether the message arrived is not known by it. */
export const clientFailure = message({
  name: 'Failed',
  title: { zh: '客户端发送失败', en: 'The client failed' },
  root: 'Root',
  namespace: '',
  prefix: '',
  besides: [],
  source,
  content: group(
    {
      resultFlag: required(
        choice({
          0: { zh: '失败', en: 'failed' },
          1: { zh: '成功', en: 'done' },
        }),
        '结果标志',
        'Done or failed',
      ),
      failCode: optional(text(20), '错误代码', 'Code of the failure'),
      failInfo: optional(text(8000), '错误信息', 'What is said'),
      retData: optional(text(8000), '返回数据', 'Data'),
    },
    told,
  ),
})

export type DecImportResponse = MessageValue<typeof decImportResponse>
export type DecResult = MessageValue<typeof decResult>
export type ClientFailure = MessageValue<typeof clientFailure>
