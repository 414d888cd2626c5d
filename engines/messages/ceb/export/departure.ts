import { time } from '../../schema/kinds/time.ts'
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
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  trafMode: required(...t.trafMode),
  trafName: optional(...t.trafName),
  voyageNo: optional(...t.voyageNo),
  billNo: optional(...t.billNo),
  leaveTime: required(time('yyyyMMddHHmmss'), '离境时间', 'Time of leaving the country'),
  msgCount: required(...t.msgCount),
  msgSeqNo: required(...t.msgSeqNo),
  note: optional(...t.note),
})

const line = group({
  gnum: required(...e.gnum),
  totalPackageNo: optional(...e.bagNo),
  logisticsNo: required(...e.logisticsNo),
  note: optional(...t.note),
})

const departure = group({
  DepartureHead: required(head, '离境单表头', 'Head'),
  DepartureList: many(line, hundred, '离境单表体', 'Lines'),
})

/** Export: parcels that left the country. */
export const ceb509 = declaration(
  'CEB509',
  { zh: '出口离境单', en: 'Export: departure' },
  {
    Departure: many(departure, hundred, '离境单', 'Departures'),
  },
)

export const ceb510 = fromCounter(
  'CEB510',
  { zh: '出口离境单回执', en: 'Export: receipt of a departure' },
  {
    DepartureReturn: receipts({
      logisticsCode: optional(...t.logisticsCode),
      copNo: required(...e.copNo),
      preNo: optional(...told.preNo),
      msgSeqNo: optional(...t.msgSeqNo),
    }),
  },
)
