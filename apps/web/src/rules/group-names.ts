import { catalogue, type Language } from '../text/catalogue.ts'

const names = catalogue({
  mode: { zh: '监管方式与渠道', en: 'Customs modes and channels' },
  documents: { zh: '单证', en: 'Documents' },
  general_import: { zh: '一般贸易进口', en: 'General import' },
  export_duty: { zh: '出口关税', en: 'Export duty' },
  consumption_tax: { zh: '消费税', en: 'Consumption tax' },
  certificates: { zh: '许可证件', en: 'Certificates' },
  units: { zh: '计量单位', en: 'Units' },
  refund: { zh: '出口退税', en: 'Export refund' },
  refund_rate: { zh: '退税率调整', en: 'Changes of refund rates' },
  overseas_warehouse: { zh: '出口海外仓', en: 'Overseas warehouse' },
  market: { zh: '市场采购', en: 'Market procurement' },
  retail_import: { zh: '跨境电商零售进口', en: 'Retail import' },
  retail_export: { zh: '跨境电商零售出口', en: 'Retail export' },
  b2b_export: { zh: '跨境电商B2B出口', en: 'B2B export' },
  bonded: { zh: '保税', en: 'Bonded' },
  postal: { zh: '邮递物品', en: 'Postal articles' },
  luggage: { zh: '行李物品', en: 'Luggage articles' },
  stock: { zh: '库存', en: 'Stock' },
  messages: { zh: '报文', en: 'Messages' },
  declaration: { zh: '报关单', en: 'Declarations' },
  calendar: { zh: '日历', en: 'Calendar' },
  deadlines: { zh: '期限', en: 'Deadlines' },
  customs: { zh: '账册与税单', en: 'Bonded books and tax bills' },
  wall: { zh: '大屏', en: 'The wall' },
  export_return: { zh: '出口退运', en: 'Returned exports' },
})

const has = (name: string): name is keyof typeof names => Object.hasOwn(names, name)

export function groupName(name: string, language: Language): string {
  return has(name) ? names[name][language] : name
}
