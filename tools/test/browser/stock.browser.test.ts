import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, signIn, startConsole } from './console.ts'
import { dayAfter, type Goods, receiveGoods, scan, seat, storeGoods } from './goods.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const keeper = sharedPage(console, 'keeper')
let trader: Page
let tea: Goods

beforeAll(async () => {
  if (!console.isHere) return
  trader = await seat(console, 'trader')
  tea = await storeGoods(keeper.page, trader, 'TEA', { tracking: 'lot', shelfLifeDays: 30 })
  const lot = { number: 'L-77', expiresOn: dayAfter(10) }
  await receiveGoods(keeper.page, trader, tea, '60', { lot })
  const bonded = await storeGoods(keeper.page, trader, 'BONDED', { kind: 'bonded', customsDistrict: '4713' })
  const paper = { type: 'bonded_list', reference: 'QD471326I000000001' }
  await receiveGoods(keeper.page, trader, bonded, '10', { paper })
}, 60_000)

/** Opens a document of a list by what its row says. */
async function openRow(page: Page, list: string, path: string, text: string): Promise<void> {
  await page.goto(path)
  await page.getByTestId(list).locator('tr', { hasText: text }).first().locator('[data-row]').click()
}

describe('what there is', () => {
  it('is told by lot and place, and opens onto every movement with its paper', async () => {
    const { page } = keeper
    await openRow(page, 'levels', '/stock/levels', 'SKU-BONDED')
    await page.getByTestId('moves').waitFor()
    expect(await page.getByTestId('moves').innerText()).toMatch(
      /收货入库[\s\S]*\+10[\s\S]*收货单[\s\S]*保税核注清单 QD471326I000000001/,
    )
    await expectAccessible(page)
    await page.getByTestId('moves').getByRole('link', { name: '收货单' }).click()
    await page.getByTestId('receipt-lines').waitFor()
  })

  it('of an article is what is on hand less what cannot be had, by kind of warehouse', async () => {
    await call(trader, 'market.hold.place', { article: tea.article, quantity: '15', reference: 'SO-1' })
    await openRow(trader, 'articles', '/stock/articles', 'SKU-TEA')
    await trader.getByTestId('by-kind').waitFor()
    expect(await trader.getByTestId('why').innerText()).toContain('可用 45 = 60 在库 − 15 占用')
    expect(await trader.getByTestId('by-kind').innerText()).toMatch(/自有仓[\s\S]*60[\s\S]*15[\s\S]*45/)
  })

  it('can be blocked with a reason, and is then not to be had', async () => {
    const { page } = keeper
    await openRow(page, 'levels', '/stock/levels', 'SKU-BONDED')
    await page.getByTestId('block').click()
    await page.getByTestId('block-reason').fill('抽检待结果')
    await page.getByTestId('block-do').click()
    await page.getByTestId('unblock').waitFor()
    await page.goto('/stock/levels')
    const row = page.getByTestId('levels').locator('tr', { hasText: 'SKU-BONDED' })
    expect(await row.innerText()).toMatch(/冻结[\s\S]*抽检待结果[\s\S]*10[\s\S]*0/)
  })

  it('that expires soon stands on the page of the day', async () => {
    const { page } = keeper
    await page.goto('/stock')
    await expect
      .poll(() => page.getByTestId('today-expiring').innerText())
      .toMatch(/SKU-TEA L-77[\s\S]*还有 10 天/)
  })
})

it('held goods are shipped in part, and the rest stays held', async () => {
  const { page } = keeper
  await page.goto('/stock')
  await page.getByTestId('today-holds').locator('[data-row]', { hasText: 'SO-1' }).click()
  await page.getByTestId('shipping-0').fill('4')
  await page.getByTestId('ship-send').click()
  await expect.poll(() => page.locator('.sums').innerText()).toMatch(/11[\s\S]*4/)
  expect(await page.getByTestId('hold-parts').innerText()).toContain('占用中')
})

describe('a transfer', () => {
  it('is ordered by the owner, let go and taken in by the keeper with what was lost on the way', async () => {
    const { page } = keeper
    const other = await storeGoods(page, trader, 'FAR')
    await trader.goto('/stock/transfers')
    await trader.getByTestId('order-transfer').click()
    await trader.getByTestId('order-from').selectOption({ label: '仓TEA' })
    await trader.getByTestId('order-to').selectOption({ label: '仓FAR' })
    await trader.getByTestId('order-due').fill(dayAfter(-4))
    await trader.getByTestId('goods-scan').fill('SKU-TEA')
    await trader.keyboard.press('Enter')
    await trader.getByTestId('goods-0').fill('20')
    await trader.getByTestId('order-send').click()
    await trader.getByTestId('transfer-lines').waitFor()
    await page.goto('/stock')
    await page.getByTestId('today-ordered').locator('[data-row]').first().click()
    await page.getByTestId('dispatch-send').click()
    await page.getByTestId('arrive').waitFor()
    await scan(page, 'L-77')
    await page.getByTestId('came-0').fill('18')
    await page.getByTestId('loss-0').click()
    await page.getByTestId('lost-0').fill('2')
    await page.getByTestId('loss-kind-0').selectOption('damaged')
    await page.getByTestId('loss-why-0').fill('雨淋')
    await expectAccessible(page)
    await page.getByTestId('arrive-send').click()
    await expect.poll(() => page.locator('h1').innerText()).toContain('已结束')
    expect(await page.getByTestId('transfer-lines').innerText()).toMatch(/20[\s\S]*20[\s\S]*18[\s\S]*2/)
    expect(other.warehouse).not.toBe(tea.warehouse)
  })

  it('that should have come by now is told as overdue', async () => {
    const { page } = keeper
    const warehouses = await call<{ warehouses: { id: string; code: string }[] }>(
      page,
      'market.warehouse.list',
      {},
    )
    const far = warehouses.warehouses.find(each => each.code === 'W-FAR')!
    const transfer = await call(trader, 'market.transfer.order', {
      from: tea.warehouse,
      to: far.id,
      dueOn: dayAfter(-4),
      lines: [{ article: tea.article, quantity: '1' }],
    })
    await call(page, 'market.transfer.dispatch', { transfer: transfer.id })
    await page.goto('/stock')
    await expect.poll(() => page.getByTestId('today-overdue').innerText()).toContain('迟 4 天')
  })
})

describe('a count', () => {
  it('is blind, counts again what differs, and is not approved by whoever counted', async () => {
    const { page } = keeper
    await page.goto('/stock/counts/new')
    await page.getByTestId('count-warehouse').selectOption({ label: '仓TEA' })
    await page.getByTestId('count-owner').selectOption({ index: 1 })
    await page.getByTestId('count-send').click()
    await page.getByTestId('sheet').waitFor()
    // 36 are there: of 60, four were shipped and twenty sent, and one is on the way.
    expect(await page.getByTestId('sheet').innerText()).not.toMatch(/\b3[5-9]\b/)
    await scan(page, 'SKU-TEA')
    await page.keyboard.type('30')
    await page.getByTestId('count-enter').click()
    await page.getByText('全部盘完').waitFor()
    await expectAccessible(page)
    await page.getByTestId('count-finish').click()
    await page.getByText('第二轮：只盘差异大的行').waitFor()
    await page.getByTestId('counted-1').fill('34')
    await page.getByTestId('count-enter').click()
    await page.getByText('全部盘完').waitFor()
    await page.getByTestId('count-finish').click()
    await page.getByTestId('review').waitFor()
    expect(await page.getByTestId('review').innerText()).toMatch(/35[\s\S]*30[\s\S]*34[\s\S]*−1/)
    await page.getByTestId('approve-send').click()
    expect(await page.getByTestId('refusal').innerText()).toContain('盘点人不能审核自己的盘点')
    keeper.forgive('market.count.approve')
  })
})

it('a name is shown as it is, whatever it is: markup, very long, from right to left, with an emoji', async () => {
  const wild = `<img src=x onerror="document.title='broken'"> مرحبا 🫖 ${'长'.repeat(120)}`
  const unit = { unit: '007', tracking: 'none' }
  await call(trader, 'market.article.register', { sku: 'WILD', name: { zh: wild, en: wild }, ...unit })
  const { page, troubles } = await console.open(looks[2][1])
  await signIn(page, 'trader')
  await page.goto('/stock/articles?q=WILD')
  await page.getByText(wild).waitFor()
  expect(await page.title()).toContain('商品')
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(wide).toBeLessThanOrEqual(0)
  expect(troubles).toEqual([])
  await page.context().close()
})

it('a stranger sees nothing of it', async () => {
  const stranger = await seat(console, 'stalls')
  await stranger.goto('/stock/levels')
  await stranger.getByText('还没有库存。').waitFor()
  await stranger.context().close()
})

describe.each(looks)('in %s', (_name, look) => {
  it('axe finds nothing serious on any page of the desk, and none scrolls sideways', async () => {
    const paths = ['', '/levels', '/receipts', '/transfers', '/holds', '/counts', '/articles', '/warehouses']
    const forms = ['/counts/new', '/warehouses/new']
    await expectSound(console, look, 'keeper', [
      ...[...paths, ...forms].map(path => `/stock${path}`),
      `/stock/warehouses/${tea.warehouse}`,
      `/stock/articles/${tea.article}`,
    ])
    await expectSound(console, look, 'trader', [
      '/stock/articles/new',
      '/stock/holds/new',
      '/stock/transfers/new',
    ])
  }, 60_000)
})
