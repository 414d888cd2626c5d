/**
 * A seller with an overseas warehouse: stock sent there (9810), sales to firms on a platform (9710) and
 * beside it (0110), in English. All names are invented. The dates lie on both sides of changes of the law.
 */
import type { BookRow } from './layout.ts'
import { byWater, declaredLine } from './shipping.ts'

const trader: BookRow = {
  direction: 'export',
  sellerKind: 'trader',
  sellerId: 'T-0002',
  vatPayer: 'yes',
  incoterm: 'FOB',
}
const warehouse = (
  orderNo: string,
  date: string,
  country: string,
  currency: string,
  more: BookRow = {},
): BookRow => ({
  orderNo,
  ...trader,
  channel: 'warehouse',
  date,
  country,
  currency,
  platform: 'shop.example',
  warehouseOrderNo: `WH-${country}-${orderNo.slice(-3)}`,
  buyerName: `Example Fulfilment ${country}`,
  ...more,
})
const b2b = (
  orderNo: string,
  date: string,
  country: string,
  currency: string,
  more: BookRow = {},
): BookRow => ({
  orderNo,
  ...trader,
  channel: 'b2b',
  date,
  country,
  currency,
  buyerId: `${country}-FIRM-${orderNo.slice(-3)}`,
  buyerName: `Sample Imports ${country} Ltd`,
  ...more,
})
const onPlatform = (orderNo: string): BookRow => ({
  platform: 'b2b.example',
  platformOrderNo: `BB-${orderNo.slice(-3)}`,
})

type Goods = readonly [hs: string, name: string, nameEn: string, unit: string]
const FAN: Goods = ['8414519100', '台扇', 'Table fan', '001']
const JUICER: Goods = ['8509401000', '榨汁机', 'Juicer', '001']
const HEADPHONES: Goods = ['8518300000', '耳机', 'Headphones', '007']
const LAMP: Goods = ['9405200090', '台灯', 'Desk lamp', '001']
const BACKPACK: Goods = ['4202920000', '双肩包', 'Backpack', '007']
const BLANKET: Goods = ['6301400000', '绒毯', 'Fleece blanket', '015']
const SOLAR: Goods = ['8541402000', '太阳能电池', 'Solar cells', '007']
const BATTERY: Goods = ['8507600090', '锂离子蓄电池', 'Lithium-ion battery', '007']
const SILICON: Goods = ['7202210010', '硅铁', 'Ferro-silicon', 'kg']
const CHAIR: Goods = ['9401719000', '软垫金属椅', 'Upholstered metal chair', '007']

/** Grams of one unit, net. */
const GRAMS: Readonly<Record<string, number>> = {
  '8414519100': 1900,
  '8509401000': 2500,
  '8518300000': 150,
  '9405200090': 900,
  '4202920000': 560,
  '6301400000': 900,
  '8541402000': 12_000,
  '8507600090': 450,
  '9401719000': 6500,
}

/** Net as stated or by the unit's weight; gross a tenth more. */
const weights = (qty: string, grams: number, { netWeight }: BookRow): BookRow => {
  const net = netWeight === undefined ? Number(qty) * grams : Number(netWeight) * 1000
  const kilograms = (value: number) => (value / 1000).toFixed(1)
  return { netWeight: kilograms(net), grossWeight: kilograms(net * 1.1) }
}

const line = (
  [hsCode, name, nameEn, unit]: Goods,
  qty: string,
  price: string,
  more: BookRow = {},
): BookRow => ({
  hsCode,
  name,
  nameEn,
  qty,
  unit,
  price,
  origin: 'CN',
  ...weights(qty, GRAMS[hsCode] ?? 1000, more),
  ...declaredLine(nameEn, hsCode.slice(0, 8)),
  ...more,
})
const invoice = (invoiceAmount: string, invoiceRate = '0.13'): BookRow => ({ invoiceAmount, invoiceRate })

const order = (head: BookRow, ...lines: readonly BookRow[]): BookRow[] =>
  lines.map((one, at) => ({ ...(at === 0 ? declared(head) : { orderNo: head.orderNo }), ...one }))

/** The order with what its declaration needs: a contract where it was sold, freight and insurance that FOB leaves out. */
const declared = (head: BookRow): BookRow => {
  const { orderNo = '', country = '', channel } = head
  return {
    ...head,
    freight: '0',
    insurance: '0',
    ...byWater(country, orderNo.slice(-3), 24),
    producer: 'Example Appliance Works',
    contractNo: channel === 'b2b' || head.warehouseOrderNo === '' ? `HT-${orderNo}` : '',
  }
}

export const overseasWarehouse = (): BookRow[] => [
  // Stock for the warehouse, every line with a special invoice: refund at exit, settled by next April.
  ...order(
    warehouse('OW-001', '2026-05-20', 'DE', 'EUR', { shipment: 'OW-C-1' }),
    line(FAN, '800', '14.20', { ...invoice('82000.00'), netWeight: '1520' }),
    line(JUICER, '500', '31.50', { ...invoice('112500.00'), netWeight: '1250' }),
    line(HEADPHONES, '1200', '9.80', { ...invoice('84000.00'), netWeight: '180' }),
  ),
  // One of two lines without an invoice.
  ...order(
    warehouse('OW-002', '2026-05-20', 'DE', 'EUR', { shipment: 'OW-C-1' }),
    line(LAMP, '600', '12.40', { ...invoice('53000.00'), netWeight: '540' }),
    line(BACKPACK, '700', '11.90', { netWeight: '390' }),
  ),
  // No warehouse order yet: 9810 is not open, and says what is missing.
  ...order(
    warehouse('OW-003', '2026-11-23', 'PL', 'EUR', { warehouseOrderNo: '' }),
    line(CHAIR, '300', '28.00', invoice('60000.00')),
  ),
  // Small: the list form would do, but the list form carries no refund.
  ...order(warehouse('OW-004', '2026-11-23', 'GB', 'GBP'), line(BLANKET, '60', '7.20', invoice('2900.00'))),
  // Invoices of small suppliers: the refund rate is theirs.
  ...order(
    warehouse('OW-005', '2026-11-23', 'US', 'USD'),
    line(LAMP, '400', '15.00', invoice('36000.00', '0.03')),
    line(BACKPACK, '500', '13.00', invoice('39000.00', '0.01')),
  ),
  // Sold to a firm on a platform.
  ...order(
    b2b('OW-006', '2026-11-23', 'DE', 'EUR', onPlatform('OW-006')),
    line(HEADPHONES, '2000', '9.50', invoice('136000.00')),
  ),
  // Sold to a firm without a platform: 9710 is not open.
  ...order(b2b('OW-007', '2026-11-23', 'NL', 'EUR'), line(JUICER, '350', '30.00', invoice('75000.00'))),
  // Sold to a firm, no invoice at all.
  ...order(b2b('OW-008', '2026-11-23', 'KE', 'USD', onPlatform('OW-008')), line(BLANKET, '900', '6.10')),
  // Solar cells before and after their refund ended.
  ...order(
    b2b('OW-009', '2026-03-31', 'ZA', 'USD', onPlatform('OW-009')),
    line(SOLAR, '1000', '18.00', invoice('112000.00')),
  ),
  ...order(
    b2b('OW-010', '2026-04-01', 'ZA', 'USD', onPlatform('OW-010')),
    line(SOLAR, '1000', '18.00', invoice('112000.00')),
  ),
  // Batteries: the refund falls on the first of April, and again with the new year.
  ...order(
    b2b('OW-011', '2026-12-31', 'MX', 'USD', onPlatform('OW-011')),
    line(BATTERY, '2000', '6.50', invoice('80000.00')),
  ),
  ...order(
    b2b('OW-012', '2027-01-01', 'MX', 'USD', onPlatform('OW-012')),
    line(BATTERY, '2000', '6.50', invoice('80000.00')),
  ),
  // A producer: the month's input VAT and output VAT at home decide.
  ...order(
    b2b('OW-013', '2026-11-23', 'SA', 'USD', {
      sellerKind: 'producer',
      sellerId: 'P-0001',
      inputVat: '52000.00',
      domesticOutputVat: '18000.00',
    }),
    line(CHAIR, '1500', '21.00'),
  ),
  // Export duty and a licence.
  ...order(
    b2b('OW-014', '2026-11-23', 'KR', 'USD'),
    line(SILICON, '25000', '1.45', { licence: 'yes', ...invoice('230000.00') }),
  ),
]
