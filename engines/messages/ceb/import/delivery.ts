import { integer } from '../../schema/kinds/number.ts'
import { text } from '../../schema/kinds/text.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'

const rkdNo = [text(18), '入库单编号', 'Number given by the customs to the entry'] as const

const head = group({
  ...declaredHead,
  customsCode: required(...t.customsCode),
  copNo: required(...t.copNo),
  preNo: optional(...t.preNo),
  rkdNo: optional(...rkdNo),
  operatorCode: required(...t.operatorCode),
  operatorName: required(...t.operatorName),
  ieFlag: required(...t.ieFlag),
  trafMode: required(...t.trafMode),
  trafNo: required(...t.trafNo),
  voyageNo: required(...t.voyageNo),
  billNo: required(...t.billNo),
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  unloadLocation: optional(text(100), '卸货库位', 'Where it is unloaded'),
  note: optional(...t.note),
})

const line = group({
  gnum: required(integer(9), '序号', 'Line number'),
  logisticsNo: required(...t.logisticsNo),
  note: optional(...t.note),
})

/** The schema sets no bound for the lines of an entry; ours is that of the reader. */
const delivery = group({
  DeliveryHead: required(head, '入库明细单表头', 'Head'),
  DeliveryList: many(line, { min: 1, max: 100_000 }, '入库明细单表体', 'Lines'),
})

/** Import: parcels that entered the supervised yard. */
export const ceb711 = declaration(
  'CEB711',
  { zh: '进口入库明细单', en: 'Import: entry into the yard' },
  {
    Delivery: required(delivery, '入库明细单', 'Entry'),
  },
)

export const ceb712 = fromCounter(
  'CEB712',
  { zh: '进口入库明细单回执', en: 'Import: receipt of an entry into the yard' },
  {
    DeliveryReturn: receipts({
      customsCode: optional(...told.customsCode),
      operatorCode: optional(...t.operatorCode),
      copNo: optional(...t.copNo),
      preNo: optional(...told.preNo),
      rkdNo: optional(...rkdNo),
    }),
  },
)
