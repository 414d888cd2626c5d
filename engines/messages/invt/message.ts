import { choice } from '../schema/kinds/code.ts'
import { text } from '../schema/kinds/text.ts'
import { group, many, optional, required } from '../schema/member.ts'
import { type MessageValue, message } from '../schema/message.ts'
import { invtDecHead, invtDecList } from './dec.ts'
import { envelopInfo, pocketInfo, signedInfo } from './envelope.ts'
import { invtHead } from './head.ts'
import { invtList } from './line.ts'
import { customsCode, invtSource } from './terms.ts'

const sysId = choice({
  95: { zh: '加工贸易账册系统', en: 'books of processing trade' },
  B1: { zh: '加工贸易手册系统', en: 'handbooks of processing trade' },
  B2: { zh: '加工贸易担保管理系统', en: 'guarantees of processing trade' },
  B3: { zh: '保税货物流转系统二期', en: 'movement of bonded goods' },
  Z7: { zh: '海关特殊监管区域管理系统', en: 'special supervision zones' },
  Z8: { zh: '保税物流管理系统', en: 'bonded logistics' },
})

// Others write SysId first: the parts are read in any order, the elements inside them are not.
const invtMessage = group(
  {
    InvtHeadType: required(invtHead, '清单表头', 'Head of the list'),
    InvtListType: many(invtList, { min: 0, max: 9999 }, '清单表体', 'Lines of the list'),
    InvtDecHeadType: optional(invtDecHead, '报关单草稿表头', 'Head of the declaration draft'),
    InvtDecListType: many(
      invtDecList,
      { min: 0, max: 9999 },
      '报关单草稿表体',
      'Lines of the declaration draft',
    ),
    OperCusRegCode: required(customsCode, '操作卡的海关十位编码', 'Customs code of the operator’s card'),
    SysId: required(sysId, '子系统', 'System'),
  },
  { isAnyOrder: true },
)

const bussinessData = group(
  {
    InvtMessage: required(invtMessage, '核注清单', 'List'),
    DelcareFlag: required(
      choice({
        0: { zh: '暂存', en: 'keep as a draft' },
        1: { zh: '申报', en: 'declare' },
      }),
      '申报标志',
      'Keep or declare',
      { note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' } },
    ),
  },
  { isAnyOrder: true },
)

const invtPackage = group({
  EnvelopInfo: required(envelopInfo, '信封', 'Envelope'),
  DataInfo: required(
    group({
      PocketInfo: optional(pocketInfo, '分包信息', 'Parts'),
      BussinessData: required(bussinessData, '业务数据', 'Data', {
        note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
      }),
    }),
    '数据',
    'Data',
  ),
})

/** INV101: a bonded inventory list (保税核注清单) as the single window's client takes it in. */
export const inv101 = message({
  name: 'INV101',
  title: { zh: '保税核注清单', en: 'Bonded inventory list' },
  root: 'Signature',
  namespace: '',
  prefix: '',
  besides: [],
  source: invtSource,
  content: group({
    SignedInfo: optional(signedInfo, '签名信息', 'What is signed'),
    SignatureValue: optional(text(4000), '签名值', 'Value of the signature'),
    KeyInfo: optional(group({ KeyName: optional(text(255), '证书信息', 'Certificate') }), '密钥信息', 'Key'),
    Object: required(group({ Package: required(invtPackage, '报文包', 'Package') }), '对象', 'Object'),
  }),
})

export type Inv101 = MessageValue<typeof inv101>
