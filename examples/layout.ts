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
  mfnRate: column('关税税率', 'mfnRate', 'number', 9),
  licence: column('许可证', 'licence', 'text', 8),
  brand: column('品牌', 'brand', 'text', 7),
  brandAuthorised: column('品牌授权', 'brandAuthorised', 'text', 9),
  inCluster: column('本市场采购', 'inCluster', 'text', 11),
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
