import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { sharedPage, startConsole } from './console.ts'

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
  const shown = await page.getByTestId('rules').locator('tbody tr:not(.list-group)').count()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()])
  const text = await readFile(await download.path(), 'utf8')
  expect(download.suggestedFilename()).toMatch(/2026-11-23\.csv$/)
  expect(text).toMatch(/^\ufeff规则,值,有效期,出处,强度\r\n/)
  // A value may have several lines inside its quotes; a line of the file ends in CR LF.
  expect(text.trimEnd().split('\r\n').length).toBe(shown + 1)
})

it('the words of a search can be taken away again', async () => {
  const { page } = reader
  await page.goto('/?q=海外仓')
  await expect.poll(() => page.getByTestId('letter-row').count()).toBeLessThan(10)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect.poll(() => page.getByTestId('letter-row').count()).toBe(153)
  expect(await page.locator('[data-search]').inputValue()).toBe('')
})
