import { text } from '../schema/kinds/text.ts'
import { group, optional, required } from '../schema/member.ts'
import { counterTime, fromCounter, returnStatus } from './frame.ts'

const refused = group(
  {
    guid: required(text(36, { min: 36 }), '系统唯一序号', 'Unique number given by the e-port'),
    returnStatus: required(...returnStatus),
    returnInfo: optional(text(5000), '回执信息', 'What the counter says'),
    returnTime: required(counterTime, '操作时间', 'Time of the outcome'),
    oriCopMsgId: optional(text(255), '原始传输报文编号', 'Number of the message as it was sent'),
    oriMessageType: optional(text(15), '原始报文类型', 'Kind of the message as it was sent'),
    oriBizMessage: optional(text(1_000_000), '原始报文内容', 'The message as it was sent'),
  },
  { isAnyOrder: true, unknown: 'ignored' },
)

/** Import and export: the counter could not read a message. */
export const ceb900 = fromCounter(
  'CEB900',
  { zh: '报文格式校验回执', en: 'Message refused for its form' },
  {
    MessageReturn: required(refused, '回执', 'Receipt'),
  },
)
