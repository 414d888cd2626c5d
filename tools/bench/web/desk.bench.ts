import { signIn } from '../../test/browser/console.ts'
import { type Bench, benchResult } from '../bench.ts'
import { opened } from './opened.ts'

/** Who opens which desk. */
const desks = [
  ['trader', '/plans'],
  ['trader', '/declarations'],
  ['trader', '/declarations/all'],
  ['keeper', '/stock'],
  ['finance', '/ledger'],
  ['admin', '/admin'],
  ['admin', '/tables'],
  ['trader', '/rules'],
  ['official', '/wall'],
] as const

/** The script that a desk loads beyond the home page, in kilobytes as they come over the line; the largest counts. */
export const bench: Bench = {
  name: 'web.desk',
  async run() {
    const { fresh, close } = await opened()
    const loaded = async (login: string, path: string) => {
      const counted = await fresh()
      await signIn(counted.page, login)
      const cookies = await counted.page.context().cookies()
      await counted.close()
      const { page, scripts, close } = await fresh()
      await page.context().addCookies(cookies)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const kilobytes = scripts() / 1000
      await close()
      return kilobytes
    }
    const sizes: number[] = []
    for (const [login, desk] of desks) {
      const more = (await loaded(login, desk)) - (await loaded(login, '/'))
      console.error(`${desk} ${more.toFixed(0)} KB`)
      sizes.push(more)
    }
    await close()
    return benchResult('web.desk', 'KB of script', { name: 'at most', value: 150 }, [Math.max(...sizes)])
  },
}
