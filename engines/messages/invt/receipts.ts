import { text } from '../schema/kinds/text.ts'
import { type Group, group, many, optional, required } from '../schema/member.ts'
import { type MessageValue, message } from '../schema/message.ts'
import { envelopInfo, pocketInfo } from './envelope.ts'
import { receiptNamespace } from './terms.ts'
import { toldHead, toldLine } from './told.ts'

const source = '单一窗口核注清单回执（见过的报文）。 Receipts of bonded lists, as seen in messages.'

/** What a counter adds later must not make its receipt unreadable. */
const told = { isAnyOrder: true, unknown: 'ignored' } as const

/** The client's own answer: taken in, or refused with the reason. The root is spelt so. */
export const commonResponeMessage = message({
  name: 'CommonResponeMessage',
  title: { zh: '导入响应', en: 'Answer to a list taken in' },
  root: 'CommonResponeMessage',
  namespace: '',
  prefix: '',
  besides: [],
  source,
  content: group(
    {
      SeqNo: optional(text(18), '预录入统一编号', 'Number of the window'),
      EtpsPreentNo: optional(text(64), '企业内部编号', 'Firm’s own number'),
      CheckInfo: optional(text(8000), '响应信息', 'What is said'),
      DealFlag: required(text(10), '响应代码', 'Code', {
        note: { zh: '0 导入成功，其他值失败。', en: '0 taken in, anything else refused.' },
      }),
    },
    told,
  ),
})

const apprResult = group(
  {
    etpsPreentNo: required(text(64), '预录入统一编号', 'Number of the window'),
    businessId: optional(text(64), '业务编号', 'Number of the list'),
    tmsCnt: optional(text(19), '变更次数', 'How often it was changed'),
    typecd: optional(text(4), '业务类型', 'Kind of business'),
    manageResult: required(text(4), '处理结果', 'Outcome'),
    manageDate: optional(text(19), '处理时间', 'Time of the outcome', {
      note: { zh: '格式 yyyy-MM-dd HH:mm:ss。', en: 'yyyy-MM-dd HH:mm:ss.' },
    }),
    rmk: optional(text(4000), '备注', 'Note'),
  },
  told,
)

const checkInfo = group({ note: optional(text(4000), '检查信息', 'What the check says') }, told)

function receipt<const N extends string, G extends Group>(name: N, zh: string, en: string, body: G) {
  const inside = group(
    { [name]: required(body, zh, en) } as { readonly [K in N]: ReturnType<typeof required<G>> },
    told,
  )
  return message({
    name,
    title: { zh, en },
    root: 'Package',
    namespace: receiptNamespace,
    prefix: '',
    besides: [],
    source,
    content: group(
      {
        EnvelopInfo: required(envelopInfo, '信封', 'Envelope'),
        DataInfo: required(
          group(
            {
              PocketInfo: optional(pocketInfo, '分包信息', 'Parts'),
              BussinessData: required(inside, '业务数据', 'Data'),
            },
            told,
          ),
          '数据',
          'Data',
        ),
      },
      told,
    ),
  })
}

const inv201Body = group(
  {
    HdeApprResult: required(apprResult, '审核结果', 'Outcome'),
    CheckInfo: many(checkInfo, { min: 0, max: 999 }, '检查信息', 'What the check says'),
    BondInvtBsc: optional(toldHead, '清单表头', 'Head as the customs hold it'),
    BondInvtDtl: many(toldLine, { min: 0, max: 9999 }, '清单表体', 'Lines as the customs hold them'),
  },
  told,
)

/** INV201: the list was taken into the database, refused, or judged; with the list as the customs hold it. */
export const inv201 = receipt('INV201', '核注清单审核回执', 'Outcome of a bonded list', inv201Body)

const inv202Body = group(
  {
    InvApprResult: required(
      group(
        {
          invPreentNo: required(text(18), '清单统一编号', 'Number of the list at the window'),
          businessId: optional(text(64), '清单编号', 'Number of the list'),
          entrySeqNo: optional(text(18), '报关单统一编号', 'Number of the declaration at the window'),
          manageResult: required(text(4), '处理结果', 'Outcome', {
            note: { zh: '1 生成成功，2 生成失败。', en: '1 made, 2 not made.' },
          }),
          createDate: optional(text(19), '生成时间', 'Time'),
          reason: optional(text(4000), '失败原因', 'Why it was not made'),
        },
        told,
      ),
      '生成结果',
      'Outcome',
    ),
  },
  told,
)

/** INV202: a declaration was made of the list, or could not be. */
export const inv202 = receipt(
  'INV202',
  '核注清单生成报关单回执',
  'Declaration made of a bonded list',
  inv202Body,
)

const inv211Body = group(
  {
    BondInvtBsc: required(toldHead, '清单表头', 'Head as the customs hold it'),
    BondInvtDtl: many(toldLine, { min: 0, max: 9999 }, '清单表体', 'Lines as the customs hold them'),
  },
  told,
)

/** INV211: the customs' books moved the list: checked through the gate, written off. */
export const inv211 = receipt(
  'INV211',
  '核注清单状态变更回执',
  'Change of a bonded list in the books',
  inv211Body,
)

/**
 * Any of the receipts that come as a package: all have the same root, and only what their business data hold says which
 * it is. For readers that choose a schema by the root.
 */
export const bondedReceipt = message({
  name: 'Package',
  title: { zh: '核注清单回执', en: 'Receipt of a bonded list' },
  root: 'Package',
  namespace: receiptNamespace,
  prefix: '',
  besides: [],
  source,
  content: group(
    {
      EnvelopInfo: required(envelopInfo, '信封', 'Envelope'),
      DataInfo: required(
        group(
          {
            PocketInfo: optional(pocketInfo, '分包信息', 'Parts'),
            BussinessData: required(
              group(
                {
                  INV201: optional(inv201Body, '审核回执', 'Outcome'),
                  INV202: optional(inv202Body, '生成报关单回执', 'Declaration made'),
                  INV211: optional(inv211Body, '状态变更回执', 'Change in the books'),
                },
                told,
              ),
              '业务数据',
              'Data',
            ),
          },
          told,
        ),
        '数据',
        'Data',
      ),
    },
    told,
  ),
})

export type BondedReceipt = MessageValue<typeof bondedReceipt>
export type CommonResponeMessage = MessageValue<typeof commonResponeMessage>
export type Inv201 = MessageValue<typeof inv201>
export type Inv202 = MessageValue<typeof inv202>
export type Inv211 = MessageValue<typeof inv211>
