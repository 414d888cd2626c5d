import type { Text } from '../schema/text.ts'

/** What a returnStatus means, by a name that does not change. */
export type CebOutcome =
  | 'stored'
  | 'declaring'
  | 'sent'
  | 'send_failed'
  | 'rejected'
  | 'accepted'
  | 'manual_review'
  | 'concluded'
  | 'inspection'
  | 'detained'
  | 'returned'
  | 'released'
  | 'closed'
  | 'duplicate'
  | 'unknown_type'
  | 'error'
  | 'unknown'

export interface CebStatus {
  readonly outcome: CebOutcome
  readonly text: Text
  readonly source: string
}

const SCHEMA = '电子口岸业务节点报文，回执 returnStatus 说明'
const SEEN = '见于他人的回执处理程序 / seen in others’ programs'

const known = (outcome: CebOutcome, zh: string, en: string, source = SCHEMA): CebStatus => ({
  outcome,
  text: { zh, en },
  source,
})

/** The values of returnStatus that a source names. A value below zero is an error of processing whatever it is. */
export const cebStatuses: Readonly<Record<string, CebStatus>> = {
  '1': known('stored', '电子口岸已暂存', 'Kept as a draft by the e-port'),
  '2': known('declaring', '电子口岸申报中', 'Being declared by the e-port'),
  '3': known('sent', '发送海关成功', 'Sent to the customs'),
  '4': known('send_failed', '发送海关失败', 'Could not be sent to the customs'),
  '100': known('rejected', '海关退单', 'Rejected by the customs'),
  '120': known('accepted', '海关入库', 'Taken in by the customs: the checks of logic are passed'),
  '300': known('manual_review', '人工审核', 'Under review by a person'),
  '399': known('concluded', '海关审结', 'Concluded by the customs'),
  '500': known('inspection', '查验', 'To be inspected'),
  '501': known('detained', '扣留移送通关', 'Detained, handed to clearance'),
  '502': known('detained', '扣留移送缉私', 'Detained, handed to the anti-smuggling office'),
  '503': known('detained', '扣留移送法规', 'Detained, handed to the legal office'),
  '599': known('detained', '其他扣留', 'Detained for another reason'),
  '700': known('returned', '退运', 'Sent back'),
  '800': known('released', '放行', 'Released'),
  '899': known('closed', '结关', 'Closed'),
  '-304001': known('duplicate', '业务主键重复', 'The business key is there already', SEEN),
  '-999999': known('unknown_type', '报文类型未知', 'The kind of message is not known', SEEN),
}

/** What a returnStatus says; one that no source names is said to be unknown, and below zero an error. */
export function cebStatusOf(returnStatus: string): CebStatus {
  if (Object.hasOwn(cebStatuses, returnStatus)) return cebStatuses[returnStatus]!
  return returnStatus.startsWith('-')
    ? known('error', '处理异常', 'Error of processing')
    : known('unknown', '含义未知', 'Its meaning is not known', '')
}

/** One part of a returnInfo: `[Code:2600;Desc:放行]`. */
export interface ReturnReason {
  readonly code: string
  readonly text: string
}

/** The coded reasons in a returnInfo, none where it is free text. */
export function returnReasons(returnInfo: string): readonly ReturnReason[] {
  return [...returnInfo.matchAll(/\[Code:([^;[\]]*);Desc:([^[\]]*)\]/g)].map(([, code = '', text = '']) => ({
    code,
    text,
  }))
}
