import type { CellInput, ColumnSpec } from '@tongqu/sheet'

/** A field of the order book: its two headers and how the example writes its cells. */
interface Column {
  readonly zh: string
  readonly en: string
  readonly as: 'text' | 'number' | 'day'
  readonly width?: number
}

const column = (zh: string, en: string, as: Column['as'] = 'text', width?: number): Column => ({
  zh,
  en,
  as,
  ...(width !== undefined && { width }),
})

/** The columns that the examples use, by a short key of their own. */
export const COLUMNS = {
  orderNo: column('订单号', 'orderNo', 'text', 14),
  shipment: column('柜号', 'shipment', 'text', 16),
  platform: column('平台', 'platform', 'text', 18),
  platformOrderNo: column('平台订单号', 'platformOrderNo', 'text', 16),
  warehouseOrderNo: column('定仓单号', 'warehouseOrderNo', 'text', 18),
  direction: column('进出口', 'direction', 'text', 9),
  channel: column('渠道', 'channel', 'text', 10),
  date: column('日期', 'date', 'day', 12),
  sellerKind: column('卖方类型', 'sellerKind', 'text', 10),
  sellerId: column('卖方', 'sellerId', 'text', 16),
  buyerId: column('买方', 'buyerId', 'text', 22),
  buyerName: column('买方名称', 'buyerName', 'text', 26),
  buyerIdType: column('证件类型', 'buyerIdType', 'text', 9),
  country: column('国别', 'country', 'text', 8),
  currency: column('币种', 'currency', 'text', 8),
  freight: column('运费', 'freight', 'number', 10),
  insurance: column('保费', 'insurance', 'number', 10),
  incoterm: column('成交方式', 'incoterm', 'text', 9),
  discount: column('优惠', 'discount', 'number', 9),
  points: column('积分抵扣', 'points', 'number', 9),
  yearUsed: column('年度已用额度', 'yearUsed', 'number', 13),
  settlement: column('结汇方式', 'settlement', 'text', 9),
  vatPayer: column('一般纳税人', 'vatPayer', 'text', 11),
  inputVat: column('进项', 'inputVat', 'number', 12),
  domesticOutputVat: column('内销销项', 'domesticOutputVat', 'number', 12),
  packages: column('件数', 'packages', 'number', 8),
  transportMode: column('运输方式', 'transportMode', 'text', 9),
  port: column('口岸', 'port', 'text', 8),
  conveyance: column('运输工具', 'conveyance', 'text', 18),
  billNo: column('提运单号', 'billNo', 'text', 16),
  dispatchCountry: column('启运国', 'dispatchCountry', 'text', 8),
  buyerAccount: column('订购人注册号', 'buyerAccount', 'text', 14),
  buyerPhone: column('订购人电话', 'buyerPhone', 'text', 14),
  paymentNo: column('支付单号', 'paymentNo', 'text', 18),
  paidAmount: column('支付金额', 'paidAmount', 'number', 11),
  paymentTime: column('支付时间', 'paymentTime', 'text', 20),
  payerId: column('支付人', 'payerId', 'text', 22),
  payerName: column('支付人姓名', 'payerName', 'text', 10),
  waybillNo: column('运单号', 'waybillNo', 'text', 16),
  carrier: column('承运企业', 'carrier', 'text', 12),
  consignee: column('收货人', 'consignee', 'text', 10),
  consigneeAddress: column('收货地址', 'consigneeAddress', 'text', 32),
  consigneePhone: column('收货电话', 'consigneePhone', 'text', 14),
  stall: column('商位', 'lineSellerId', 'text', 10),
  hsCode: column('商品编码', 'hsCode', 'text', 13),
  name: column('品名', 'name', 'text', 22),
  nameEn: column('英文品名', 'nameEn', 'text', 22),
  qty: column('数量', 'qty', 'number', 9),
  unit: column('单位', 'unit', 'text', 8),
  price: column('单价', 'price', 'number', 10),
  netWeight: column('净重', 'netWeight', 'number', 10),
  grossWeight: column('毛重', 'grossWeight', 'number', 10),
  content: column('含量', 'content', 'number', 8),
  contentUnit: column('含量单位', 'contentUnit', 'text', 9),
  origin: column('原产国', 'origin', 'text', 8),
  invoiceAmount: column('专票金额', 'invoiceAmount', 'number', 13),
  invoiceRate: column('专票税率', 'invoiceRate', 'number', 9),
  elements: column('申报要素', 'elements', 'text', 26),
  secondQty: column('第二数量', 'secondQty', 'number', 9),
  secondUnit: column('第二单位', 'secondUnit', 'text', 9),
  itemNo: column('商品货号', 'itemNo', 'text', 12),
  bookItemNo: column('账册备案料号', 'bookItemNo', 'text', 14),
  mfnRate: column('关税税率', 'mfnRate', 'number', 9),
  licence: column('许可证', 'licence', 'text', 8),
  brand: column('品牌', 'brand', 'text', 7),
  brandAuthorised: column('品牌授权', 'brandAuthorised', 'text', 9),
  inCluster: column('本市场采购', 'inCluster', 'text', 11),
  packageKind: column('包装种类', 'packageKind', 'text', 9),
  producer: column('生产销售单位', 'producer', 'text', 26),
  contractNo: column('合同协议号', 'contractNo', 'text', 14),
  tradeCountry: column('贸易国', 'tradeCountry', 'text', 8),
  crossingPort: column('离境口岸', 'crossingPort', 'text', 10),
  destinationPort: column('指运港', 'destinationPort', 'text', 10),
  dispatchPort: column('启运港', 'dispatchPort', 'text', 10),
  goodsPlace: column('存放地点', 'goodsPlace', 'text', 28),
  priceStatements: column('价格说明', 'priceStatements', 'text', 9),
  buyerNationality: column('买方国籍', 'buyerNationality', 'text', 9),
  containerNo: column('集装箱号', 'containerNo', 'text', 14),
  containerKind: column('集装箱规格', 'containerKind', 'text', 10),
  domesticSource: column('境内货源地', 'domesticSource', 'text', 11),
} as const satisfies Record<string, Column>

export type Key = keyof typeof COLUMNS

/** One row of an order book, as the generator states it; numbers are decimals as text. */
export type BookRow = Partial<Record<Key, string>>

const needed = new Set<Key>([
  'orderNo',
  'direction',
  'channel',
  'country',
  'currency',
  'hsCode',
  'name',
  'qty',
])

/** The column of a workbook, with its header in one language. */
export const columnSpec = (key: Key, lang: 'zh' | 'en'): ColumnSpec => {
  const { as, width, [lang]: header } = COLUMNS[key] as Column
  return {
    header,
    needed: needed.has(key),
    format: as === 'text' ? '@' : 'General',
    ...dayFormat(as),
    width: width ?? 12,
  }
}

const dayFormat = (as: Column['as']) => (as === 'day' ? { format: 'yyyy-mm-dd' } : {})

/** The cell for a value: a number or day where it is one, else the text as it stands (a mistake to be found). */
export const cellOf = (key: Key, text: string | undefined): CellInput => {
  if (text === undefined) return null
  const { as } = COLUMNS[key]
  if (as === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return { number: text }
  if (as === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { day: text }
  return text
}
