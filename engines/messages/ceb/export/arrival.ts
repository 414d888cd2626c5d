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
  operatorCode: required(...t.operatorCode),
  operatorName: required(...t.operatorName),
  loctNo: optional(...t.loctNo),
  ieFlag: required(...t.ieFlag),
  trafMode: required(...t.trafMode),
  billNo: optional(...t.billNo),
  domesticTrafNo: required(...t.domesticTrafNo),
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  msgCount: required(...t.msgCount),
  msgSeqNo: required(...t.msgSeqNo),
  note: optional(...t.note),
})

const line = group({
  gnum: required(...e.gnum),
  logisticsNo: required(...e.logisticsNo),
  totalPackageNo: optional(...e.bagNo),
  note: optional(...t.note),
})

/** The schema sets no bound for the lines of an arrival; ours is that of the reader. */
const arrival = group({
  ArrivalHead: required(head, '运抵单表头', 'Head'),
  ArrivalList: many(line, { min: 0, max: 100_000 }, '运抵单表体', 'Lines'),
})

/** Export: parcels that arrived at the supervised yard. */
export const ceb507 = declaration(
  'CEB507',
  { zh: '出口运抵单', en: 'Export: arrival at the yard' },
  {
    Arrival: many(arrival, hundred, '运抵单', 'Arrivals'),
  },
)

export const ceb508 = fromCounter(
  'CEB508',
  { zh: '出口运抵单回执', en: 'Export: receipt of an arrival' },
  {
    ArrivalReturn: receipts({
      operatorCode: optional(...t.operatorCode),
      logisticsCode: optional(...t.logisticsCode),
      preNo: optional(...told.preNo),
      copNo: required(...e.copNo),
      billNo: optional(...t.billNo),
      msgSeqNo: optional(...t.msgSeqNo),
    }),
  },
)
