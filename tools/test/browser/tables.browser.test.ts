import { expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, startConsole } from './console.ts'

const console = await startConsole()
const official = sharedPage(console, 'official')
const trader = sharedPage(console, 'trader')

const file = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})
const packages = (...rows: string[]) => file('package_types.csv', 'code,zh,en', ...rows)

async function check(from: string, table: ReturnType<typeof file>): Promise<void> {
  const { page } = official
  await page.goto('/tables/import')
  await page.getByTestId('import-table').selectOption('codes.package_types')
  await page.getByTestId('import-from').fill(from)
  await page.getByTestId('import-file').setInputFiles(table)
  await page.getByTestId('import-check').click()
  await page.getByTestId('import-figures').waitFor()
}

async function publish(edition: string): Promise<void> {
  const { page } = official
  await page.getByTestId('publish-edition').fill(edition)
  await page.getByTestId('publish-source').fill('海关总署公告')
  await page.getByTestId('publish').click()
  await page.getByTestId('import-done').waitFor()
}

it('a table’s file is looked at first: what is refused and why, what would change; then it is published', async () => {
  const { page } = official
  await check('2026-01-01', packages('00,散装,bulk', '22,纸箱,carton', '39,木托盘,pallet', 'XX,坏,bad'))
  await page.getByTestId('import-refused').getByText('“XX”').waitFor()
  expect(await page.getByTestId('import-changes').locator('tbody tr').count()).toBe(3)
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('import-refused-book').click(),
  ])
  expect(book.suggestedFilename()).toMatch(/\.xlsx$/)
  official.forgive('customs.import.publish')
  await page.getByTestId('publish').click()
  await page.getByTestId('field-refusal').waitFor()
  await publish('2026')
  await page.getByTestId('import-done').getByRole('link').click()
  await page.getByTestId('rows').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('mtp')
  await expect.poll(() => page.getByTestId('rows').locator('tbody tr').allInnerTexts()).toHaveLength(1)
  expect(await page.getByTestId('rows').innerText()).toContain('木托盘')
})

it('two days are compared: what was added, changed and ended between them', async () => {
  const { page } = official
  await check('2026-10-01', packages('00,散装,in bulk', '22,纸箱,carton', '04,球状罐,flask'))
  await publish('2026-10')
  await page.goto('/tables/package_types/compare?date=2026-09-30&toDate=2026-10-01')
  await page.getByTestId('changes').waitFor()
  const counts = await page.getByTestId('compare-counts').innerText()
  expect(counts.replace(/\s+/g, ' ')).toBe('全部 3 新增 1 改动 1 结束 1')
  await page.getByTestId('compare-changed').click()
  await expect.poll(() => page.getByTestId('changes').locator('tbody tr').count()).toBe(1)
  expect(await page.getByTestId('changes').locator('ins').allInnerTexts()).toEqual(['in bulk'])
})

it('an entry is corrected by the form of its table; where somebody else was first, both sides are shown', async () => {
  const { page } = official
  await page.goto('/tables/package_types/22')
  await page.getByTestId('entry-edit').click()
  await page.getByTestId('cell-zh').fill('')
  await page.getByTestId('entry-reason').fill('印刷错误更正')
  official.forgive('customs.table.edit')
  await page.getByTestId('entry-save').click()
  await page.getByTestId('field-refusal').waitFor()
  expect(await page.getByTestId('cell-zh').getAttribute('aria-invalid')).toBe('true')
  await page.getByTestId('cell-zh').fill('纸制箱')
  const table = 'codes.package_types'
  const { version } = await call<{ version: string }>(page, 'customs.table.row', { table, key: '22' })
  const theirs = { cells: { code: '22', zh: '瓦楞纸箱', en: 'carton' }, from: '2026-01-01' }
  await call(page, 'customs.table.edit', {
    table,
    key: '22',
    version,
    ...theirs,
    source: '另一公告',
    reason: '同时的更正',
  })
  await page.getByTestId('entry-save').click()
  await page.getByTestId('conflict').getByText('瓦楞纸箱').waitFor()
  await page.getByTestId('conflict-cells zh-mine').click()
  await page.getByTestId('conflict-take').click()
  await page.getByTestId('entry-save').click()
  await page.getByTestId('entry-form').waitFor({ state: 'detached' })
  await expect.poll(() => page.getByTestId('versions').innerText()).toContain('纸制箱')
  expect(await page.getByTestId('versions').innerText()).toContain('印刷错误更正')
})

it('a rule opens at its day with its versions, and two days say what changes', async () => {
  const { page } = trader
  await page.goto('/rules?date=2026-11-23&q=market.declaration_limit')
  await page.getByTestId('rules').getByRole('link').first().click()
  await page.getByTestId('rule-versions').getByText('2026-11-23').waitFor()
  await page.goto('/rules?date=2026-11-23')
  await page.getByTestId('rules-next').click()
  await page.getByTestId('rules-changed').waitFor()
  expect(page.url()).toContain('with=2027-01-01')
})

it('a refused row is put right on the plan’s page: its order joins the plan, and says what was changed', async () => {
  const { page } = trader
  const header =
    'orderNo,direction,channel,sellerKind,sellerId,buyerName,country,currency,settlement,vatPayer,hsCode,name,qty,unit,price,inCluster,licence,inspection,dangerous,brand'
  const row = (orderNo: string, qty: string) =>
    `${orderNo},export,market,stall,A-1-101,Example Trading LLC,AE,USD,bank,yes,9503002100,毛绒玩具,${qty},007,1.85,yes,no,no,no,no`
  await page.goto('/plans/new')
  await page
    .getByTestId('plan-file')
    .setInputFiles(file('待改.csv', header, row('T-1', '10'), row('T-2', '许多')))
  await page.getByTestId('plan-start').click()
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}/)
  await page.getByTestId('view-fix').click()
  await page.getByTestId('fix-0').click()
  const qty = page.getByTestId('fix-cell-0-qty')
  expect(await qty.inputValue()).toBe('许多')
  expect(await qty.getAttribute('aria-invalid')).toBe('true')
  await qty.fill('-1')
  await page.getByTestId('fix-send').click()
  await page.getByTestId('fix-wrong').waitFor()
  await qty.fill('20')
  await page.getByTestId('fix-send').click()
  await page.getByTestId('fix-note').getByText('许多').waitFor()
  expect(page.url()).toContain('order=T-2')
  await page.getByTestId('view-fix').getByText('0').waitFor()
})

it.each(looks)('axe finds nothing serious, and nothing scrolls sideways: %s', async (_, look) => {
  await expectSound(console, look, 'official', [
    '/tables',
    '/tables/units?order=name',
    '/tables/tariff',
    '/tables/exchange-rates/USD%20customs?do=edit',
    '/tables/tariff/new',
    '/tables/exchange-rates/compare?date=2026-10-15&toDate=2026-11-15',
    '/tables/import',
    '/rules?date=2026-11-23&with=2020-01-01',
    '/rules/market~declaration_limit_usd?date=2026-11-23',
  ])
})
