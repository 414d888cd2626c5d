import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, sharedPage, signIn, startConsole } from './console.ts'
import { expectAccessible, type WatchedPage } from './page.ts'

const console = await startConsole()
const mine = sharedPage(console, 'trader')

describe('two people who change one article', () => {
  let other: WatchedPage
  let article = ''
  beforeAll(async () => {
    if (!console.isHere) return
    other = await console.open()
    await signIn(other.page, 'trader')
    const made = await call(mine.page, 'market.article.register', {
      sku: 'EDIT-1',
      name: { zh: '青砖茶', en: 'Brick tea' },
      unit: '035',
      tracking: 'none',
      low: '5',
    })
    article = made.id
  }, 120_000)
  afterAll(() => other?.page.context().close())

  it('the second is shown both sides, field by field, and who changed it; what was chosen is kept', async () => {
    for (const { page } of [mine, other]) {
      await page.goto(`/stock/articles/${article}`)
      await page.getByTestId('article-change').click()
    }
    await other.page.getByTestId('change-low').fill('7')
    await other.page.getByTestId('change-en').fill('Green brick tea')
    await other.page.getByTestId('change-send').click()
    await other.page.getByTestId('article-change').waitFor()
    const { page } = mine
    await page.getByTestId('change-low').fill('9')
    await page.getByTestId('change-hsCode').fill('09023090')
    mine.forgive('market.article.change')
    await page.getByTestId('change-send').click()
    const conflict = page.getByTestId('conflict')
    await conflict.waitFor()
    expect(await conflict.textContent()).toMatch(/陈示例已修改了这份资料.*我的9.*对方的7.*原为：5/)
    expect(await page.getByTestId('conflict-theirs').textContent()).toContain('Brick tea → Green brick tea')
    await expectAccessible(page)
    expect(await page.getByTestId('conflict-take').isDisabled()).toBe(true)
    await page.getByTestId('conflict-low-theirs').check()
    await page.getByTestId('conflict-take').click()
    await page.getByTestId('article-change').waitFor()
    const now = await call<object>(page, 'market.article.read', { article })
    expect(now).toMatchObject({
      version: 3,
      low: expect.stringMatching(/^7(\.0+)?$/),
      name: { zh: '青砖茶', en: 'Green brick tea' },
      hsCode: '09023090',
    })
  })
})

describe('what is typed and not sent', () => {
  it('is found again after a reload, and asked about once when the page is left', async () => {
    const { page } = mine
    await page.goto('/declarations/declarant')
    await page.getByTestId('declarant-office').fill('4299')
    await page.reload()
    expect(await page.getByTestId('declarant-office').inputValue()).toBe('4299')
    const away = page.getByRole('link', { name: '规则' }).first()
    await away.click()
    await page.getByTestId('leaving').waitFor()
    await expectAccessible(page)
    await page.getByTestId('leaving-stay').click()
    expect(page.url()).toContain('/declarations/declarant')
    await away.click()
    await page.getByTestId('leaving-leave').click()
    await page.getByTestId('rules').waitFor()
    await page.goBack()
    await expect.poll(() => page.getByTestId('declarant-office').inputValue()).toBe('4299')
    await away.click()
    await page.getByTestId('leaving-discard').click()
    await page.getByTestId('rules').waitFor()
    await page.goBack()
    await expect.poll(() => page.getByTestId('declarant-office').inputValue()).not.toBe('4299')
  })

  it('is forgotten when it has been sent: leaving is not asked about', async () => {
    const { page } = mine
    await page.goto('/declarations/declarant')
    await page.getByTestId('declarant-office').fill('4201')
    await page.getByTestId('declarant-save').click()
    await page.getByText('已保存').waitFor()
    await page.getByRole('link', { name: '规则' }).first().click()
    await page.getByTestId('rules').waitFor()
    expect(await page.getByTestId('leaving').count()).toBe(0)
  })
})
