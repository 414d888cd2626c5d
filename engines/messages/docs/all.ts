import { cebMessages } from '../ceb/messages.ts'
import { type CebStatus, cebStatuses } from '../ceb/status.ts'
import { type DecChannel, decChannels } from '../declaration/channel.ts'
import { declarationMessages } from '../declaration/messages.ts'
import { dxpMsg, dxpRep } from '../dxp/schema.ts'
import { invtMessages } from '../invt/messages.ts'
import { entryOutcomes, gateStates, invtOutcomes, listStates, writeOffs } from '../invt/status.ts'
import { marketMessages } from '../market/messages.ts'
import { paymentData, paymentDataAnswer, paymentRequest, paymentRequestAnswer } from '../payment179/schema.ts'
import type { MessageSchema } from '../schema/message.ts'
import type { Text } from '../schema/text.ts'

/** A part of docs/messages.md. */
export interface Chapter {
  readonly title: Text
  readonly messages: readonly MessageSchema[]
}

/** Every message that is declared, in the order of the page. */
export const chapters: readonly Chapter[] = [
  {
    title: { zh: '跨境电商统一版', en: 'Cross-border e-commerce' },
    messages: Object.values(cebMessages),
  },
  { title: { zh: '交换平台信封', en: 'Envelope of the exchange platform' }, messages: [dxpMsg, dxpRep] },
  { title: { zh: '报关单', en: 'Customs declaration' }, messages: Object.values(declarationMessages) },
  { title: { zh: '保税核注清单', en: 'Bonded list' }, messages: Object.values(invtMessages) },
  {
    title: { zh: '市场采购联网信息平台', en: 'Market procurement platform' },
    messages: Object.values(marketMessages),
  },
  {
    title: { zh: '支付原始数据（JSON）', en: 'Original payment data, in JSON' },
    messages: [paymentRequest, paymentRequestAnswer, paymentData, paymentDataAnswer],
  },
]

/** A table of what a receipt's codes mean. */
export interface StatusTable {
  readonly title: Text
  /** Which member of which message holds the code. */
  readonly member: string
  readonly rule: string
  readonly statuses: Readonly<Record<string, Status>>
}
interface Status {
  readonly name: string
  readonly text: Text
  readonly source: string
}

const named = <T extends { readonly text: Text; readonly source: string }>(
  table: Readonly<Record<string, T>>,
  nameOf: (status: T) => string,
): Readonly<Record<string, Status>> =>
  Object.fromEntries(Object.entries(table).map(([code, one]) => [code, { ...one, name: nameOf(one) }]))

const UNKNOWN = 'Any other value is said to be unknown.'

export const statusTables: readonly StatusTable[] = [
  {
    title: { zh: '回执状态', en: 'Outcomes of the cross-border messages' },
    member: 'returnStatus',
    rule: `Any other value below zero is an error of processing. ${UNKNOWN}`,
    statuses: named<CebStatus>(cebStatuses, ({ outcome }) => outcome),
  },
  {
    title: { zh: '报关单回执', en: 'Steps of a declaration' },
    member: 'DEC_RESULT/CHANNEL',
    rule: UNKNOWN,
    statuses: named<DecChannel>(decChannels, ({ step }) => step),
  },
  {
    title: { zh: '核注清单审批结果', en: 'Outcomes of a bonded list' },
    member: 'INV201/HdeApprResult/manageResult',
    rule: UNKNOWN,
    statuses: invtOutcomes,
  },
  {
    title: { zh: '核注清单生成报关单结果', en: 'Outcomes of making a declaration of a bonded list' },
    member: 'INV202/InvApprResult/manageResult',
    rule: UNKNOWN,
    statuses: entryOutcomes,
  },
  {
    title: { zh: '核扣标志', en: 'Whether a bonded list is written off' },
    member: 'BondInvtBsc/vrfdedMarkcd',
    rule: UNKNOWN,
    statuses: writeOffs,
  },
  {
    title: { zh: '清单状态', en: 'State of a bonded list' },
    member: 'BondInvtBsc/invtStucd',
    rule: UNKNOWN,
    statuses: listStates,
  },
  {
    title: { zh: '过卡状态', en: 'Whether the goods went through the gate' },
    member: 'BondInvtBsc/invtIochkptStucd',
    rule: UNKNOWN,
    statuses: gateStates,
  },
]
