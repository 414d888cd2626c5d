import { beforeAll, describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, startConsole } from './console.ts'

const console = await startConsole()
const officer = sharedPage(console, 'customs')
const trader = sharedPage(console, 'trader')
const FIRM = {
  firmCode: '3318960123',
  firmCreditCode: '91330782MA28EXAMP0',
  firmName: '江城示范贸易有限公司',
}
let party = ''
let book = ''

beforeAll(async () => {
  if (!console.isHere) return
  const who = await call<{ party: { id: string } }>(trader.page, 'kernel.session.who', {})
  party = who.party.id
})

it('the officer registers a guarantee; what is wrong stands at its field', async () => {
  const { page } = officer
  await page.goto('/covers')
  await page.getByTestId('register-guarantee').click()
  const values = { number: 'BH-2026-0007', code: FIRM.firmCode, name: FIRM.firmName, office: '2925' }
  for (const [field, value] of Object.entries(values))
    await page.getByTestId(`guarantee-${field}`).fill(value)
  await page.getByTestId('guarantee-party').fill(party)
  await page.getByTestId('guarantee-amount').fill('200000')
  await page.getByTestId('guarantee-from').fill('2026-12-31')
  await page.getByTestId('guarantee-to').fill('2026-01-01')
  officer.forgive('customs.guarantee.register')
  await page.getByTestId('guarantee-send').click()
  await page.getByTestId('field-refusal').or(page.getByTestId('refusal')).first().waitFor()
  await page.getByTestId('guarantee-from').fill('2026-01-01')
  await page.getByTestId('guarantee-to').fill('2026-12-31')
  await page.getByTestId('guarantee-send').click()
  await page.getByTestId('guarantee-head').waitFor()
  expect(await page.getByTestId('guarantee-left').innerText()).toBe('200,000.00')
})

it('a change of the amount asks for its reason and stands in the moves', async () => {
  const { page } = officer
  await page.getByTestId('guarantee-change').click()
  await page.getByTestId('guarantee-new-amount').fill('250000')
  await page.getByTestId('guarantee-change-reason').fill('旺季')
  await page.getByTestId('guarantee-change-do').click()
  await expect.poll(() => page.getByTestId('guarantee-amount').innerText()).toBe('250,000.00')
  await expect.poll(() => page.getByTestId('moves').locator('tbody tr').count()).toBe(2)
})

it('the owner sees it, admits another party, and cannot change it', async () => {
  const { page } = trader
  await page.goto('/covers')
  await page.getByTestId('guarantees').locator('[data-row]').first().click()
  await page.getByTestId('guarantee-head').waitFor()
  expect(await page.getByTestId('guarantee-change').count()).toBe(0)
  trader.forgive('customs.guarantee.admit')
  await page.getByTestId('admit-party').fill('11111111-1111-7111-8111-111111111111')
  await page.getByTestId('admit').click()
  await page.getByTestId('field-refusal').or(page.getByTestId('refusal')).first().waitFor()
})

it('a count of a bonded book waits for the officer, who agrees; the line then stands as counted', async () => {
  const made = await call(officer.page, 'customs.book.register', {
    party,
    number: 'T2925W000001',
    kind: 'book',
    system: 'Z7',
    office: '2925',
    ...FIRM,
    from: '2026-01-01',
    to: '2026-12-31',
  })
  book = made.id
  const line = { hsCode: '3304990039', name: '面霜', model: '50ml', unit: '140', unit1: '035', origin: 'KOR' }
  await call(officer.page, 'customs.book.addLines', {
    book,
    lines: [{ recordNo: 1, ...line, opening: '1200' }],
  })
  const { page } = trader
  await page.goto(`/covers/books/${book}`)
  await page.getByTestId('count-open').click()
  await page.getByTestId('count-paper').fill('PD-2026-11')
  await page.getByTestId('count-reason').fill('年度盘点')
  await page.getByTestId('count-no-0').fill('1')
  await page.getByTestId('count-counted-0').fill('1190')
  await page.getByTestId('count-send').click()
  await page.getByTestId('book-counts').waitFor()
  await officer.page.goto(`/covers/books/${book}`)
  await officer.page.getByTestId('count-approve').click()
  await expect.poll(() => officer.page.getByTestId('count-approve').count()).toBe(0)
  await page.reload()
  await page.getByTestId('line-1').click()
  await page.getByTestId('line-moves').waitFor()
  await expect.poll(() => page.getByTestId('line-moves').innerText()).toContain('1,190')
})

it('a month without lists has nothing to sum up, and says until when it could be', async () => {
  const { page } = trader
  await page.goto('/declarations/summaries')
  await page.getByTestId('summary-prepare').click()
  await page.getByTestId('summary-none').waitFor()
  await page.getByTestId('summary-deadline').waitFor()
})

describe.each(looks)('in %s', (_, look) => {
  it('the pages are accessible and do not scroll sideways', async () => {
    await expectSound(console, look, 'trader', [
      '/covers/guarantees',
      '/covers/taxes',
      `/covers/books/${book}`,
      '/declarations/summaries',
      '/guide',
    ])
  })
})
