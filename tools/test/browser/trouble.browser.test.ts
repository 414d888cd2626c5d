import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, signIn, startConsole } from './console.ts'
import { expectAccessible } from './page.ts'
import { type Product, startProduct } from './product.ts'

const console = await startConsole()
const SEND = '/api/market/article/register'

interface Who {
  readonly account: { readonly id: string }
  readonly party: { readonly id: string }
}

/** The product after its server was gone. */
let again: Product | undefined
afterAll(() => again?.stop())

let admin: Page
let trader: Page
beforeAll(async () => {
  if (!console.isHere) return
  admin = (await console.open()).page
  await signIn(admin, 'admin')
  trader = (await console.open()).page
  await signIn(trader, 'trader')
}, 120_000)

/** A form that is filled and not sent: a new article. */
async function fill(page: Page, sku: string): Promise<void> {
  await page.goto('/stock/articles/new')
  await page.getByTestId('article-sku').fill(sku)
  await page.getByTestId('article-name').fill(`名称 ${sku}`)
  await page.getByTestId('article-unit').selectOption({ index: 1 })
  await page.getByTestId('article-tracking').selectOption('none')
}

const send = (page: Page) => page.getByTestId('article-send').click()

/** Expects what the form wrote: once. */
async function expectRegistered(page: Page, sku: string): Promise<void> {
  await page.waitForURL(url => url.pathname === '/stock/articles')
  const rows = page.getByTestId('articles').locator('tbody tr', { hasText: sku })
  await expect.poll(() => rows.count()).toBe(1)
}

async function expectTyped(page: Page, sku: string): Promise<void> {
  expect(await page.getByTestId('article-sku').inputValue()).toBe(sku)
  expect(await page.getByTestId('article-name').inputValue()).toBe(`名称 ${sku}`)
}

describe('while the server is gone', () => {
  it('the page says so calmly, keeps what was typed, and sends it once the server is back', async () => {
    await fill(trader, 'GONE-1')
    const { address, data, stop } = console.product
    await stop()
    await send(trader)
    await trader.getByTestId('away').waitFor()
    await expectTyped(trader, 'GONE-1')
    await expectAccessible(trader)
    again = await startProduct(dirname(data), { PORT: new URL(address).port })
    await expectRegistered(trader, 'GONE-1')
    await trader.getByTestId('away').waitFor({ state: 'detached' })
  }, 60_000)

  it('an answer that was lost on its way back does not make the command count twice', async () => {
    await fill(trader, 'LOST-1')
    const keys: (string | undefined)[] = []
    await trader.route(`**${SEND}`, async route => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length > 1) return route.continue()
      // The server has done it; the line breaks before the answer is here.
      await route.fetch()
      await route.abort('connectionreset')
    })
    await send(trader)
    await expectRegistered(trader, 'LOST-1')
    await trader.unroute(`**${SEND}`)
    expect(keys).toHaveLength(2)
    expect(keys[1]).toBe(keys[0])
  })
})

describe('when the session has ended in the middle of a form', () => {
  it('one signs in again over the page, and the same command goes on', async () => {
    await fill(trader, 'ENDED-1')
    await call(trader, 'kernel.session.end', {})
    await send(trader)
    const asked = trader.getByTestId('asked')
    await asked.waitFor()
    await expectAccessible(trader)
    expect(await asked.locator('[name=login]').inputValue()).toBe('trader')
    await asked.locator('[name=password]').fill('not the password')
    await asked.getByTestId('sign-in-submit').click()
    await asked.getByTestId('refusal').waitFor()
    await expectTyped(trader, 'ENDED-1')
    await asked.locator('[name=password]').fill(console.product.passwords.get('trader')!)
    await asked.getByTestId('sign-in-submit').click()
    await expectRegistered(trader, 'ENDED-1')
    await asked.waitFor({ state: 'detached' })
  })

  it('leaving without signing in is possible, and says that one is not signed in', async () => {
    await fill(trader, 'LEFT-1')
    await call(trader, 'kernel.session.end', {})
    await send(trader)
    await trader.getByTestId('asked-leave').click()
    await trader.getByTestId('sign-in').waitFor()
    await signIn(trader, 'trader')
  })
})

describe('of two parties that one account acts for', () => {
  it('a form that was filled for the one is not sent for the other that another window chose', async () => {
    const page = (await console.open()).page
    await signIn(page, 'stalls')
    const own = await call<Who>(page, 'kernel.session.who', {})
    const other = await call<Who>(trader, 'kernel.session.who', {})
    const holding = { account: own.account.id, party: other.party.id, role: 'trader' }
    await call(admin, 'kernel.role.grant', holding)
    await fill(page, 'TWO-1')
    const window = await page.context().newPage()
    await window.goto('/stock/articles')
    await window.getByTestId('account').click()
    await window.locator('.account-party select').selectOption(other.party.id)
    await expect
      .poll(async () => (await call<Who>(window, 'kernel.session.who', {})).party.id)
      .toBe(other.party.id)
    await window.close()
    await page.bringToFront()
    await send(page)
    await page.getByTestId('moved-back').waitFor()
    await expectAccessible(page)
    await expectTyped(page, 'TWO-1')
    await page.getByTestId('moved-back').click()
    await expectRegistered(page, 'TWO-1')
    expect((await call<Who>(page, 'kernel.session.who', {})).party.id).toBe(own.party.id)
    await trader.goto('/stock/articles?q=TWO-1')
    await trader.waitForLoadState('networkidle')
    expect(await trader.getByText('TWO-1', { exact: true }).count()).toBe(0)
    await page.context().close()
  })
})

describe('a role that was taken away meanwhile', () => {
  it('is told with what is missing and who can give it, and the menus follow', async () => {
    const page = (await console.open()).page
    await signIn(page, 'stalls')
    const { account, party } = await call<Who>(page, 'kernel.session.who', {})
    const role = (name: string) => ({ account: account.id, party: party.id, role: name })
    await call(admin, 'kernel.role.grant', role('buyer'))
    await fill(page, 'TAKEN-1')
    const stock = page.locator('nav a[href="/stock"]').first()
    await stock.waitFor()
    await call(admin, 'kernel.role.end', role('trader'))
    await send(page)
    await expect.poll(() => page.getByTestId('granters').innerText()).toContain('平台管理员')
    expect(await page.getByTestId('refusal').innerText()).toContain('贸易商')
    await stock.waitFor({ state: 'detached' })
    await page.context().close()
  })
})

describe('a new version that was installed while the page was open', () => {
  it('whose program is not to be had even then is told of, and not tried for ever', async () => {
    const page = (await console.open()).page
    await page.goto('/rules')
    await page.getByTestId('trouble').waitFor({ state: 'attached' })
    let loads = 0
    page.on('framenavigated', frame => frame === page.mainFrame() && loads++)
    const gone = (url: URL) => /\/assets\/(RulesPage|TablesPage)[^/]*\.js/.test(url.pathname)
    await page.route(gone, route => route.fulfill({ status: 404, body: '{}' }))
    await page.locator('nav a[href="/tables"]').first().click()
    await page.getByTestId('broken').waitFor()
    const before = loads
    await page.unroute(gone)
    await page.getByTestId('broken').getByRole('button').click()
    await page.getByTestId('broken').waitFor({ state: 'detached' })
    expect(before).toBeLessThanOrEqual(2)
    await page.context().close()
  })

  it('is loaded, and a line says so', async () => {
    const page = (await console.open()).page
    await page.goto('/rules')
    await page.waitForLoadState('networkidle')
    let isAnew = false
    page.once('domcontentloaded', () => {
      isAnew = true
    })
    await page.route(
      url => /\/assets\/TablesPage[^/]*\.js/.test(url.pathname),
      route => (isAnew ? route.continue() : route.fulfill({ status: 404, body: '{}' })),
    )
    await page.locator('nav a[href="/tables"]').first().click()
    await page.getByTestId('renewed').waitFor()
    expect(new URL(page.url()).pathname).toBe('/tables')
    await page.context().close()
  })
})
