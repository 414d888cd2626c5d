import { catalogue, type Language } from '../text/catalogue.ts'

/** Names of what the planner calls by a code: channels, documents, deadlines, what is to be obtained. */
const words = catalogue({
  market: { zh: '市场采购', en: 'Bought in the market cluster' },
  b2b: { zh: '企业对企业', en: 'B2B' },
  b2c: { zh: '零售给个人', en: 'Retail to a person' },
  warehouse: { zh: '发海外仓', en: 'To an overseas warehouse' },
  bonded: { zh: '保税出区', en: 'From bonded stock' },
  postal: { zh: '邮递', en: 'Mail' },
  luggage: { zh: '随身行李', en: 'Luggage' },
  declaration: { zh: '报关单', en: 'Customs declaration' },
  contract: { zh: '合同', en: 'Contract' },
  commercial_invoice: { zh: '商业发票', en: 'Commercial invoice' },
  packing_list: { zh: '装箱单', en: 'Packing list' },
  bill_of_lading: { zh: '提运单', en: 'Bill of lading' },
  market_trade_record: { zh: '市场采购交易记录', en: 'Market trade record' },
  consolidation_list: { zh: '组货清单', en: 'Consolidation list' },
  warehouse_order: { zh: '定仓单', en: 'Warehouse order' },
  overseas_warehouse_filing: { zh: '海外仓备案', en: 'Overseas-warehouse filing' },
  bonded_list: { zh: '核注清单', en: 'Bonded inventory list' },
  postal_declaration: { zh: '邮递物品申报', en: 'Postal declaration' },
  luggage_declaration: { zh: '行李申报', en: 'Luggage declaration' },
  clearance_papers: { zh: '通关单证', en: 'Clearance papers' },
  CEB303: { zh: '出口订单', en: 'Export order' },
  CEB403: { zh: '收款单', en: 'Receipt of money' },
  CEB505: { zh: '出口运单', en: 'Export waybill' },
  CEB603: { zh: '出口清单', en: 'Export inventory list' },
  CEB701: { zh: '汇总申请单', en: 'Summary application' },
  CEB311: { zh: '进口订单', en: 'Import order' },
  CEB411: { zh: '支付单', en: 'Payment' },
  CEB511: { zh: '进口运单', en: 'Import waybill' },
  CEB621: { zh: '进口清单', en: 'Import inventory list' },
  'refund.declare': { zh: '退税申报', en: 'Declare the refund' },
  'refund.last_day': {
    zh: '退税最后期限，逾期视同内销',
    en: 'Last day for the refund; later it is a deemed domestic sale',
  },
  'refund.settle': { zh: '销售后核算', en: 'Settle after the sale' },
  'return.without_tax': { zh: '退货不征税', en: 'Return without tax' },
  'return.reimport_free': { zh: '退运进境免税', en: 'Goods come back free of import tax' },
  'retail_export.summary': { zh: '汇总申报', en: 'Summary declaration' },
  'platform.order': { zh: '取得跨境电商平台的订单号', en: 'Get the order number of a cross-border platform' },
  'warehouse.order': { zh: '取得海外仓定仓单', en: 'Get the order of the overseas warehouse' },
  'brand.authorisation': { zh: '取得品牌授权', en: 'Get the brand’s authorisation' },
})

const has = (code: string): code is keyof typeof words => Object.hasOwn(words, code)

/** The name of a code; the code itself where the interface has no word for it. */
export function wordFor(code: string, language: Language): string {
  return has(code) ? words[code][language] : code
}

/** A document with its message number, where it has one: "CEB603 出口清单". */
export function documentName(code: string, language: Language): string {
  const name = wordFor(code, language)
  return /^CEB\d+$/.test(code) && name !== code ? `${code} ${name}` : name
}
