/**
 * A container of thirty stalls of a wholesale market, for four buyers in Dubai. All names are invented.
 *
 * What it shows: what may go by market procurement is worth a little more than USD 150,000 even without the
 * three orders that have special invoices (where 0110 competes with 1039), so it needs two declarations; one
 * line whose brand has not authorised it and one bought outside the cluster must leave.
 */
import type { BookRow } from './layout.ts'
import { byWater, declaredLine } from './shipping.ts'

interface Goods {
  readonly hs: string
  readonly zh: string
  readonly en: string
  readonly unit: string
  /** USD cents for one unit. */
  readonly price: number
  /** Grams for one unit, net. */
  readonly grams: number
}

const goods = (hs: string, zh: string, en: string, unit: string, price: number, grams: number): Goods => ({
  hs,
  zh,
  en,
  unit,
  price,
  grams,
})

const TEE = goods('6109100010', '棉T恤衫', 'Cotton T-shirt', '件', 215, 160)
const SPORT_TEE = goods('6109909050', '速干T恤衫', 'Quick-dry T-shirt', '件', 260, 140)
const SOCKS = goods('6115960000', '运动袜', 'Sports socks', '双', 38, 45)
const JEANS = goods('6203429090', '男式牛仔裤', "Men's jeans", '条', 590, 520)
const DRESS = goods('6104430000', '针织连衣裙', 'Knitted dress', '件', 540, 300)
const SCARF = goods('6214300000', '印花头巾', 'Printed headscarf', '条', 125, 90)
const CAP = goods('6505009900', '棒球帽', 'Baseball cap', '个', 110, 85)
const SHOES = goods('6404110000', '织物面运动鞋', 'Sports shoes', '双', 680, 620)
const SANDALS = goods('6402992900', '塑料凉鞋', 'Plastic sandals', '双', 240, 380)
const BAG = goods('4202220000', '女式手提包', "Ladies' handbag", '个', 460, 430)
const BACKPACK = goods('4202920000', '双肩包', 'Backpack', '个', 520, 560)
const WALLET = goods('4202320000', '钱包', 'Wallet', '个', 150, 110)
const DOLL = goods('9503002100', '毛绒玩偶', 'Plush animal', '个', 185, 210)
const PUZZLE = goods('9503006000', '积木拼图', 'Building blocks', '套', 330, 480)
const TOYCAR = goods('9503008900', '玩具小车', 'Toy car', '个', 140, 180)
const BALL = goods('9506621000', '足球', 'Football', '个', 290, 420)
const BOWL = goods('6911101900', '瓷碗', 'Porcelain bowl', '千克', 210, 1000)
const GLASS = goods('7013370000', '玻璃杯', 'Drinking glass', '千克', 165, 1000)
const POT = goods('7323930000', '不锈钢锅', 'Stainless steel pot', '千克', 520, 1000)
const BOX = goods('3924100000', '塑料保鲜盒', 'Plastic food box', '千克', 240, 1000)
const FLOWERS = goods('6702100000', '塑料假花', 'Plastic flowers', '千克', 370, 1000)
const BULB = goods('8539500000', 'LED灯泡', 'LED bulb', '只', 72, 60)
const LAMP = goods('9405200090', '台灯', 'Desk lamp', '台', 480, 900)
const FAN = goods('8414519100', '台扇', 'Table fan', '台', 760, 1900)
const DRYER = goods('8516310000', '电吹风', 'Hair dryer', '个', 540, 620)
const CHARGER = goods('8504401400', '手机充电器', 'Phone charger', '个', 165, 75)
const TOWEL = goods('6302609000', '棉毛巾', 'Cotton towel', '条', 95, 110)
const BLANKET = goods('6301400000', '绒毯', 'Fleece blanket', '条', 430, 900)
const TOOLS = goods('8206000000', '五金工具套装', 'Tool set', '千克', 460, 1000)
const LOCK = goods('8301100000', '挂锁', 'Padlock', '千克', 390, 1000)
const UMBRELLA = goods('6601910000', '折叠伞', 'Folding umbrella', '把', 175, 330)
const COMB = goods('9615110000', '塑料发夹', 'Plastic hair clips', '千克', 520, 1000)

const BUYERS = [
  ['AE-B-01', 'Example Gulf General Trading LLC'],
  ['AE-B-02', 'Sample Dragon Mart Wholesale FZE'],
  ['AE-B-03', 'Demo Desert Rose Household LLC'],
  ['AE-B-04', 'Specimen Creek Textiles LLC'],
] as const

/** [stall, goods, quantity, further fields of the line] */
type Line = readonly [stall: string, goods: Goods, qty: number, more?: BookRow]

interface ExampleOrder {
  readonly buyer: 0 | 1 | 2 | 3
  /** Bought with special VAT invoices: the exporter is a trading firm. */
  readonly invoiced?: boolean
  readonly lines: readonly Line[]
}

/** The quantity in the legal unit that the goods are declared by where they are merged, or the second one. */
const counted = (secondUnit: string, qty: number): BookRow => ({ secondUnit, secondQty: String(qty) })

const ORDERS: readonly ExampleOrder[] = [
  {
    buyer: 3,
    lines: [
      ['A1-101', TEE, 3600],
      ['A1-102', SPORT_TEE, 2200],
      ['A1-103', SOCKS, 6000, counted('件', 6000)],
      ['A1-104', CAP, 2000],
    ],
  },
  {
    buyer: 3,
    lines: [
      ['A1-105', JEANS, 1500],
      ['A1-106', DRESS, 1400],
      ['A1-107', SCARF, 3000],
    ],
  },
  {
    buyer: 3,
    lines: [
      ['A2-201', SHOES, 1900],
      ['A2-202', SANDALS, 3200],
      ['A2-203', SHOES, 300, { brand: 'yes', brandAuthorised: 'no', name: '运动鞋(带注册商标图案)' }],
    ],
  },
  {
    buyer: 0,
    lines: [
      ['A3-301', BAG, 2000],
      ['A3-302', BACKPACK, 1400],
      ['A3-303', WALLET, 2600],
      ['A3-301', WALLET, 800],
    ],
  },
  {
    buyer: 0,
    lines: [
      ['B1-111', DOLL, 3600, counted('套', 3600)],
      ['B1-112', PUZZLE, 2100],
      ['B1-113', TOYCAR, 3200, counted('套', 3200)],
      ['B1-114', BALL, 700, counted('套', 700)],
    ],
  },
  {
    buyer: 2,
    lines: [
      ['B2-211', BOWL, 1800],
      ['B2-212', GLASS, 2100],
      ['B2-213', POT, 1500],
      ['B2-214', BOX, 1500],
      ['B2-215', FLOWERS, 600],
    ],
  },
  {
    buyer: 2,
    lines: [
      ['C1-121', TOWEL, 5000],
      ['C1-122', BLANKET, 1600],
      ['C1-123', UMBRELLA, 1800],
      ['外购-01', COMB, 300, { inCluster: 'no', name: '塑料发夹(市场外工厂直供)' }],
    ],
  },
  {
    buyer: 1,
    lines: [
      ['C2-221', BULB, 9000],
      ['C2-222', LAMP, 800],
      ['C2-223', CHARGER, 3500, counted('只', 3500)],
    ],
  },
  {
    buyer: 1,
    invoiced: true,
    lines: [
      ['D1-131', FAN, 1000],
      ['D1-131', DRYER, 1300],
      ['D1-131', LAMP, 500],
    ],
  },
  {
    buyer: 0,
    invoiced: true,
    lines: [
      ['D2-231', TOOLS, 1600],
      ['D2-231', LOCK, 900, counted('把', 4500)],
    ],
  },
  {
    buyer: 1,
    invoiced: true,
    lines: [
      ['C2-223', CHARGER, 2000],
      ['C2-222', BULB, 5000],
    ],
  },
]

const decimal = (units: number, places: number): string => {
  const digits = String(units).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** What the supplier invoiced without VAT: the price at 7.10 and 3 % below, in cents of CNY. */
const invoiceCents = (usdCents: number): number => Math.round((usdCents * 710 * 97) / 10_000)

const lineOf = (order: ExampleOrder, [stall, item, qty, more]: Line): BookRow => {
  const grams = item.grams * qty
  return {
    stall,
    hsCode: item.hs,
    name: item.zh,
    nameEn: item.en,
    qty: String(qty),
    unit: item.unit,
    price: decimal(item.price, 2),
    netWeight: decimal(grams, 3),
    grossWeight: decimal(grams + Math.round(grams / 10), 3),
    origin: 'CN',
    inCluster: 'yes',
    ...declaredLine(item.en, `${item.hs.slice(0, 6)}-${stall}`),
    ...(order.invoiced && { invoiceAmount: decimal(invoiceCents(item.price * qty), 2), invoiceRate: '0.13' }),
    ...more,
  }
}

/** Rows of the workbook; the order's fields stand on its first row only. */
export const mixedContainer = (): BookRow[] =>
  ORDERS.flatMap((order, at) => {
    const [buyerId, buyerName] = BUYERS[order.buyer]
    const orderNo = `HKB-${String(at + 1).padStart(4, '0')}`
    const head: BookRow = {
      shipment: 'HKB-C-117',
      direction: '出口',
      channel: '市场采购',
      date: '2026-11-23',
      sellerKind: order.invoiced ? '外贸企业' : '商位',
      sellerId: order.invoiced ? 'T-0001' : 'A-0001',
      buyerId,
      buyerName,
      country: 'AE',
      currency: 'USD',
      incoterm: 'FOB',
      settlement: '银行',
      vatPayer: '是',
      ...byWater('AE', '117', order.lines.length * 60),
      ...(order.invoiced && { contractNo: `HT-${orderNo}` }),
      producer: order.invoiced ? '示例家电外贸有限公司' : '示例市场采购贸易有限公司',
      buyerNationality: 'AE',
      containerNo: 'EXMU1170001',
      containerKind: '11',
    }
    return order.lines.map((line, no) => ({ orderNo, ...(no === 0 && head), ...lineOf(order, line) }))
  })
