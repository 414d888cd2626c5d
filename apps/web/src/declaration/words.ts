import type { State } from '../part/StateMark.tsx'
import { catalogue } from '../text/catalogue.ts'

/** States of a declaration and of its records, as people say them. */
export const stateTexts = catalogue({
  draft: { zh: '草稿，待补', en: 'Draft, incomplete' },
  waiting: { zh: '待发送', en: 'To be sent' },
  sending: { zh: '发送中', en: 'Being sent' },
  sent: { zh: '已发送', en: 'Sent' },
  unknown: { zh: '不知是否送达', en: 'Outcome unknown' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  stored: { zh: '电子口岸暂存', en: 'Stored at the e-port' },
  declaring: { zh: '电子口岸申报中', en: 'Being declared' },
  declared: { zh: '海关入库', en: 'Taken in' },
  manual_review: { zh: '人工审核', en: 'Under review' },
  approved: { zh: '海关审结', en: 'Concluded by review' },
  inspected: { zh: '查验', en: 'Inspection' },
  detained: { zh: '扣留', en: 'Detained' },
  released: { zh: '放行', en: 'Released' },
  returned: { zh: '退运', en: 'Sent back' },
  concluded: { zh: '结关', en: 'Closed' },
  rejected: { zh: '退单', en: 'Refused' },
  failed: { zh: '处理异常', en: 'Failed' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
})

export type DeclarationState = keyof typeof stateTexts
export const declarationStates = Object.keys(stateTexts) as DeclarationState[]

const marks: Readonly<Record<DeclarationState, State>> = {
  draft: 'waits',
  waiting: 'runs',
  sending: 'runs',
  sent: 'runs',
  unknown: 'waits',
  withdrawn: 'idle',
  stored: 'runs',
  declaring: 'runs',
  declared: 'runs',
  manual_review: 'runs',
  approved: 'runs',
  inspected: 'waits',
  detained: 'refused',
  released: 'done',
  returned: 'idle',
  concluded: 'done',
  rejected: 'refused',
  failed: 'refused',
  cancelled: 'idle',
}

const isState = (state: string): state is DeclarationState => Object.hasOwn(stateTexts, state)
export const markOf = (state: string): State => (isState(state) ? marks[state] : 'idle')
export const stateWord = (t: Readonly<Record<DeclarationState, string>>, state: string): string =>
  isState(state) ? t[state] : state

/** States that the counter still changes by itself. */
export const isUnderWay = (state: string): boolean => markOf(state) === 'runs'

/** States in which what was declared may be corrected. */
export const isCorrectable = (state: string): boolean =>
  state === 'draft' || state === 'rejected' || state === 'failed'

/** Forms of a declaration. */
export const formTexts = catalogue({
  list: { zh: '清单', en: 'List' },
  simplified: { zh: '清单核放', en: 'List, released as it is' },
  summary: { zh: '清单核放，汇总申报', en: 'List, summed up monthly' },
  declaration: { zh: '报关单', en: 'Declaration' },
  monthly_summary: { zh: '月度汇总', en: 'Monthly summary' },
  yard_entry: { zh: '入库申报', en: 'Entry into the yard' },
  bonded_list: { zh: '核注清单', en: 'Bonded inventory list' },
})

export function wordIn(texts: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(texts, name) ? texts[name]! : name
}
