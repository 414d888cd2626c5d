import { time } from '../../schema/kinds/time.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'

const day = time('yyyyMMdd')

const head = group({
  ...declaredHead,
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
  assureCode: required(...t.assureCode, {
    note: {
      zh: '限申报企业、电商企业或物流企业。',
      en: 'Of the declarant, the e-commerce firm or the carrier alone.',
    },
  }),
  emsNo: optional(...t.emsNo),
  invtNo: optional(...t.invtNo),
  ieFlag: required(...t.ieFlag),
  declTime: required(day, '申报日期', 'Day of declaration'),
  customsCode: required(...t.customsCode),
  portCode: required(...t.portCode),
  ieDate: optional(day, '进口日期', 'Day of entry'),
  buyerIdType: required(...t.buyerIdType),
  buyerIdNumber: required(...t.buyerIdNumber),
  buyerName: required(...t.buyerName),
  buyerTelephone: required(...t.buyerTelephone),
  consigneeAddress: required(...t.consigneeAddress),
  agentCode: required(...t.agentCode),
  agentName: required(...t.agentName),
  areaCode: optional(t.agentCode[0], '区内企业代码', 'Code of the firm in the zone'),
  areaName: optional(t.agentName[0], '区内企业名称', 'Name of the firm in the zone'),
  tradeMode: required(...t.tradeMode),
  trafMode: required(...t.trafMode),
  trafNo: optional(...t.trafNo),
  voyageNo: optional(...t.voyageNo),
  billNo: optional(...t.billNo),
  loctNo: optional(...t.loctNo),
  licenseNo: optional(...t.licenseNo),
  country: required(t.countryCode, '起运国（地区）', 'Country of dispatch'),
  freight: required(...t.importFreight),
  insuredFee: required(...t.importInsuredFee),
  currency: required(...t.currency),
  wrapType: optional(...t.wrapType),
  packNo: required(...t.packNo),
  grossWeight: required(...t.grossWeight),
  netWeight: required(...t.netWeight),
  note: optional(...t.note),
})

const line = group({
  gnum: required(t.importGnum[0], '商品序号', 'Line number', {
    note: {
      zh: '从 1 开始连续，与电子订单表体序号一一对应。',
      en: 'From 1 without gaps, the same as that of the order’s line.',
    },
  }),
  itemRecordNo: optional(...t.itemRecordNo),
  itemNo: optional(...t.itemNo),
  itemName: optional(...t.itemName),
  gcode: required(...t.gcode),
  gname: required(...t.gname),
  gmodel: required(...t.gmodel),
  barCode: optional(...t.barCode),
  country: required(...t.country),
  tradeCountry: optional(t.countryCode, '贸易国', 'Country of trade'),
  currency: required(...t.currency),
  qty: required(...t.qty),
  unit: required(...t.unit),
  qty1: required(...t.qty1),
  unit1: required(...t.unit1),
  qty2: optional(...t.qty2),
  unit2: optional(...t.unit2),
  price: required(...t.price),
  totalPrice: required(...t.totalPrice),
  note: optional(...t.note),
})

const inventory = group({
  InventoryHead: required(head, '清单表头', 'Head'),
  InventoryList: many(line, { min: 1, max: 99 }, '清单表体', 'Lines'),
})

/** Import: list of one parcel. */
export const ceb621 = declaration(
  'CEB621',
  { zh: '进口清单', en: 'Import: list' },
  {
    Inventory: many(inventory, hundred, '清单', 'Lists'),
  },
)

export const ceb622 = fromCounter(
  'CEB622',
  { zh: '进口清单回执', en: 'Import: receipt of a list' },
  {
    InventoryReturn: receipts({
      customsCode: optional(...told.customsCode),
      ebpCode: optional(...t.ebpCode),
      ebcCode: optional(...t.ebcCode),
      agentCode: optional(...t.agentCode),
      copNo: required(...t.copNo),
      preNo: required(...told.preNo),
      invtNo: optional(...told.invtNo),
    }),
  },
)
