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
    const sizes: number[] = []
    for (const [login, desk] of desks) {
      const { page, scripts, close: leave } = await fresh()
      await signIn(page, login)
      await page.goto('/')
      await page.waitForLoadState('networkidle')
      scripts()
      // Within the application: a new load of the page would count the shell again.
      await page
        .locator(`a[href="${desk}"]`)
        .first()
        .evaluate('link => link.click()')
        .catch(() => page.goto(desk))
      await page.waitForLoadState('networkidle')
      const kilobytes = scripts() / 1000
      console.error(`${desk} ${kilobytes.toFixed(0)} KB`)
      sizes.push(kilobytes)
      await leave()
    }
    await close()
    return benchResult('web.desk', 'KB of script', { name: 'at most', value: 150 }, [Math.max(...sizes)])
  },
}
