import { type Bench, benchResult } from '../bench.ts'
import { opened } from './opened.ts'

/** The script that a first visit loads, signed out, in kilobytes as they come over the line. */
export const bench: Bench = {
  name: 'web.shell',
  async run() {
    const { fresh, close } = await opened()
    const { page, scripts } = await fresh()
    await page.goto('/')
    await page.waitForLoadState('networkidle')
    const kilobytes = scripts() / 1000
    await close()
    return benchResult('web.shell', 'KB of script', { name: 'at most', value: 250 }, [kilobytes])
  },
}
