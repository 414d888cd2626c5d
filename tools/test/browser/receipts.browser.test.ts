import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { sharedPage, startConsole } from './console.ts'
import { announceGoods, dayAfter, type Goods, scan, seat, storeGoods } from './goods.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const keeper = sharedPage(console, 'keeper')
let trader: Page
let bonded: Goods

beforeAll(async () => {
  if (!console.isHere) return
  trader = await seat(console, 'trader')
  await storeGoods(keeper.page, trader, 'TEA', { tracking: 'lot', shelfLifeDays: 30 })
  bonded = await storeGoods(keeper.page, trader, 'BONDED', { kind: 'bonded', customsDistrict: '4713' })
}, 60_000)

describe('taking in goods', () => {
  it('the owner announces them by article number, and the draft survives a reload', async () => {
    await trader.goto('/stock/receipts')
    await trader.getByTestId('announce').click()
    await trader.getByTestId('announce-warehouse').selectOption({ label: '仓TEA' })
    await trader.getByTestId('announce-expected').fill(dayAfter(-2))
    await trader.getByTestId('goods-scan').fill('sku-tea')
    await trader.keyboard.press('Enter')
    await trader.keyboard.type('100.5')
    await trader.reload()
    await expect.poll(() => trader.getByTestId('goods-0').inputValue()).toBe('100.5')
    await trader.getByTestId('announce-send').click()
    expect(await trader.getByTestId('field-refusal').innerText()).toContain('100.5')
    await trader.getByTestId('goods-0').fill('100')
    await expectAccessible(trader)
    await trader.getByTestId('announce-send').click()
    await trader.getByTestId('receipt-lines').waitFor()
    expect(await trader.getByTestId('receipt-lines').innerText()).toMatch(/SKU-TEA[\s\S]*100/)
    expect(await trader.getByTestId('receive').count()).toBe(0)
  })

  it('the keeper finds them late on the page of the day, scans and takes a part in', async () => {
    const { page } = keeper
    await page.goto('/stock')
    const waiting = page.getByTestId('today-receipts').locator('li')
    await waiting.first().waitFor()
    expect(await waiting.first().innerText()).toMatch(/R-\d{8}-0001[\s\S]*迟 2 天/)
    await waiting.first().locator('[data-row]').click()
    await page.getByTestId('receive').waitFor()
    await scan(page, 'NOBODY')
    await page.getByText('本单没有 NOBODY。').waitFor()
    await scan(page, 'sku-tea')
    await scan(page, 'L-77')
    expect(await page.getByTestId('lot-0').inputValue()).toBe('L-77')
    await page.getByTestId('quantity-0').fill('60')
    await page.getByTestId('receive-send').click()
    const refusal = page.getByTestId('field-refusal')
    expect(await refusal.innerText()).toMatch(/保质期[\s\S]*到期日/)
    keeper.forgive('market.receipt.receive')
    await page.getByTestId('expires-0').fill(dayAfter(10))
    await expectAccessible(page)
    await page.getByTestId('receive-send').click()
    await page.getByText('已入库。').waitFor()
    await expect
      .poll(() => page.getByTestId('receipt-lines').innerText())
      .toMatch(/100[\s\S]*60[\s\S]*0[\s\S]*40/)
    await page.getByText('部分收货').waitFor()
  })

  it('what goes wrong with the number stands beside the number', async () => {
    const { page } = keeper
    await page.getByTestId('quantity-0').fill('400')
    await page.getByTestId('lot-0').fill('L-77')
    await page.getByTestId('expires-0').fill(dayAfter(10))
    await page.getByTestId('receive-send').click()
    await expect.poll(() => page.getByTestId('field-refusal').innerText()).toMatch(/超出容差/)
    expect(await page.getByTestId('quantity-0').getAttribute('aria-invalid')).toBe('true')
    expect(
      await page.evaluate('document.activeElement?.getAttribute("data-testid")'),
      'the cursor stands in the refused field',
    ).toBe('quantity-0')
    keeper.forgive('market.receipt.receive')
  })

  it('a receipt that differs is closed with a reason only', async () => {
    const { page } = keeper
    await page.getByTestId('close').click()
    await page.getByTestId('close-do').click()
    await page.getByTestId('field-refusal').waitFor()
    keeper.forgive('market.receipt.close')
    await page.getByTestId('close-reason').fill('供货方少发')
    await page.getByTestId('close-do').click()
    await page.getByText('结束原因：供货方少发').waitFor()
    expect(await page.getByTestId('receipt-lines').innerText()).toContain('−40')
  })

  it('into a bonded warehouse goods come by a paper, and the page says which', async () => {
    const { page } = keeper
    const receipt = await announceGoods(trader, bonded, '10')
    await page.goto(`/stock/receipts/${receipt}`)
    await page.getByTestId('receive-all').click()
    await page.getByTestId('receive-send').click()
    await expect.poll(() => page.getByTestId('field-refusal').innerText()).toMatch(/保税核注清单/)
    keeper.forgive('market.receipt.receive')
    await page.getByTestId('paper-type').selectOption('bonded_list')
    await page.getByTestId('paper-reference').fill('QD471326I000000001')
    await page.getByTestId('receive-send').click()
    await expect.poll(() => page.locator('h1').innerText()).toContain('已结束')
  })
})
