import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, startConsole } from './console.ts'
import { dayAfter, type Goods, receiveGoods, seat, storeGoods } from './goods.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const trader = sharedPage(console, 'trader')
let goods: Goods

beforeAll(async () => {
  if (!console.isHere) return
  const keeper = await seat(console, 'keeper')
  goods = await storeGoods(keeper, trader.page, 'LEDGER')
  await receiveGoods(keeper, trader.page, goods, '1200')
  await call(trader.page, 'market.hold.place', { article: goods.article, quantity: '50', seconds: 3000 })
}, 60_000)

/** Opens the account of the goods on hand, from the list. */
async function openOnHand(page: Page): Promise<void> {
  await page.goto('/ledger/accounts')
  await page.getByTestId('accounts').locator('tr', { hasText: '在库' }).first().locator('[data-row]').click()
  await page.getByTestId('statement').waitFor()
}

describe('the desk of accounts', () => {
  it('lists what one has, net of what is held, and keeps its filters in the address', async () => {
    const { page } = trader
    await page.goto('/ledger/accounts')
    const row = page.getByTestId('accounts').locator('tr', { hasText: '在库' })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/货LEDGER[\s\S]*1,200[\s\S]*50[\s\S]*1,150[\s\S]*不得透支/)
    await page.getByTestId('filter-unit').fill('CNY')
    await page.getByText('没有符合的账户。').waitFor()
    expect(page.url()).toContain('unit=CNY')
    await page.getByRole('button', { name: '清除筛选' }).click()
    await row.waitFor()
  })

  it('says how the balance comes about, and each number opens onto what it is made of', async () => {
    const { page } = trader
    await openOnHand(page)
    await page.getByTestId('derivation').locator('summary').click()
    expect(await page.getByTestId('derivation').innerText()).toContain('可用 1,150 = 1,200 − 0 − 50')
    await expectAccessible(page)
    await page.getByTestId('derivation').getByRole('link', { name: '50' }).click()
    const hold = page.getByTestId('holds').locator('tbody tr')
    await hold.waitFor()
    expect(await hold.innerText()).toMatch(/还有 4\d 分钟[\s\S]*客户（已出库）[\s\S]*50/)
    await hold.locator('[data-row]').click()
    await page.getByTestId('transfer').waitFor()
    expect(await page.getByTestId('transfer').innerText()).toMatch(/在库[\s\S]*客户（已出库）/)
    await expectAccessible(page)
  })

  it('a counter account opens from the statement', async () => {
    const { page } = trader
    await openOnHand(page)
    await page.getByTestId('statement').getByRole('link', { name: '供货方' }).click()
    await expect.poll(() => page.getByTestId('account-head').innerText()).toContain('供货方')
    await page.getByTestId('statement').waitFor()
    expect(await page.getByTestId('statement').innerText()).toContain('1,200')
  })
})

describe('a statement', () => {
  it('runs from opening to closing with the balance after each change', async () => {
    const { page } = trader
    await openOnHand(page)
    await page.getByTestId('statement-order').selectOption('oldest')
    await expect
      .poll(() => page.getByTestId('statement').locator('tbody tr').allInnerTexts())
      .toEqual([
        expect.stringMatching(/期初[\s\S]*0/),
        expect.stringMatching(/入账[\s\S]*供货方[\s\S]*1,200[\s\S]*1,200/),
        expect.stringMatching(/预留[\s\S]*\(50\)[\s\S]*50[\s\S]*1,200/),
        expect.stringMatching(/期末[\s\S]*1,200/),
      ])
  })

  it('of a permanent link stays what it was when more has happened since', async () => {
    const { page } = trader
    await openOnHand(page)
    await page.getByTestId('permanent').click()
    await expect.poll(() => page.url()).toMatch(/asAt=.*knownAt=/)
    const before = await page.getByTestId('statement').innerText()
    await call(page, 'market.hold.place', { article: goods.article, quantity: '7', seconds: 3000 })
    await page.reload()
    await page.getByTestId('statement').waitFor()
    expect(await page.getByTestId('statement').innerText()).toBe(before)
    await page.getByTestId('statement-as-at').getByRole('button').click()
    await page.getByTestId('statement-known-at').fill('')
    await expect.poll(() => page.getByTestId('statement').innerText()).toContain('(7)')
  })

  it('is printed with its pair of moments and without what is only for the screen', async () => {
    const { page } = trader
    await openOnHand(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByTestId('stamp').innerText()).toMatch(/截至 \d{4}-\d\d-\d\d .*已知至第 \d+ 位/)
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.getByTestId('statement-order').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
  })

  it('exports the lines that it shows', async () => {
    const { page } = trader
    await openOnHand(page)
    const lines = await page.getByTestId('statement').locator('tbody tr:not(.balance-row)').count()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()])
    const text = await readFile(await download.path(), 'utf8')
    // Between its heads and the line that says what it is.
    expect(text.trimEnd().split('\r\n').length).toBe(lines + 2)
  })
})

describe('a finance officer', () => {
  it('opens an account, with what is missing said beside the field', async () => {
    const officer = await seat(console, 'finance')
    await officer.goto('/ledger/accounts')
    await officer.getByTestId('open-account').click()
    await officer.getByTestId('open-name').fill('备付金')
    await officer.getByTestId('open-send').click()
    await officer.getByTestId('field-refusal').waitFor()
    await officer.getByTestId('open-code').fill('900')
    await officer.getByTestId('open-limit').selectOption('debits')
    await expectAccessible(officer)
    await officer.getByTestId('open-send').click()
    await expect
      .poll(() => officer.getByTestId('account-head').innerText())
      .toMatch(/备付金[\s\S]*人民币 CNY/)
    await officer.context().close()
  })

  it('closes a period, which then opens onto the statement of then', async () => {
    const officer = await seat(console, 'finance')
    await officer.goto('/ledger/periods')
    await officer.getByTestId('close-period').click()
    await officer.getByTestId('period-up-to').fill(dayAfter(-1))
    await officer.getByTestId('close-period-send').click()
    const row = officer.getByTestId('periods').locator('tbody tr').first()
    await row.waitFor()
    expect(await row.innerText()).toMatch(/人民币 CNY[\s\S]*该单位的全部账户/)
    await expectAccessible(officer)
    await officer.context().close()
  })
})

it('an account of others does not open', async () => {
  const { page } = trader
  await openOnHand(page)
  const address = page.url()
  const stranger = await seat(console, 'stalls')
  await stranger.goto(address)
  await stranger.getByTestId('refusal').waitFor()
  await stranger.context().close()
})

it('is not offered to whoever may not read accounts', async () => {
  const keeper = await seat(console, 'keeper')
  await keeper.goto('/')
  await keeper.getByRole('link', { name: '库存', exact: true }).waitFor()
  expect(await keeper.getByRole('link', { name: '账户' }).count()).toBe(0)
  await keeper.context().close()
})

describe.each(looks)('in %s', (_name, look) => {
  it('axe finds nothing serious on any page of the desk, and none scrolls sideways', async () => {
    await openOnHand(trader.page)
    const account = new URL(trader.page.url()).pathname
    await expectSound(console, look, 'auditor', [
      '/ledger/accounts',
      account,
      `${account}?tab=holds`,
      '/ledger/holds',
      '/ledger/periods',
    ])
  })
})
