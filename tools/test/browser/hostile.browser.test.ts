import { beforeAll, describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, startConsole } from './console.ts'

/*
 * Names as strangers write them: with a script, turned from right to left, of emoji, of one word without end. Each is
 * shown as it was written, does nothing, and breaks no page.
 */
const console = await startConsole()
const trader = sharedPage(console, 'trader')
const names = {
  'X-SCRIPT': '<img src=x onerror="document.title=1"><script>document.title=2</script>',
  'X-RTL': 'شركة الريم للتجارة \u202Eexe.gnp\u202C ש"ם',
  'X-EMOJI': '🧵👩🏽‍🌾🇨🇳 绣花线 🪡',
  'X-LONG': '超长商品名称'.repeat(20),
  'X-WORD': 'Donaudampfschifffahrt'.repeat(6),
} as const

beforeAll(async () => {
  if (!console.isHere) return
  for (const [sku, name] of Object.entries(names))
    await call(trader.page, 'market.article.register', {
      sku,
      name: { zh: name, en: name },
      unit: '011',
      tracking: 'none',
    })
})

it.each(Object.entries(names))('%s is shown as it was written, and does nothing', async (sku, name) => {
  const { page } = trader
  await page.goto(`/stock/articles?q=${sku}`)
  await page.getByText(sku, { exact: true }).first().waitFor()
  const shown = await page.getByTestId('articles').innerText()
  expect(shown.replaceAll(/\s+/g, ' ')).toContain(name.replaceAll(/\s+/g, ' '))
  await page.getByText(sku, { exact: true }).first().click()
  await page.waitForURL(/articles\/[0-9a-f-]{36}/)
  await page.waitForLoadState('networkidle')
  expect(await page.title()).not.toMatch(/^[12]$/)
  expect(await page.locator('main img[src="x"]').count()).toBe(0)
})

it('the filter takes such words and find nothing worse than nothing', async () => {
  const { page } = trader
  for (const words of ['<script>', "' or 1=1 --", '%_\\', '👩🏽‍🌾', '\u202Eabc']) {
    await page.goto(`/stock/articles?q=${encodeURIComponent(words)}`)
    await page.waitForLoadState('networkidle')
    expect(await page.getByTestId('refusal').count(), words).toBe(0)
    expect(await page.getByTestId('broken').count(), words).toBe(0)
  }
})

describe.each(looks)('in %s', (_, look) => {
  it('the lists that show them are accessible and do not scroll sideways', async () => {
    await expectSound(console, look, 'trader', ['/stock/articles', '/stock/receipts/new'])
  })
})
