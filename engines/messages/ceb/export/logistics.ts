import { text } from '../../schema/kinds/text.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import * as e from './terms.ts'

const waybill = group({
  ...declaredHead,
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  logisticsNo: required(...e.logisticsNo),
  freight: required(...t.freight),
  insuredFee: required(...t.insuredFee),
  currency: required(...t.currency),
  grossWeight: required(...t.grossWeight),
  packNo: required(...t.packNo),
  goodsInfo: required(text(200), '主要货物信息', 'Main goods'),
  ebcCode: optional(...t.ebcCode),
  ebcName: optional(...t.ebcName),
  ebcTelephone: optional(text(50), '电商企业电话', 'Telephone of the e-commerce firm'),
  note: optional(...t.note),
})

/** Export: electronic waybill. */
export const ceb505 = declaration(
  'CEB505',
  { zh: '出口运单', en: 'Export: waybill' },
  {
    Logistics: many(waybill, hundred, '运单', 'Waybills'),
  },
)

export const ceb506 = fromCounter(
  'CEB506',
  { zh: '出口运单回执', en: 'Export: receipt of a waybill' },
  {
    LogisticsReturn: receipts({
      logisticsCode: optional(...t.logisticsCode),
      logisticsNo: required(...e.logisticsNo),
    }),
  },
)
