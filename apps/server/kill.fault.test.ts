import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { expect, test } from 'vitest'
import { Caller, finished, Product, planned } from './testing/product.ts'

const folder = await testFolder()
const ORDERS = 4000
const DATE = '2026-11-23'

/** A book of many orders of a market's stalls, every tenth of which has a quantity that cannot be. */
function book(): Buffer {
  const orders = Array.from({ length: ORDERS }, (_, n) => ({
    orderNo: `K-${n}`,
    direction: 'export',
    channel: 'market',
    sellerKind: 'stall',
    sellerId: `A-${n}`,
    buyerName: 'Example Trading LLC',
    country: 'AE',
    currency: 'USD',
    settlement: 'bank',
    vatPayer: 'yes',
    lines: [
      {
        hsCode: '9503002100',
        name: '毛绒玩具',
        qty: n % 10 === 9 ? '-1' : String(100 + n),
        unit: '007',
        price: '1.85',
        inCluster: 'yes',
        licence: 'no',
        inspection: 'no',
        dangerous: 'no',
        brand: 'no',
      },
    ],
  }))
  return Buffer.from(JSON.stringify({ orders }))
}

async function signedIn(product: Product): Promise<Caller> {
  const caller = new Caller(product.address)
  await caller.signIn('trader', product.password('trader'))
  return caller
}

test('a server killed while it makes a plan makes it whole after its next start, each order once', async () => {
  const settings = { TONGQU_DATA: join(folder, 'data') }
  const first = await Product.start(settings)
  const caller = await signedIn(first)
  const file = await caller.upload('book.json', book())
  const { id } = await caller.must<{ id: string }>('customs.plan.create', { file, date: DATE })
  let killedAt = 0
  while (killedAt === 0) killedAt = (await caller.must<{ read: number }>('customs.plan.get', { id })).read
  await first.stop('SIGKILL')

  const second = await Product.start(settings)
  const again = await signedIn(second)
  const plan = await finished(again, id)
  console.log(`killed when ${killedAt} of ${ORDERS} orders were kept`)
  expect(killedAt).toBeLessThan(ORDERS)
  expect(plan).toMatchObject({ state: 'done', planned: ORDERS * 0.9, refused: ORDERS * 0.1, read: ORDERS })
  const numbers = await orderNumbers(again, id)
  expect(new Set(numbers).size).toBe(ORDERS * 0.9)
  expect(numbers).toHaveLength(ORDERS * 0.9)

  // The same book planned without a fault comes to the same.
  const { taxes, refund, netCost, chosen } = await planned(again, file, DATE)
  expect(plan).toMatchObject({ taxes, refund, netCost, chosen })
}, 180_000)

async function orderNumbers(caller: Caller, id: string): Promise<string[]> {
  const found: string[] = []
  for (let after: string | undefined; ; ) {
    const input = { id, limit: 500, ...(after !== undefined && { after }) }
    const page = await caller.must<{ orders: { orderNo: string }[]; next?: string }>(
      'customs.plan.orders',
      input,
    )
    found.push(...page.orders.map(order => order.orderNo))
    if (page.next === undefined) return found
    after = page.next
  }
}
