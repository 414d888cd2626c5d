import type { Page } from 'playwright-core'

/** Begins to count the long tasks of a page: what keeps it from answering for 50 ms and more. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(`
    window.longTasks = []
    new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(each => Math.round(each.duration))))
      .observe({ type: 'longtask' })`)
}

/** Their durations since, in milliseconds. */
export const longTasks = (page: Page): Promise<number[]> => page.evaluate('window.longTasks')
