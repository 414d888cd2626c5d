import { readFile } from 'node:fs/promises'
import { readSheets } from '@tongqu/sheet'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, example, expectSound, looks, sharedPage, signIn, startConsole } from './console.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const trader = sharedPage(console)

/** Drops a workbook on the new-plan page and waits for its plan. */
async function plan(page: Page, name: string): Promise<void> {
  await page.goto('/plans/new')
  await page.getByTestId('plan-file').setInputFiles(example(name))
  await page.getByTestId('plan-date').fill('2026-11-23')
  await page.getByTestId('plan-start').click()
  await page.getByTestId('plan-head').waitFor()
  await page.getByTestId('order-list').waitFor()
}

/** Opens the latest plan of a book from the list. */
async function openPlan(page: Page, name: string): Promise<void> {
  const row = page.getByTestId('plans').locator('tr', { hasText: name }).first()
  await row.locator('[data-row]').click()
  await page.getByTestId('order-list').waitFor()
}

/** How many plans the trader has. */
async function planCount(page: Page): Promise<number> {
  return (await call<{ plans: unknown[] }>(page, 'customs.plan.list', {})).plans.length
}

it('the letter: 153 rows, each with its state, found by text and unit', async () => {
  const { page } = trader
  await page.goto('/letter')
  await page.getByTestId('letter-row').first().waitFor()
  expect(await page.getByTestId('letter-row').count()).toBe(153)
  const counts = ['whole', 'part', 'none'].map(state => page.getByTestId(`count-${state}`).innerText())
  const sum = (await Promise.all(counts)).reduce((total, text) => total + Number(/\d+/.exec(text)![0]), 0)
  expect(sum).toBe(153)
  await page.keyboard.press('/')
  await page.keyboard.type('海外仓')
  await expect.poll(() => page.getByTestId('letter-row').count()).toBeLessThan(10)
})

it('a plan is for those who sign in', async () => {
  const { page } = trader
  await page.goto('/plans')
  await page.getByTestId('sign-in').waitFor()
  trader.forgive('customs.plan.list')
  await signIn(page, 'trader')
})

it('an upload that breaks off says so, keeps the file, and goes in whole when it is sent again', async () => {
  const { page } = trader
  const before = await planCount(page)
  await page.route('**/api/kernel/file/store*', route => route.abort('connectionreset'))
  trader.forgive('kernel.file.store')
  await page.goto('/plans/new')
  await page.getByTestId('plan-file').setInputFiles(example('mixed-container.xlsx'))
  await page.getByTestId('plan-date').fill('2026-11-23')
  await page.getByTestId('plan-start').click()
  await page.getByTestId('refusal').waitFor()
  expect(await planCount(page)).toBe(before)
  await page.unroute('**/api/kernel/file/store*')
  await page.getByTestId('plan-start').click()
  await page.getByTestId('order-list').waitFor()
  expect(await planCount(page)).toBe(before + 1)
})

describe.each([
  ['mixed-container.xlsx', 11],
  ['retail-importer-day.xlsx', 22],
  ['overseas-warehouse.xlsx', 14],
])('%s, dropped on the page', (name, orders) => {
  it(`becomes a plan of ${orders} orders, each opening onto its modes, reasons and sources`, async () => {
    const { page } = trader
    await plan(page, name)
    await page.getByText(`${orders} 单`, { exact: true }).first().waitFor()
    await page.getByTestId('order').first().click()
    const modes = page.getByTestId('modes')
    await modes.waitFor()
    await modes.locator('[data-allowed="true"]').first().click()
    await page.getByTestId('mode-detail').first().waitFor()
    expect(await modes.locator('[data-allowed]').count()).toBeGreaterThan(3)
    expect(page.url()).toContain('order=')
    await expectAccessible(page)
  })
})

describe('the plan of a mixed container', () => {
  beforeAll(async () => {
    if (console.isHere) await plan(trader.page, 'mixed-container.xlsx')
  })

  it('shows by container two declarations within the limit and the lines that must leave', async () => {
    const { page } = trader
    await page.getByTestId('view-containers').click()
    const market = page.getByTestId('container').first()
    await market.waitFor()
    expect(await market.getByTestId('declaration').count()).toBe(2)
    expect(await market.innerText()).toMatch(/HKB-0003[\s\S]*HKB-0007/)
    await expectAccessible(page)
  })

  it('answers what another day would do, and says which rules make the difference', async () => {
    const { page } = trader
    await page.getByTestId('view-orders').click()
    await page.getByTestId('order').nth(8).click()
    await page.getByTestId('what-if-open').click()
    await page.getByTestId('what-if-date').fill('2018-06-01')
    await page.getByTestId('what-if-run').click()
    await page.getByTestId('what-if-result').waitFor()
    expect(await page.getByTestId('what-if-result').innerText()).toMatch(/2018|2019/)
    await expectAccessible(page)
  })

  it('keeps what was typed, and its answer, over a reload', async () => {
    const { page } = trader
    await page.getByTestId('what-if-date').fill('2018-07-01')
    await page.reload()
    await page.getByTestId('what-if-result').waitFor()
    expect(await page.getByTestId('what-if-date').inputValue()).toBe('2018-07-01')
  })

  it('is kept: a reload shows the same order, the list finds the plan again', async () => {
    const { page } = trader
    const address = page.url()
    await page.reload()
    await page.getByTestId('order-view').waitFor()
    expect(page.url()).toBe(address)
    await page.goto('/plans')
    await page.getByTestId('plans').getByText('mixed-container.xlsx').first().waitFor()
  })

  it('downloads as a workbook that opens', async () => {
    const { page } = trader
    await openPlan(page, 'mixed-container.xlsx')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('plan-download').click(),
    ])
    const sheets: string[] = []
    for await (const event of readSheets(await readFile(await download.path())))
      if (event.kind === 'sheet') sheets.push(event.sheet.name)
    expect(sheets.length).toBeGreaterThanOrEqual(4)
  })
})

it('a book with mistakes says sheet, row and column of each, and plans the rest', async () => {
  const { page } = trader
  await plan(page, 'with-mistakes.xlsx')
  await page.getByTestId('view-fix').click()
  const found = await page.getByTestId('to-fix').innerText()
  expect(found).toContain('M-002')
  expect(found).toMatch(/订单[\s\S]*3/)
  await expectAccessible(page)
})

it('a book that could not be read counts its fault', async () => {
  const { page } = trader
  await page.goto('/plans/new')
  await page
    .getByTestId('plan-file')
    .setInputFiles({ name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  await page.getByTestId('plan-start').click()
  await page.getByTestId('to-fix').waitFor()
  const rows = await page.getByTestId('to-fix').locator('tbody tr').count()
  expect(rows).toBeGreaterThan(0)
  await expect.poll(() => page.getByTestId('view-fix').innerText()).toContain(String(rows))
})

describe.each(looks)('in %s', (_name, look) => {
  it('axe finds nothing serious on any page, and no page scrolls sideways', async () => {
    await expectSound(console, look, 'trader', ['/', '/plans', '/plans/new', '/rules', '/tables'])
  })
})

it('works by keyboard alone: the palette opens a page, arrows and Enter open an order', async () => {
  const { page } = trader
  await page.goto('/plans')
  await page.getByTestId('plans').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette').waitFor()
  await page.keyboard.press('Escape')
  await openPlan(page, 'mixed-container.xlsx')
  await page.getByTestId('order').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByTestId('order-view').waitFor()
  expect(page.url()).toContain('HKB-0002')
})

it('another party sees nothing of it', async () => {
  const address = trader.page.url()
  const { page } = await console.open()
  await signIn(page, 'broker')
  await page.goto(address)
  await page.getByTestId('refusal').waitFor()
  expect(await page.getByTestId('order').count()).toBe(0)
  await page.context().close()
})
