/**
 * One day of a retail importer: parcels from abroad (b2c), goods from bonded stock, two postal articles.
 *
 * Every person is invented. The identity numbers are well formed so that they pass a reader's check, and
 * belong to nobody: region 420100, born 1900-01-01, numbered from 001.
 */
import type { BookRow } from './layout.ts'
import { declaredImport, inWuhan } from './shipping.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of an identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
const checkCharacter = (digits: string): string =>
  '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11)

const inventedId = (sequence: number): string => {
  const digits = `42010019000101${String(sequence).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}

const NAMES = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

interface Case {
  readonly channel: '零售' | '保税' | '邮递'
  readonly country: string
  /** CNY already used this year. */
  readonly used?: string
  readonly currency?: string
  readonly more?: BookRow
  readonly lines: readonly BookRow[]
}

const item = (
  hsCode: string,
  name: string,
  qty: string,
  unit: string,
  price: string,
  more: BookRow = {},
): BookRow => ({
  hsCode,
  name,
  qty,
  unit,
  price,
  ...more,
})

const CREAM = '3304990039'
const DRYER = '8516310000'
const WATCH = '9102110000'
const BAG = '4202210090'

/** In this order in the book; the comment says what the case is for. */
const CASES: readonly Case[] = [
  // Ordinary cosmetics: CNY 4 per ml, no consumption tax.
  {
    channel: '零售',
    country: 'JP',
    lines: [item(CREAM, '保湿乳液', '2', '瓶', '200.00', { content: '50', contentUnit: 'ml' })],
  },
  // High-end cosmetics: CNY 30 per ml.
  {
    channel: '零售',
    country: 'FR',
    lines: [item(CREAM, '精华液', '1', '瓶', '900.00', { content: '30', contentUnit: 'ml' })],
  },
  // Exactly CNY 10 per ml: counts as high-end.
  {
    channel: '零售',
    country: 'KR',
    lines: [item(CREAM, '面霜', '1', '瓶', '500.00', { content: '50', contentUnit: 'ml' })],
  },
  { channel: '保税', country: 'NZ', lines: [item('1901101000', '婴幼儿配方奶粉', '6', '罐', '260.00')] },
  { channel: '保税', country: 'JP', lines: [item('9619001100', '婴儿纸尿裤', '4', '包', '125.00')] },
  // Exactly at the single limit.
  { channel: '保税', country: 'JP', used: '0', lines: [item(DRYER, '电吹风', '2', '个', '2500.00')] },
  // One cent above it, two pieces.
  {
    channel: '保税',
    country: 'JP',
    used: '0',
    lines: [item(DRYER, '电吹风', '1', '个', '2500.00'), item(DRYER, '电吹风(礼盒)', '1', '个', '2500.01')],
  },
  // Two pieces above the limit.
  { channel: '零售', country: 'IT', used: '0', lines: [item(BAG, '皮革手提包', '2', '个', '2600.00')] },
  // One dear piece: through this channel with full tax.
  { channel: '零售', country: 'CH', used: '0', lines: [item(WATCH, '石英手表', '1', '只', '6000.00')] },
  // One dear piece, the yearly limit exceeded by CNY 1.
  {
    channel: '零售',
    country: 'CH',
    used: '20001.00',
    lines: [item(WATCH, '石英手表', '1', '只', '6000.00')],
  },
  // Reaches the yearly limit exactly.
  { channel: '保税', country: 'JP', used: '21000.00', lines: [item(DRYER, '电吹风', '2', '个', '2500.00')] },
  // Exceeds it by one cent.
  { channel: '保税', country: 'JP', used: '21000.01', lines: [item(DRYER, '电吹风', '2', '个', '2500.00')] },
  // Wine, with freight and insurance.
  {
    channel: '零售',
    country: 'FR',
    more: { freight: '136.00', insurance: '15.00' },
    lines: [
      item('2204210000', '红葡萄酒', '6', '瓶', '186.00', {
        netWeight: '4.5',
        secondQty: '4.5',
        secondUnit: '升',
      }),
    ],
  },
  // Spirits: a tax by value and by weight.
  {
    channel: '零售',
    country: 'GB',
    lines: [item('2208300000', '威士忌', '1', '瓶', '480.00', { netWeight: '0.7' })],
  },
  // Beer: the tables only say that its tax goes by quantity.
  {
    channel: '零售',
    country: 'DE',
    lines: [item('2203000000', '小麦啤酒', '24', '瓶', '9.50', { netWeight: '12' })],
  },
  // Not on the list of retail-import goods.
  { channel: '零售', country: 'JP', lines: [item('2402200000', '卷烟', '10', '盒', '45.00')] },
  // A price cut lowers the value, points do not.
  {
    channel: '零售',
    country: 'KR',
    more: { freight: '10.00', insurance: '0', discount: '20.00', points: '5.00' },
    lines: [item('3305100090', '洗发水', '3', '瓶', '68.00'), item('3306101090', '牙膏', '5', '支', '22.00')],
  },
  // Food and drink on one order, two VAT rates.
  {
    channel: '保税',
    country: 'AU',
    lines: [
      item('0802619000', '夏威夷果', '4', '袋', '59.00'),
      item('1905310000', '黄油饼干', '6', '盒', '32.00'),
    ],
  },
  // A dear piece from an origin whose duties are not loaded.
  { channel: '零售', country: 'US', used: '0', lines: [item(BAG, '皮革手提包', '1', '个', '5600.00')] },
  { channel: '零售', country: 'JP', lines: [item('9504501900', '游戏机', '1', '台', '2199.00')] },
  // Postal articles: taxed by their own rate; the second stays at or below CNY 50 of tax.
  { channel: '邮递', country: 'IT', lines: [item(BAG, '皮革手提包', '1', '个', '1900.00')] },
  { channel: '邮递', country: 'JP', lines: [item('9503002100', '毛绒玩偶', '2', '个', '190.00')] },
]

/**
 * What buyers paid, as the payment firm has it: goods, freight and the tax of the day. It stands in the book as it comes
 * from the payment firm; one cent less and the three documents differ.
 */
const PAID: Readonly<Record<string, string>> = {
  'R-1123-001': '436.40',
  'R-1123-002': '1107.53',
  'R-1123-003': '615.29',
  'R-1123-004': '1701.96',
  'R-1123-005': '545.50',
  'R-1123-006': '5455.00',
  'R-1123-009': '9322.50',
  'R-1123-011': '5455.00',
  'R-1123-013': '1493.65',
  'R-1123-017': '326.66',
  'R-1123-018': '460.34',
}

/** Net weight of a line in kg where its case says none: half a kilogram a piece. */
const netWeight = ({ qty = '1' }: BookRow): string => (Number(qty) / 2).toFixed(1)
const grossWeight = (net: string): string => (Number(net) + 0.2).toFixed(1)

/** What the declaration needs beyond the plan: who was paid how, who carries the parcel to whom, how it came. */
function declared(one: Case, orderNo: string, number: string): BookRow {
  const isBonded = one.channel === '保税'
  const buyer = `示例${NAMES.charAt(Number(number) - 1)}`
  return {
    packages: '1',
    transportMode: isBonded ? '7' : '5',
    port: isBonded ? '4713' : '4701',
    ...(!isBonded && {
      conveyance: 'ZZ8801/20261123',
      billNo: `999-1123${number}`,
      dispatchCountry: one.country,
    }),
    buyerAccount: `U-${number}`,
    buyerPhone: `13800000${number}`,
    paymentNo: `PAY20261123${number}`,
    ...(PAID[orderNo] !== undefined && { paidAmount: PAID[orderNo] }),
    paymentTime: '2026-11-23 09:30:00',
    payerId: inventedId(Number(number)),
    payerName: buyer,
    waybillNo: `YT1123${number}`,
    carrier: '示例速运',
    consignee: buyer,
    consigneeAddress: `湖北省武汉市江汉区示例路 ${Number(number)} 号`,
    consigneePhone: `13800000${number}`,
  }
}

/** Orders above the limits of retail import: they go by customs declaration. */
const DECLARED: ReadonlySet<string> = new Set(['007', '008', '010', '012'])

const orderOf = (one: Case, at: number): BookRow[] => {
  const number = String(at + 1).padStart(3, '0')
  const orderNo = `R-1123-${number}`
  const retail = one.channel !== '邮递'
  const head: BookRow = {
    direction: '进口',
    channel: one.channel,
    date: '2026-11-23',
    buyerId: inventedId(at + 1),
    buyerName: `示例${NAMES.charAt(at)}`,
    buyerIdType: '1',
    country: one.country,
    currency: one.currency ?? 'CNY',
    yearUsed: one.used ?? '0',
    ...(retail && { platform: '示例跨境商城', platformOrderNo: `PX20261123${number}` }),
    ...(one.more?.freight === undefined && { freight: '0', insurance: '0' }),
    ...one.more,
    ...(retail && declared(one, orderNo, number)),
    ...(DECLARED.has(number) && declaredImport(one.country, number)),
  }
  return one.lines.map((line, no) => {
    const net = line.netWeight ?? netWeight(line)
    const goods = retail && {
      netWeight: net,
      grossWeight: grossWeight(net),
      elements: `${line.name}|零售包装|示例牌`,
      ...(line.hsCode === CREAM && { secondQty: line.qty, secondUnit: '件' }),
      itemNo: `A-${number}-${no + 1}`,
      ...(one.channel === '保税' && { bookItemNo: String(at + 1) }),
      ...(DECLARED.has(number) && inWuhan),
    }
    return { orderNo, ...(no === 0 && head), ...line, ...goods, origin: one.country }
  })
}

export const retailDay = (): BookRow[] => CASES.flatMap(orderOf)
