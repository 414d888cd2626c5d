import { code } from '../../schema/kinds/code.ts'
import { text } from '../../schema/kinds/text.ts'
import { time } from '../../schema/kinds/time.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'
import * as e from './terms.ts'

const head = group({
  ...declaredHead,
  customsCode: required(...t.customsCode),
  ebpCode: required(...e.ebpCode),
  ebpName: required(...t.ebpName),
  orderNo: required(...t.orderNo),
  logisticsCode: required(...t.logisticsCode),
  logisticsName: required(...t.logisticsName),
  logisticsNo: required(...e.logisticsNo),
  copNo: required(...e.copNo),
  preNo: optional(...t.preNo),
  invtNo: optional(...t.invtNo),
  ieFlag: required(...t.ieFlag),
  portCode: required(t.customsOffice, '出口口岸代码', 'Customs office of the port of exit'),
  ieDate: required(time('yyyyMMdd'), '出口日期', 'Day of export'),
  statisticsFlag: required(...e.statisticsFlag),
  agentCode: required(...t.agentCode),
  agentName: required(...t.agentName),
  ebcCode: required(...e.ebcCode),
  ebcName: required(...e.ebcName),
  ownerCode: required(text(18), '生产销售单位代码', 'Code of the producer', {
    note: { zh: '未在海关登记的填 NO。', en: 'NO where it is not registered with the customs.' },
  }),
  ownerName: required(text(100), '生产销售单位名称', 'Name of the producer'),
  iacCode: optional(text(18), '区内企业代码', 'Code of the firm in the zone'),
  iacName: optional(text(100), '区内企业名称', 'Name of the firm in the zone'),
  emsNo: optional(...t.emsNo),
  tradeMode: required(...t.tradeMode),
  trafMode: required(...t.trafMode),
  trafName: optional(...t.trafName),
  voyageNo: optional(...t.voyageNo),
  billNo: optional(...t.billNo),
  totalPackageNo: optional(...t.totalPackageNo),
  loctNo: optional(...t.loctNo),
  licenseNo: optional(...t.licenseNo),
  country: required(t.countryCode, '运抵国（地区）', 'Country of arrival'),
  POD: required(code('ports_customs', 4, { min: 3 }), '指运港代码', 'Port of destination'),
  freight: required(...t.freight),
  fCurrency: required(t.moneyCode, '运费币制', 'Currency of the freight'),
  fFlag: required(...t.fFlag),
  insuredFee: required(...t.insuredFee),
  iCurrency: required(t.moneyCode, '保费币制', 'Currency of the insurance'),
  iFlag: required(...t.iFlag),
  wrapType: required(...t.wrapType),
  packNo: required(...t.packNo),
  grossWeight: required(...t.grossWeight),
  netWeight: required(...t.netWeight),
  note: optional(...t.note),
})

const line = group({
  gnum: required(...e.gnum),
  itemNo: required(text(20), '企业商品货号', 'Seller’s article number'),
  itemRecordNo: optional(...t.itemRecordNo),
  itemName: optional(t.itemName[0], '企业商品名称', 'Seller’s name of the article', {
    note: { zh: '汇总后用于退税品名。', en: 'After the summary it is the name on the refund.' },
  }),
  gcode: required(...t.gcode),
  gname: required(...t.gname),
  gmodel: required(text(250), '商品规格型号', 'Model and specification'),
  barCode: required(t.barCode[0], '条形码', 'Bar code', {
    note: { zh: '没有条形码填“无”。', en: '无 where there is none.' },
  }),
  country: required(t.countryCode, '最终目的国（地区）', 'Country of final destination'),
  currency: required(...t.currency),
  qty: required(...t.qty),
  qty1: required(...t.qty1),
  qty2: optional(...t.qty2),
  unit: required(...t.unit),
  unit1: required(...t.unit1),
  unit2: optional(...t.unit2),
  price: required(t.amount, '单价', 'Unit price', { note: { zh: '成交单价，离岸价。', en: 'FOB.' } }),
  totalPrice: required(...t.totalPrice),
  note: optional(...t.note),
})

const inventory = group({
  InventoryHead: required(head, '清单表头', 'Head'),
  InventoryList: many(line, hundred, '清单表体', 'Lines'),
})

/** Export: list of one parcel. */
export const ceb603 = declaration(
  'CEB603',
  { zh: '出口清单', en: 'Export: list' },
  {
    Inventory: many(inventory, hundred, '清单', 'Lists'),
  },
)

export const ceb604 = fromCounter(
  'CEB604',
  { zh: '出口清单回执', en: 'Export: receipt of a list' },
  {
    InventoryReturn: receipts({
      agentCode: optional(...t.agentCode),
      copNo: required(...e.copNo),
      preNo: optional(...told.preNo),
      invtNo: optional(...told.invtNo),
      ebcCode: optional(...e.ebcCode),
      ebpCode: optional(...e.ebpCode),
      orderNo: optional(...t.orderNo),
      statisticsFlag: optional(text(1), '申报业务类型', 'Way of declaring'),
    }),
  },
)
