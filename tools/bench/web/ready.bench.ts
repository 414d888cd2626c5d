import { signIn } from '../../test/browser/console.ts'
import { type Bench, benchResult } from '../bench.ts'
import { opened } from './opened.ts'

const ROUNDS = 5
const SLOWER = 4

/** From the address to a page that can be used, nothing cached, on a processor four times as slow. */
export const bench: Bench = {
  name: 'web.ready',
  async run() {
    const { fresh, close } = await opened()
    const { page, close: leave } = await fresh()
    await signIn(page, 'trader')
    const state = await page.context().storageState()
    await leave()
    const times: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const counted = await fresh()
      await counted.page.context().addCookies(state.cookies)
      await counted.slow(SLOWER)
      const begun = performance.now()
      await counted.page.goto('/')
      await counted.page.getByTestId('home-started').waitFor()
      times.push(performance.now() - begun)
      await counted.close()
    }
    await close()
    // The first round warms the server up.
    return benchResult('web.ready', 'ms', { name: 'at most', value: 2000 }, times.slice(1))
  },
}
