import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'
import * as e from './terms.ts'

const head = group({
  ...declaredHead,
  customsCode: required(...t.customsCode),
  copNo: required(...e.copNo),
  preNo: optional(...t.preNo),
  agentCode: required(...t.agentCode),
  agentName: required(...t.agentName),
  loctNo: optional(...t.loctNo),
  trafMode: required(...t.trafMode),
  trafName: required(...t.trafName),
  voyageNo: required(...t.voyageNo),
  billNo: required(...t.billNo),
  domesticTrafNo: optional(...t.domesticTrafNo),
  grossWeight: required(...t.grossWeight),
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  msgCount: required(...t.msgCount),
  msgSeqNo: required(...t.msgSeqNo),
  note: optional(...t.note),
})

const line = group({
  gnum: required(...e.gnum),
  totalPackageNo: optional(...t.totalPackageNo),
  logisticsNo: required(...e.logisticsNo),
  invtNo: optional(...t.invtNo),
  note: optional(...t.note),
})

const bill = group({
  WayBillHead: required(head, '清单总分单表头', 'Head'),
  WayBillList: many(line, hundred, '清单总分单表体', 'Lines'),
})

/** Export: the lists that travel under one bill of lading. */
export const ceb607 = declaration(
  'CEB607',
  { zh: '出口清单总分单', en: 'Export: master of lists' },
  {
    WayBill: many(bill, hundred, '清单总分单', 'Masters'),
  },
)

export const ceb608 = fromCounter(
  'CEB608',
  { zh: '出口清单总分单回执', en: 'Export: receipt of a master of lists' },
  {
    WayBillReturn: receipts({
      agentCode: optional(...t.agentCode),
      logisticsCode: optional(...t.logisticsCode),
      copNo: required(...e.copNo),
      preNo: optional(...told.preNo),
      billNo: optional(...t.billNo),
      msgSeqNo: optional(...t.msgSeqNo),
    }),
  },
)
