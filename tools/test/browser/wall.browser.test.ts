import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, example, expectSound, looks, sharedPage, startConsole } from './console.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const trader = sharedPage(console, 'trader')
const official = sharedPage(console, 'official')

/** Has the orders of an example book planned and declared. */
async function declare(page: Page): Promise<void> {
  await page.goto('/plans/new')
  await page.getByTestId('plan-file').setInputFiles(example('retail-importer-day.xlsx'))
  await page.getByTestId('plan-date').fill('2026-11-23')
  await page.getByTestId('plan-start').click()
  await page.getByTestId('order-list').waitFor()
  const { plans } = await call<{ plans: { id: string }[] }>(page, 'customs.plan.list', {})
  await call(page, 'customs.declaration.submit', { plan: plans[0]!.id })
}

const countOf = async (page: Page, testId: string): Promise<number> => {
  const text = await page.getByTestId(testId).locator('.unseen').innerText()
  return Number(text.replaceAll(/[^\d]/g, ''))
}

const rows = (page: Page) => page.getByTestId('declarations').locator('tbody tr')
const number = 'figure-customs-declared-count'

beforeAll(async () => {
  if (console.isHere) await declare(trader.page)
}, 120_000)

describe('the wall', () => {
  it('shows what was declared, and the number opens the list of just so many', async () => {
    const { page } = trader
    await page.goto('/wall')
    // All of an order book’s are made at once; the wall hears of it within seconds.
    await expect.poll(() => countOf(page, number), { timeout: 60_000 }).toBeGreaterThan(0)
    const count = await countOf(page, number)
    await page.getByTestId(number).click()
    await rows(page).first().waitFor()
    expect(page.url()).toMatch(/declarations\/all\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/)
    await expect.poll(() => rows(page).count()).toBe(count)
  }, 90_000)

  it('tells by mode and by country, and each opens the same number of records', async () => {
    const { page } = trader
    for (const table of ['table-customs-declared-mode', 'table-countries']) {
      await page.goto('/wall?period=week')
      const row = page.getByTestId(table).locator('tbody tr').first()
      await row.waitFor()
      const count = Number(await row.locator('td').last().innerText())
      await row.getByRole('link').click()
      await rows(page).first().waitFor()
      await expect.poll(() => rows(page).count()).toBe(count)
    }
  })

  it('draws countries on a map without borders, named, each a link', async () => {
    const { page } = trader
    await page.goto('/wall')
    const spot = page.getByTestId('world').locator('a').first()
    await spot.waitFor()
    expect(await spot.getAttribute('href')).toMatch(/country=[A-Z]{2}/)
    await page.getByTestId('world').locator('.land path').first().waitFor()
  })

  it('turns a chart into a table that says the same', async () => {
    const { page } = trader
    await page.goto('/wall')
    const panel = page.getByTestId('panel-customs-declared-time')
    await panel.getByRole('img').waitFor()
    await panel.getByRole('button', { name: '看表' }).click()
    const cells = panel.locator('tbody tr').first().locator('td')
    expect(Number((await cells.last().innerText()).replaceAll(',', ''))).toBeGreaterThan(0)
    await expectAccessible(page)
  })

  it('is dark by itself, light where one chooses so, and leaves the other pages as they were', async () => {
    const { page } = trader
    await page.goto('/wall')
    const scheme = () => page.evaluate('document.documentElement.dataset.scheme')
    await expect.poll(scheme).toBe('dark')
    await page.getByTestId('wall-scheme').click()
    await expect.poll(scheme).toBe('light')
    await page.getByTestId('wall-scheme').click()
    await page.getByTestId('alarm-customs-counter-held').click()
    await page.waitForURL(/declarations\/held/)
    await expect.poll(scheme).toBe('light')
  })

  it('fills a wall without scrolling', async () => {
    const { page } = trader
    for (const viewport of [
      { width: 1920, height: 1080 },
      { width: 3840, height: 2160 },
    ]) {
      await page.setViewportSize(viewport)
      await page.goto('/wall')
      await page.getByTestId('panel-customs-declared-time').getByRole('img').waitFor()
      const over = await page.evaluate(
        'document.documentElement.scrollHeight - document.documentElement.clientHeight',
      )
      expect(over, `${viewport.width}`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 720 })
  })

  it('says since when nothing has come, and goes on by itself', async () => {
    const { page, forgive } = trader
    await page.goto('/wall')
    await page.getByTestId(number).waitFor()
    forgive('wall.figure.read')
    await page.route('**/api/wall/figure/read**', route => route.abort())
    await expect
      .poll(() => page.getByTestId('wall-news').innerText(), { timeout: 40_000 })
      .toMatch(/\d\d:\d\d:\d\d 起没有新数据/)
    await page.unroute('**/api/wall/figure/read**')
    forgive('wall.figure.read')
    await expect.poll(() => page.getByTestId('wall-news').innerText(), { timeout: 40_000 }).toBe('实时')
  }, 100_000)

  it('shows an official all parties’ figures', async () => {
    const count = await countOf(trader.page, number)
    await official.page.goto('/wall')
    await official.page.getByTestId(number).waitFor()
    expect(await countOf(official.page, number)).toBe(count)
    expect(await official.page.getByTestId('alarm-customs-due-guarantee').count()).toBe(0)
  })
})

describe.each(looks)('the wall in %s', (_, look) => {
  it('is sound', () => expectSound(console, look, 'trader', ['/wall', '/wall?period=month']), 60_000)
})
