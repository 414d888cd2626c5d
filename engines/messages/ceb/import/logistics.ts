import { choice } from '../../schema/kinds/code.ts'
import { text } from '../../schema/kinds/text.ts'
import { time } from '../../schema/kinds/time.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'

const head = group({
  ...declaredHead,
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  logisticsNo: required(...t.logisticsNo),
  billNo: optional(...t.billNo),
  orderNo: required(...t.orderNo),
  freight: optional(...t.freight),
  insuredFee: optional(...t.insuredFee),
  currency: required(...t.currency),
  weight: required(t.amount, '毛重（公斤）', 'Gross weight, kg'),
  packNo: required(...t.packNo),
  goodsInfo: optional(text(200), '主要货物信息', 'Main goods'),
  consignee: required(...t.consignee),
  consigneeAddress: required(...t.consigneeAddress),
  consigneeTelephone: required(...t.consigneeTelephone),
  note: optional(...t.note),
})

const logistics = group({ LogisticsHead: required(head, '运单', 'Waybill') })

/** Import: electronic waybill. */
export const ceb511 = declaration(
  'CEB511',
  { zh: '进口运单', en: 'Import: waybill' },
  {
    Logistics: many(logistics, hundred, '运单', 'Waybills'),
  },
)

export const ceb512 = fromCounter(
  'CEB512',
  { zh: '进口运单回执', en: 'Import: receipt of a waybill' },
  {
    LogisticsReturn: receipts({
      logisticsCode: required(...t.logisticsCode),
      logisticsNo: required(...t.logisticsNo),
    }),
  },
)

const logisticsStatus = [
  choice({ S: { zh: '签收', en: 'signed for' } }),
  '物流签收状态',
  'State of delivery',
] as const

const status = group({
  ...declaredHead,
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  logisticsNo: required(...t.logisticsNo),
  logisticsStatus: required(...logisticsStatus),
  logisticsTime: required(time('yyyyMMddHHmmss'), '物流状态时间', 'Time of that state'),
  note: optional(...t.note),
})

/** Import: state of a waybill. */
export const ceb513 = declaration(
  'CEB513',
  { zh: '进口运单状态', en: 'Import: state of a waybill' },
  {
    LogisticsStatus: many(status, hundred, '运单状态', 'States'),
  },
)

export const ceb514 = fromCounter(
  'CEB514',
  { zh: '进口运单状态回执', en: 'Import: receipt of a waybill’s state' },
  {
    LogisticsStatusReturn: receipts({
      logisticsCode: required(...t.logisticsCode),
      logisticsNo: required(...t.logisticsNo),
      logisticsStatus: required(...logisticsStatus),
    }),
  },
)
