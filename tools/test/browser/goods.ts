import type { Page } from 'playwright-core'
import { type Console, call, signIn } from './console.ts'

/** A keeper's warehouse in which a trader stores, and an article of the trader's: ids. */
export interface Goods {
  readonly warehouse: string
  readonly article: string
  /** The trader's party. */
  readonly owner: string
}

const ofParty = async (page: Page) =>
  (await call<{ party: { id: string } }>(page, 'kernel.session.who', {})).party.id

/** The day so many days from today in Shanghai. */
export const dayAfter = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

interface More {
  readonly kind?: string
  readonly customsDistrict?: string
  readonly tracking?: string
  readonly shelfLifeDays?: number
}

/** Lets a keeper register a warehouse, a trader agree to it and register an article. */
export async function storeGoods(keeper: Page, trader: Page, tag: string, more: More = {}): Promise<Goods> {
  const { kind = 'own', customsDistrict, tracking = 'none', ...ofArticle } = more
  const name = (zh: string) => ({ zh: `${zh}${tag}`, en: `${zh}${tag}` })
  const warehouse = await call(keeper, 'market.warehouse.register', {
    code: `W-${tag}`,
    name: name('仓'),
    kind,
    country: 'CN',
    ...(customsDistrict ? { customsDistrict } : {}),
  })
  const owner = await ofParty(trader)
  await call(keeper, 'market.storage.offer', { warehouse: warehouse.id, owner })
  await call(trader, 'market.storage.agree', { warehouse: warehouse.id })
  const article = await call(trader, 'market.article.register', {
    sku: `SKU-${tag}`,
    name: name('货'),
    unit: '007',
    tracking,
    ...ofArticle,
  })
  return { warehouse: warehouse.id, article: article.id, owner }
}

/** Announces a quantity of the article to its warehouse. @returns the receipt */
export async function announceGoods(
  trader: Page,
  { warehouse, article }: Goods,
  quantity: string,
): Promise<string> {
  const receipt = await call(trader, 'market.receipt.announce', {
    warehouse,
    source: 'supplier',
    expectedOn: dayAfter(0),
    lines: [{ article, quantity }],
  })
  return receipt.id
}

/** Announces a quantity and takes it in, of a lot or by a paper where one is told. */
export async function receiveGoods(
  keeper: Page,
  trader: Page,
  goods: Goods,
  quantity: string,
  { lot, paper }: { readonly lot?: object; readonly paper?: object } = {},
): Promise<void> {
  const receipt = await announceGoods(trader, goods, quantity)
  const entries = [{ line: 1, quantity, ...(lot ? { lot } : {}) }]
  await call(keeper, 'market.receipt.receive', { receipt, entries, ...(paper ? { paper } : {}) })
}

/** Types a code as a scanner does. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.getByTestId('scan').fill(code)
  await page.keyboard.press('Enter')
}

/** Somebody signed in on a page of their own. */
export async function seat(console: Console, login: string): Promise<Page> {
  const { page } = await console.open()
  await signIn(page, login)
  return page
}
