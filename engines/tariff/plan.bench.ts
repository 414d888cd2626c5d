import { hrtime } from 'node:process'
import type { Order, OrderLine } from './order.ts'
import { planOrder } from './plan.ts'
import { context, line, market, retail } from './testing.ts'

const LINES = 5

/** Five lines whose amounts differ from order to order, so that no answer can be kept from the one before. */
function lines(n: number, fields: Partial<OrderLine>, codes: readonly string[]): OrderLine[] {
  return Array.from({ length: LINES }, (_, i) =>
    line({
      hsCode: codes[(n + i) % codes.length]!,
      qty: String(1 + ((n * 7 + i * 13) % 240)),
      price: `${1 + ((n * 31 + i * 17) % 90)}.${10 + ((n + i) % 90)}`,
      ...fields,
    }),
  )
}

const GOODS = ['9503008900', '6109100010', '9504300010', '8507600090', '6109100090']
const LISTED = ['9503008900', '6109100010', '6109100090', '9503008900', '6109100010']

/** One order of each channel in turn: with and without invoices, retail, warehouse, platform, import. */
function orderOf(n: number): Order {
  const orderNo = `B-${n}`
  const shop = { platform: 'shop', platformOrderNo: `P-${n}` }
  const invoice = { invoiceAmount: `${1000 + (n % 5000)}.50`, invoiceRate: '0.13' }
  switch (n % 6) {
    case 0:
      return market({ orderNo }, lines(n, invoice, GOODS))
    case 1:
      return market({ orderNo, freight: '120.50' }, lines(n, {}, GOODS))
    case 2:
      return retail(
        { orderNo, ...shop, freight: '9.90' },
        lines(n, { qty: '2', price: `${20 + (n % 300)}.90` }, LISTED),
      )
    case 3:
      return market({ orderNo, channel: 'warehouse', warehouseOrderNo: `W-${n}` }, lines(n, invoice, GOODS))
    case 4:
      return market(
        { orderNo, channel: 'b2b', ...shop },
        lines(n, { ...invoice, inCluster: n % 2 === 0 }, GOODS),
      )
    default:
      return market({ orderNo, channel: 'b2c', ...shop }, lines(n, { qty: '1' }, GOODS))
  }
}

const GOAL = 200_000
const ORDERS = 40_000
const RUNS = 5

/** Lines a second of every run, the first of which only warms the compiler up and is left out. */
function measure(): number[] {
  const book = Array.from({ length: ORDERS }, (_, n) => orderOf(n))
  const on = context()
  const rates: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    let undecided = 0
    const from = hrtime.bigint()
    for (const order of book) if ('refused' in planOrder(order, on)) undecided++
    const seconds = Number(hrtime.bigint() - from) / 1e9
    if (undecided > 0) throw new Error(`${undecided} orders were not planned`)
    if (run > 0) rates.push(Math.round((ORDERS * LINES) / seconds))
  }
  return rates.sort((a, b) => a - b)
}

/** Plans five-line orders over mixed channels on one core: every mode decided, reasons on. */
export const bench = {
  name: 'plan',
  run: async () => {
    const rates = measure()
    const median = rates[Math.floor(RUNS / 2)]!
    return {
      bench: 'plan',
      value: median,
      unit: 'order lines/s',
      limit: { name: 'order lines a second on one core', value: GOAL },
      ratio: median / GOAL,
      spread: { min: rates[0]!, median, max: rates.at(-1)!, runs: RUNS },
    }
  },
}
