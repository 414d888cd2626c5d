import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { testFolder } from '../folder.ts'
import { needsBrowser } from '../needs.ts'
import { expectAccessible, openPage, startBrowser, type WatchedPage } from './page.ts'
import { type Product, startProduct } from './product.ts'

/** The ways a page is looked at: the languages, the colours, the sizes that are promised. */
export const looks = [
  ['Chinese', { locale: 'zh-CN' }],
  ['English, dark', { locale: 'en-GB', colorScheme: 'dark' }],
  ['a phone', { locale: 'zh-CN', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
] as const

type Look = (typeof looks)[number][1]

/** The product and a browser for a test file, both gone after it. */
export interface Console {
  /** Where the browser is missing nothing was started; the tests are skipped. */
  readonly isHere: boolean
  readonly product: Product
  /** A page in a context of its own. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>
}

/**
 * Starts the product and a browser before the file's tests. Call it at the top of the file.
 * @param env settings of the product
 */
export async function startConsole(env: Readonly<Record<string, string>> = {}): Promise<Console> {
  const executable = needsBrowser()
  const folder = await testFolder()
  let product: Product | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    if (!executable) return
    product = await startProduct(folder, env)
    browser = await startBrowser(executable)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  return {
    isHere: executable !== '',
    get product() {
      return product!
    },
    open: options => openPage(browser!, { baseURL: product!.address, locale: 'zh-CN', ...options }),
  }
}

/**
 * A page that the file's tests share, signed in when a login is given; what it complains of fails the test after
 * which it is found.
 */
export function sharedPage(
  console: Console,
  login?: string,
): { readonly page: Page; forgive(call: string): void } {
  let watched: WatchedPage | undefined
  const forgiven: string[] = []
  beforeAll(async () => {
    if (!console.isHere) return
    watched = await console.open()
    if (login) await signIn(watched.page, login)
  }, 120_000)
  afterEach(() => {
    const addresses = forgiven.splice(0)
    const troubles = watched?.troubles.splice(0) ?? []
    expect(troubles.filter(trouble => !addresses.some(address => trouble.includes(address)))).toEqual([])
  })
  return {
    get page() {
      return watched!.page
    },
    /** A refusal of this call is meant in this test; the browser complains of it when it likes. */
    forgive(call) {
      forgiven.push(`/api/${call.replaceAll('.', '/')}`)
    },
  }
}

/** Signs in by a demonstration account. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByTestId(`demo-${login}`).click()
  await page.getByTestId('account').waitFor()
  await page.waitForURL(url => url.pathname !== '/sign-in')
}

/** The path of an example book. */
export const example = (name: string) => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url))

/** Expects of each address, in a look, that axe finds nothing serious and that it does not scroll sideways. */
export async function expectSound(
  console: Console,
  look: Look,
  login: string,
  paths: readonly string[],
): Promise<void> {
  const { page, troubles } = await console.open(look)
  await signIn(page, login)
  if (look.locale === 'en-GB') await page.getByTestId('language').click()
  for (const path of paths) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await expectAccessible(page)
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    expect(wide, path).toBeLessThanOrEqual(0)
  }
  expect(troubles).toEqual([])
  await page.context().close()
}

/** Calls an operation as whoever is signed in on a page: what a test needs to be there before it begins. */
export async function call<T = { readonly id: string }>(page: Page, name: string, input: object): Promise<T> {
  const answer = await page.request.post(`/api/${name.replaceAll('.', '/')}`, {
    data: input,
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  if (!answer.ok()) throw new Error(`${name}: ${await answer.text()}`)
  return (await answer.json()) as T
}
