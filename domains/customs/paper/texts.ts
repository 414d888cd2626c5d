import type { Text } from '@tongqu/print'

/* What commercial papers say beside what the record says. */

export const commercialTexts = {
  seller: { zh: '卖方', en: 'Seller' },
  buyer: { zh: '买方', en: 'Buyer' },
  sellerCode: { zh: '卖方统一社会信用代码', en: 'Seller’s credit code' },
  buyerAddress: { zh: '买方地址', en: 'Buyer’s address' },
  contractNo: { zh: '合同号', en: 'Contract No.' },
  invoiceNo: { zh: '发票号（订单编号）', en: 'Invoice No. (order)' },
  orderNo: { zh: '订单编号', en: 'Order No.' },
  orderDate: { zh: '订单日期', en: 'Date of the order' },
  incoterm: { zh: '贸易术语', en: 'Terms of delivery' },
  currency: { zh: '币制', en: 'Currency' },
  settlement: { zh: '结算方式', en: 'Settlement' },
  byBank: { zh: '银行结算', en: 'Through a bank' },
  byCash: { zh: '现金结算', en: 'In cash' },
  crossingPort: { zh: '进出境口岸', en: 'Port of exit / entry' },
  destinationPort: { zh: '指运港', en: 'Port of destination' },
  dispatchPort: { zh: '启运港', en: 'Port of dispatch' },
  country: { zh: '国别（地区）', en: 'Country' },
  transport: { zh: '运输方式', en: 'Transport' },
  conveyance: { zh: '运输工具', en: 'Conveyance' },
  billNo: { zh: '提运单号', en: 'Bill of lading' },
  packages: { zh: '件数', en: 'Packages' },
  packageKind: { zh: '包装种类', en: 'Kind of package' },
  container: { zh: '集装箱号', en: 'Container' },
  goods: { zh: '货物', en: 'Goods' },
  line: { zh: '项号', en: 'No.' },
  lines: { zh: '商品项数', en: 'Lines of goods' },
  description: { zh: '品名', en: 'Description' },
  hsCode: { zh: '商品编号', en: 'HS code' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  price: { zh: '单价', en: 'Unit price' },
  amount: { zh: '金额', en: 'Amount' },
  sum: { zh: '小计', en: 'Subtotal' },
  discount: { zh: '折扣', en: 'Discount' },
  total: { zh: '合计', en: 'Total' },
  netWeight: { zh: '净重（千克）', en: 'Net weight, kg' },
  grossWeight: { zh: '毛重（千克）', en: 'Gross weight, kg' },
  terms: { zh: '说明', en: 'Remarks' },
  issuedBy: { zh: '出票人', en: 'Issued by' },
  packedBy: { zh: '制单人', en: 'Made out by' },
} as const satisfies Record<string, Text>

/** A contract says what the order says; what parties agree beyond that, they write themselves. */
export const contractTerms: readonly Text[] = [
  {
    zh: '买卖双方按上列条件买卖上列货物。',
    en: 'The seller sells and the buyer buys the goods above on the conditions above.',
  },
  {
    zh: '标有“（缺）”之处订单中没有记载，由双方补写并签字后成立。',
    en: 'What is marked (missing) does not stand in the order: the parties write it in and sign it.',
  },
]
