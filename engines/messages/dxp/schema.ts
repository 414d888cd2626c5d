import { base64 } from '../schema/kinds/base64.ts'
import { choice } from '../schema/kinds/code.ts'
import { pattern, text } from '../schema/kinds/text.ts'
import { dateTime, time } from '../schema/kinds/time.ts'
import { attribute, group, many, optional, required } from '../schema/member.ts'
import { message, signatureBeside } from '../schema/message.ts'

const source =
  '中国电子口岸数据交换平台终端节点报文。 Schema of the e-port’s exchange platform, seen as published by others.'

const version = [choice({ '1.0': { zh: '1.0 版', en: 'version 1.0' } }), '版本', 'Version'] as const
const senderId = [text(16), '发送方编号', 'Sender’s number at the exchange platform'] as const

const mark = pattern(
  'C..64',
  /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/,
  { zh: '字母或下划线开头', en: 'begins with a letter or an underscore' },
  pick => `ID${pick(1000)}`,
  ['1', 'a b', '标识'],
)

const transInfo = group({
  CopMsgId: required(text(255), '发送方报文编号', 'Sender’s number of the message'),
  SenderId: required(...senderId),
  ReceiverIds: required(
    group({
      ReceiverId: many(
        text(16),
        { min: 1, max: 5 },
        '接收方编号',
        'Receiver’s number at the exchange platform',
      ),
    }),
    '接收方',
    'Receivers',
  ),
  CreatTime: required(dateTime(), '报文创建时间', 'Time the message was made', {
    note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
  }),
  MsgType: required(text(30), '报文类型', 'Kind of the message within'),
})

/** The envelope in which a message goes to and comes from the exchange platform. */
export const dxpMsg = message({
  name: 'DxpMsg',
  title: { zh: '交换平台传输报文', en: 'Envelope of the exchange platform' },
  root: 'DxpMsg',
  namespace: 'http://www.chinaport.gov.cn/dxp',
  prefix: '',
  besides: [signatureBeside],
  source,
  content: group({
    ver: attribute(required(...version)),
    Id: attribute(optional(mark, '报文标识', 'Mark for a signature')),
    TransInfo: required(transInfo, '传输信息', 'Where from, where to'),
    Data: required(base64(22 * 1024 * 1024), '待传输数据', 'The message within, in base64'),
    AddInfo: optional(
      group({
        FileName: optional(text(255), '原始报文名', 'File name of the message within'),
        IcCard: optional(text(13), 'IC 卡号', 'Number of the signing card'),
      }),
      '附加信息',
      'Beside',
    ),
  }),
})

const result = group({
  RecId: required(text(16), '接收方编号', 'Receiver’s number'),
  Code: required(text(9), '响应码', 'Code of the answer'),
  Info: optional(text(300), '响应信息', 'What the platform says'),
  Note: optional(text(500), '备注', 'Remark'),
})

const response = group({
  NodeId: optional(text(8), '节点编号', 'Node that answers'),
  ResponseCode: required(text(9), '响应码', 'Code of the answer'),
  ResponseInfo: optional(text(300), '响应信息', 'What the platform says'),
  Results: optional(
    group({ Result: many(result, { min: 1, max: 100 }, '结果', 'Result of one receiver') }),
    '各接收方结果',
    'Results',
  ),
  NoticeTime: required(time('yyyy-MM-dd'), '回执日期', 'Day of the answer'),
  Note: optional(text(500), '备注', 'Remark'),
  OriHead: required(transInfo, '原报文传输信息', 'Head of the envelope that is answered'),
})

/** The exchange platform’s own answer to an envelope. */
export const dxpRep = message({
  name: 'DxpRep',
  title: { zh: '交换平台响应报文', en: 'Answer of the exchange platform' },
  root: 'DxpRep',
  namespace: 'http://www.chinaport.gov.cn/dxp',
  prefix: '',
  besides: [signatureBeside],
  source,
  content: group({
    ver: attribute(required(...version)),
    RecevierId: required(text(16), '接收方编号', 'Receiver’s number', {
      note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
    }),
    AdNodeId: optional(text(8), '归属节点', 'Node of the receiver'),
    Response: many(response, { min: 1, max: 1000 }, '响应', 'Answers'),
  }),
})
