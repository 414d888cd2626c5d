import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'

/** Cancelling and returning name the list by the same elements. */
const head = {
  ...declaredHead,
  customsCode: required(...t.customsCode),
  orderNo: required(...t.orderNo),
  ebpCode: required(...t.ebpCode),
  ebpName: required(...t.ebpName),
  ebcCode: required(...t.ebcCode),
  ebcName: required(...t.ebcName),
  logisticsNo: required(...t.logisticsNo),
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  copNo: optional(...t.copNo),
  preNo: optional(...t.preNo),
  invtNo: required(...t.invtNo),
  buyerIdType: required(...t.buyerIdType),
  buyerIdNumber: required(...t.buyerIdNumber),
  buyerName: required(...t.buyerName),
  buyerTelephone: required(...t.buyerTelephone),
  agentCode: required(...t.agentCode),
  agentName: required(...t.agentName),
  reason: required(...t.reason),
  note: optional(...t.note),
}

const keys = {
  customsCode: optional(...told.customsCode),
  agentCode: optional(...t.agentCode),
  ebpCode: optional(...t.ebpCode),
  ebcCode: optional(...t.ebcCode),
  copNo: required(...t.copNo),
  preNo: required(...told.preNo),
  invtNo: optional(...told.invtNo),
}

/** Import: cancelling a list. */
export const ceb623 = declaration(
  'CEB623',
  { zh: '进口撤销申请单', en: 'Import: cancelling a list' },
  {
    InvtCancel: many(group(head), hundred, '撤销申请单', 'Applications'),
  },
)

export const ceb624 = fromCounter(
  'CEB624',
  { zh: '进口撤销申请单回执', en: 'Import: receipt of a cancelling' },
  { InvtCancelReturn: receipts(keys) },
)

const line = group({
  gnum: required(...t.importGnum),
  gcode: required(...t.gcode),
  gname: required(...t.gname),
  qty: required(...t.qty),
  unit: required(...t.unit),
  note: optional(...t.note),
})

const refund = group({
  InvtRefundHead: required(group(head), '退货申请单表头', 'Head'),
  InvtRefundList: many(line, { min: 1, max: 99 }, '退货申请单表体', 'Lines'),
})

/** Import: returning goods of a released list. */
export const ceb625 = declaration(
  'CEB625',
  { zh: '进口退货申请单', en: 'Import: return of goods' },
  {
    InvtRefund: many(refund, hundred, '退货申请单', 'Applications'),
  },
)

export const ceb626 = fromCounter(
  'CEB626',
  { zh: '进口退货申请单回执', en: 'Import: receipt of a return' },
  { InvtRefundReturn: receipts(keys) },
)
