import { type Bench, benchResult } from '@tongqu/tools/bench'
import { openShop } from './testing/opened.ts'
import { tokenOf } from './testing/shop.ts'

const CALLERS = 256
const ROUNDS = 7
const MILLIS = 4000
const UNITS = 100_000_000

/**
 * Durable reservations a second over HTTP: 256 connections, each a buyer of its own, each with one call under way;
 * authorised, audited, with its event and row. Limits on calls are off. Beside the goal.
 */
export const bench: Bench = {
  name: 'ledger.http',
  async run() {
    const shop = await openShop(UNITS, CALLERS, CALLERS)
    try {
      const rates: number[] = []
      for (let round = 0; round <= ROUNDS; round++) {
        const begun = performance.now()
        const counts = await Promise.all(
          shop.posters.map(async (poster, n) => {
            for (let count = 0; ; count++) {
              if (performance.now() - begun >= MILLIS) return count
              const { status, body } = await poster.post('/api/market/reservation/place', tokenOf(n), {
                shelf: shop.shelf,
                quantity: '1',
              })
              if (status !== 200) throw new Error(body)
            }
          }),
        )
        rates.push((counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - begun))
      }
      // The first round warms up.
      return benchResult('ledger.http', 'reservations/s', { name: 'the goal', value: 5000 }, rates.slice(1))
    } finally {
      await shop.close()
    }
  },
}
