import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'
import * as e from './terms.ts'

const cancel = group({
  ...declaredHead,
  customsCode: required(...t.customsCode),
  copNo: required(...e.copNo),
  preNo: optional(...t.preNo),
  invtNo: required(t.invtNo[0], '原清单编号', 'Number of the list to be cancelled'),
  reason: required(...t.reason),
  agentCode: required(...t.agentCode),
  agentName: required(...t.agentName),
  ebcCode: required(...e.ebcCode),
  ebcName: required(...e.ebcName),
  note: optional(...t.note),
})

/** Export: cancelling a list. */
export const ceb605 = declaration(
  'CEB605',
  { zh: '出口撤销申请单', en: 'Export: cancelling a list' },
  {
    InvtCancel: many(cancel, hundred, '撤销申请单', 'Applications'),
  },
)

export const ceb606 = fromCounter(
  'CEB606',
  { zh: '出口撤销申请单回执', en: 'Export: receipt of a cancelling' },
  {
    InvtCancelReturn: receipts({
      agentCode: optional(...t.agentCode),
      copNo: required(...e.copNo),
      preNo: optional(...told.preNo),
      invtNo: optional(...told.invtNo),
      msgSeqNo: optional(...t.msgSeqNo),
    }),
  },
)
