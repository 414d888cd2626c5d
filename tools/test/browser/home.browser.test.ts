import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, signIn, startConsole } from './console.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const trader = sharedPage(console, 'trader')

const palette = (page: Page) => page.getByTestId('palette')

describe.skipIf(!console.isHere)('the first page', () => {
  let article: { readonly id: string }
  beforeAll(async () => {
    if (!console.isHere) return
    article = await call(trader.page, 'market.article.register', {
      sku: 'NX-36',
      name: { zh: '女鞋平底', en: 'Flat shoes' },
      unit: '025',
      tracking: 'none',
    })
    await announced(article.id)
  }, 60_000)

  /** Goods are announced to the demonstration's keeper, who keeps a warehouse for the trader. */
  async function announced(of: string): Promise<void> {
    const { page } = await console.open()
    await signIn(page, 'keeper')
    const { id } = await call(page, 'market.warehouse.register', {
      code: 'HKB-1',
      name: { zh: '汉口北一号仓', en: 'Hankoubei One' },
      kind: 'own',
      country: 'CN',
    })
    const { party } = await call<{ party: { id: string } }>(trader.page, 'kernel.session.who', {})
    await call(page, 'market.storage.offer', { warehouse: id, owner: party.id })
    await page.context().close()
    // The offer waits for its owner, on the owner's first page.
    await trader.page.goto('/')
    const offer = trader.page.getByTestId('wait-market.storage.offered')
    await offer.getByText('HKB-1').waitFor()
    await call(trader.page, 'market.storage.agree', { warehouse: id })
    await call(trader.page, 'market.receipt.announce', {
      warehouse: id,
      source: 'supplier',
      expectedOn: '2020-01-02',
      lines: [{ article: of, quantity: '12' }],
    })
  }

  it('shows a trader what was begun, the latest first, each a way to the record', async () => {
    const { page } = trader
    const started = page.getByTestId('home-started')
    // What was begun is kept a moment after it was committed.
    const begun = async () => {
      await page.goto('/')
      await started.locator('[data-row]').first().waitFor()
      return started.locator('[data-row]').count()
    }
    await expect.poll(begun, { timeout: 20_000 }).toBeGreaterThan(1)
    await started.getByText('NX-36').click()
    await page.waitForURL(`**/stock/articles/${article.id}`)
  })

  it('shows a keeper goods that are late, with how late they are in words', async () => {
    const { page } = await console.open()
    await signIn(page, 'keeper')
    await page.goto('/')
    const late = page.getByTestId('home-late').getByTestId('wait-market.receipt.open')
    await late.locator('[data-row]').first().waitFor()
    expect(await late.innerText()).toMatch(/逾期|到期/)
    await late.locator('[data-row]').first().click()
    await page.waitForURL('**/stock/receipts/*')
    await page.context().close()
  })

  it('says to everyone else why nothing waits, and what to do next', async () => {
    for (const login of ['broker', 'official', 'customs', 'finance', 'auditor', 'admin']) {
      const { page, troubles } = await console.open()
      await signIn(page, login)
      await page.goto('/')
      const waits = page.getByTestId('home-waits')
      await waits.waitFor()
      expect(await waits.locator('a').count(), login).toBeGreaterThan(0)
      expect(troubles, login).toEqual([])
      await page.context().close()
    }
  }, 90_000)

  it('finds an article by its pinyin from the keyboard, and pages by name', async () => {
    const { page } = trader
    await page.goto('/')
    await page.getByTestId('home-started').waitFor()
    await page.keyboard.press('Control+k')
    await palette(page).getByRole('option').first().waitFor()
    await page.keyboard.type('nvxie')
    await palette(page).getByText('女鞋平底').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/stock/articles/${article.id}`)
    await page.keyboard.press('Control+k')
    await palette(page).waitFor()
    await page.keyboard.type('规则')
    await palette(page).getByRole('option', { name: '规则', exact: true }).first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => palette(page).count()).toBe(0)
  })

  it('lists the keys on ?', async () => {
    const { page } = trader
    await page.goto('/')
    await page.getByTestId('home-started').waitFor()
    await page.keyboard.press('?')
    await page.getByTestId('keys-help').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByTestId('keys-help').count()).toBe(0)
  })

  it('opens to whoever is not signed in, and leads old links on to the letter', async () => {
    const { page, troubles } = await console.open(looks[2][1])
    await page.goto('/')
    await page.getByTestId('entrance').waitFor()
    await expectAccessible(page)
    await page.goto('/#row-44')
    await page.waitForURL('**/letter#row-44')
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('has its ways at the thumb on a phone, and the rest in a sheet', async () => {
    const { page } = await console.open(looks[2][1])
    await signIn(page, 'trader')
    await page.goto('/')
    await page.getByTestId('ways-more').click()
    const sheet = page.getByTestId('way-sheet')
    await sheet.waitFor()
    await expectAccessible(page)
    await sheet.getByText('税则代码').click()
    await page.waitForURL('**/tables')
    await expect.poll(() => page.getByTestId('ways-more').innerText()).toBe('税则代码')
    await page.context().close()
  })

  it.each(looks)('is sound in %s', async (_name, look) => {
    await expectSound(console, look, 'trader', ['/'])
  })
})
