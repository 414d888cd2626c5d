import { readFile } from 'node:fs/promises'
import { readSheets } from '@tongqu/sheet'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, sharedPage, startConsole } from './console.ts'
import { longTasks, watchLongTasks } from './long-tasks.ts'
import { addDeclarations } from './rows.ts'

const console = await startConsole()
const reader = sharedPage(console, 'trader')

it('the words of a search stand in the address: a reload keeps them, going back finds them again', async () => {
  const { page } = reader
  await page.goto('/tables')
  await page.getByTestId('tables').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('汇率')
  await expect.poll(() => page.getByTestId('tables').locator('tbody tr').count()).toBe(1)
  expect(decodeURI(page.url())).toContain('?q=汇率')
  await page.reload()
  await page.getByTestId('tables').waitFor()
  expect(await page.locator('[data-search]').inputValue()).toBe('汇率')
  await page.getByRole('link', { name: '规则' }).click()
  await page.getByTestId('rules').waitFor()
  await page.goBack()
  await page.getByTestId('tables').waitFor()
  expect(await page.locator('[data-search]').inputValue()).toBe('汇率')
})

it('a word that an input method is still composing is neither searched nor lost', async () => {
  const { page } = reader
  await page.goto('/tables')
  await page.getByTestId('tables').waitFor()
  await page.locator('[data-search]').focus()
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', { text: 'hui', selectionStart: 3, selectionEnd: 3 })
  expect(await page.locator('[data-search]').inputValue()).toBe('hui')
  expect(page.url()).not.toContain('q=')
  await keyboard.send('Input.imeSetComposition', { text: 'hui’lv', selectionStart: 6, selectionEnd: 6 })
  await keyboard.send('Input.insertText', { text: '汇率' })
  await expect.poll(() => decodeURI(page.url())).toContain('?q=汇率')
  expect(await page.locator('[data-search]').inputValue()).toBe('汇率')
})

it('an export holds what the table shows: its columns, the rows under its filters', async () => {
  const { page } = reader
  await page.goto('/rules?date=2026-11-23&q=9610')
  await page.getByTestId('rules').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()])
  const text = await readFile(await download.path(), 'utf8')
  expect(download.suggestedFilename()).toMatch(/2026-11-23\.csv$/)
  expect(text).toMatch(/^\ufeff规则,值,有效期,出处,强度\r\n/)
  // A value may have several lines inside its quotes; a line of the file ends in CR LF. The last says what this is.
  const lines = text.trimEnd().split('\r\n')
  const shown = page.getByTestId('rules').locator('tbody tr:not(.list-group)')
  await expect.poll(() => shown.count()).toBe(lines.length - 2)
  expect(lines.at(-1)).toMatch(/筛选：.*9610.*时间：.*导出人：陈示例/)
})

it('the words of a search can be taken away again', async () => {
  const { page } = reader
  await page.goto('/letter?q=海外仓')
  await expect.poll(() => page.getByTestId('letter-row').count()).toBeLessThan(10)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect.poll(() => page.getByTestId('letter-row').count()).toBe(153)
  expect(await page.locator('[data-search]').inputValue()).toBe('')
})

describe('a list of 100,000 rows', () => {
  const all = 100_000
  const numberOf = (n: number) => `D261123${String(n).padStart(8, '0')}`
  const first = (page: Page) => page.getByTestId('declarations').locator('[data-row]').first()

  beforeAll(async () => {
    if (!console.isHere) return
    const { party } = await call<{ party: { id: string } }>(reader.page, 'kernel.session.who', {})
    await addDeclarations(console.product, party.id, all)
  }, 120_000)

  it('draws the rows in sight, reads on as one scrolls, and is found at the same row again', async () => {
    const { page } = reader
    await page.goto('/declarations/all')
    await first(page).waitFor()
    await watchLongTasks(page)
    await page.mouse.move(600, 500)
    const end = page.getByTestId('list-end')
    const read = async () => Number((await end.textContent())!.replace(/\D/g, ''))
    while ((await read()) < 1200) await page.mouse.wheel(0, 4000)
    const drawn = await page.getByTestId('declarations').locator('tbody tr').count()
    expect(drawn).toBeLessThan(80)
    globalThis.console.log(
      `${await read()} rows scrolled, long tasks (ms): ${(await longTasks(page)).join(' ') || 'none'}`,
    )
    const row = page
      .getByTestId('declarations')
      .locator('[data-row]')
      .nth(Math.floor(drawn / 2))
    const number = (await row.textContent())!
    await row.scrollIntoViewIfNeeded()
    const place = await row.boundingBox()
    await row.click()
    await page.waitForURL(/declarations\/[0-9a-f-]{36}/)
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goBack()
    const again = page.getByRole('link', { name: number })
    await again.waitFor()
    await expect.poll(async () => Math.round((await again.boundingBox())?.y ?? -1)).toBe(Math.round(place!.y))
    expect(asked.filter(url => url.includes('after='))).toEqual([])
  })

  it('is gone through by the keyboard, from end to end of what is read', async () => {
    const { page } = reader
    await page.goto('/declarations/all')
    await first(page).waitFor()
    const focused = () => page.evaluate('document.activeElement.textContent')
    await first(page).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).toBe(numberOf(all - 1))
    await page.keyboard.press('End')
    await expect.poll(focused).toBe(numberOf(all - 199))
    await page.keyboard.press('PageUp')
    await expect.poll(focused).not.toBe(numberOf(all - 199))
    await page.keyboard.press('Home')
    await expect.poll(focused).toBe(numberOf(all))
    await page.keyboard.press('Enter')
    await page.waitForURL(/declarations\/[0-9a-f-]{36}/)
  })

  it('is put in the order of a column by its head, which says so; the address keeps it', async () => {
    const { page } = reader
    await page.goto('/declarations/all')
    await first(page).waitFor()
    await page.getByTestId('sort-number').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => first(page).textContent()).toBe(numberOf(1))
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('申报号')
    expect(page.url()).toContain('sort=number')
    await page.reload()
    await expect.poll(() => first(page).textContent()).toBe(numberOf(1))
    await page.getByTestId('sort-mode').click()
    const row = page.getByTestId('declarations').locator('tbody tr[data-index]').first()
    await expect.poll(() => row.textContent()).toContain('0110')
  })

  it('is exported as it stands: the same cells, numbers of records as texts, in the same order', async () => {
    const { page } = reader
    await page.goto('/declarations/all?state=draft&q=D261123000001&sort=number')
    await first(page).waitFor()
    expect(await page.getByTestId('conditions').textContent()).toContain('状态：草稿，待补')
    const rows = page.getByTestId('declarations').locator('tbody tr')
    const shown = await rows.evaluateAll(all =>
      all.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent ?? '')),
    )
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('export-xlsx').click(),
    ])
    const read: string[][] = []
    for await (const event of readSheets(await readFile(await download.path())))
      if (event.kind === 'rows') for (const { cells } of event.rows) read.push(textsAt(cells))
    expect(read[0]![0]).toMatch(/状态：草稿，待补.*导出人：陈示例/)
    expect(read[1]).toEqual([
      '申报号',
      '状态',
      '订单',
      '监管方式',
      '海关编号',
      '海关回复',
      '下一步',
      '状态时间',
      '计划',
    ])
    expect(read.length).toBe(2 + 25)
    expect(shown.length).toBe(25)
    // Beside the box that chooses it; what is drawn small below, an export has after a space.
    const plain = (text: string) => text.replace(/[\s—]/g, '')
    expect(read.slice(2).map(cells => cells.slice(0, 8).map(plain))).toEqual(
      shown.map(cells => cells.slice(1).map(plain)),
    )
  })

  it('shows the columns that its reader wants to see, the next time too', async () => {
    const { page } = reader
    const heads = () => page.getByTestId('declarations').locator('thead th').allTextContents()
    await page.goto('/declarations/all')
    await first(page).waitFor()
    await page.getByTestId('columns').click()
    await page.getByTestId('column-listNo').uncheck()
    await expect.poll(heads).not.toContain('海关编号')
    await page.reload()
    await first(page).waitFor()
    expect(await heads()).not.toContain('海关编号')
    await page.getByTestId('columns').click()
    await page.getByTestId('column-listNo').check()
    await expect.poll(heads).toContain('海关编号')
  })

  it('an export is stopped by whoever began it', async () => {
    const { page } = reader
    await page.goto('/declarations/all')
    await first(page).waitFor()
    await page.getByTestId('export-xlsx').click()
    await page.getByTestId('export-stop').click()
    await page.getByTestId('export-xlsx').waitFor()
  })
})

/** The texts of a row's cells by their columns, '' where nothing stands. */
function textsAt(cells: readonly { readonly index: number; readonly text: string }[]): string[] {
  const texts: string[] = []
  for (const { index, text } of cells) texts[index] = text
  return Array.from({ length: 9 }, (_, n) => texts[n] ?? '')
}
