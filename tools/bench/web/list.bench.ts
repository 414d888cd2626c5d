import { call, signIn } from '../../test/browser/console.ts'
import { longTasks, watchLongTasks } from '../../test/browser/long-tasks.ts'
import { addDeclarations } from '../../test/browser/rows.ts'
import { type Bench, benchResult } from '../bench.ts'
import { opened } from './opened.ts'

const ROWS = 100_000
const SECONDS = 8
const WHEEL = 800

/**
 * A list of 100,000 declarations scrolled by the wheel, 800 pixels at a time for 8 seconds, reading on meanwhile: the
 * longest time for which the page did not answer.
 */
export const bench: Bench = {
  name: 'web.list',
  async run() {
    const { product, fresh, close } = await opened()
    const { page } = await fresh()
    await page.setViewportSize({ width: 1280, height: 900 })
    await signIn(page, 'trader')
    const { party } = await call<{ party: { id: string } }>(page, 'kernel.session.who', {})
    await addDeclarations(product, party.id, ROWS)
    await page.goto('/declarations/all')
    await page.getByTestId('declarations').waitFor()
    await page.waitForLoadState('networkidle')
    await watchLongTasks(page)
    await page.mouse.move(600, 500)
    const end = Date.now() + SECONDS * 1000
    while (Date.now() < end) await page.mouse.wheel(0, WHEEL)
    const tasks = await longTasks(page)
    const read = await page.getByTestId('list-end').textContent()
    console.error(`${read}; tasks over 50 ms: ${tasks.join(' ') || 'none'}`)
    await close()
    const limit = { name: 'at most', value: 100 }
    return benchResult('web.list', 'ms without an answer', limit, [Math.max(0, ...tasks)])
  },
}
