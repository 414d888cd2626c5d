import { hrtime } from 'node:process'
import type { Order, OrderLine } from './order.ts'
import { planOrder } from './plan.ts'
import { renderOrder } from './render.ts'
import { context, line, market, retail } from './testing.ts'

export interface PlanBench {
  readonly bench: 'plan' | 'plan.rendered'
  readonly unit: 'order lines/s'
  readonly min: number
  readonly median: number
  readonly max: number
  readonly lines: number
}

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

/** Plans a book of five-line orders over mixed channels; every mode decided, reasons on. One core, five runs. */
export function benchPlan(orders = 40_000, runs = 5): PlanBench[] {
  const book = Array.from({ length: orders }, (_, n) => orderOf(n))
  const on = context()
  return [
    measure('plan', book, runs, order => planOrder(order, on)),
    measure('plan.rendered', book, runs, order => {
      const made = planOrder(order, on)
      return 'refused' in made ? made : renderOrder(made, 'zh')
    }),
  ]
}

function measure(
  bench: PlanBench['bench'],
  book: readonly Order[],
  runs: number,
  plan: (order: Order) => unknown,
): PlanBench {
  const rates: number[] = []
  let kept: unknown
  for (let run = 0; run <= runs; run++) {
    const from = hrtime.bigint()
    for (const order of book) kept = plan(order)
    const seconds = Number(hrtime.bigint() - from) / 1e9
    // The first run warms the compiler up.
    if (run > 0) rates.push((book.length * LINES) / seconds)
  }
  if (kept === undefined) throw new Error('nothing was planned')
  rates.sort((a, b) => a - b)
  const at = (i: number): number => Math.round(rates[i]!)
  return {
    bench,
    unit: 'order lines/s',
    min: at(0),
    median: at(Math.floor(rates.length / 2)),
    max: at(rates.length - 1),
    lines: book.length * LINES,
  }
}
