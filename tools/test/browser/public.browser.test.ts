import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { call, example, looks, sharedPage, startConsole } from './console.ts'
import { releasing, type SimulatedCustoms, startCustoms } from './counter.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const trader = sharedPage(console, 'trader')
const stranger = sharedPage(console)
let customs: SimulatedCustoms | undefined
afterAll(() => customs?.stop())

interface Paper {
  readonly id: string
  readonly code: string
}
interface Declared {
  readonly id: string
  readonly state: string
  readonly records: readonly { readonly kind: string; readonly key: readonly string[] }[]
}

const ORDER = 'R-1123-001'
let plan: string
let paper: Paper
let declaration: string
let released: Declared
const bytesOf = async (page: Page, id: string) =>
  (await page.request.get(`/api/customs/paper/fetch?id=${id}`)).body()

/** What the menu printed last. */
async function lastPaper(page: Page): Promise<Paper> {
  const { papers } = await call<{ papers: Paper[] }>(page, 'customs.paper.list', { plan, orderNo: ORDER })
  return papers[0]!
}

describe.skipIf(!console.isHere)('a paper that was printed can be checked by whoever holds it', () => {
  it('an order’s invoice is printed from its plan, says what it lacks, and opens in a tab of its own', async () => {
    const { page } = trader
    await page.goto('/plans/new')
    await page.getByTestId('plan-file').setInputFiles(example('retail-importer-day.xlsx'))
    await page.getByTestId('plan-date').fill('2026-11-23')
    await page.getByTestId('plan-start').click()
    await page.getByTestId('order-list').waitFor()
    plan = new URL(page.url()).pathname.split('/').at(-1)!
    await page.goto(`/plans/${plan}?order=${ORDER}`)
    await page.getByTestId('print-open').click()
    await page.getByTestId('print-invoice').waitFor()
    await expectAccessible(page)
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByTestId('print-invoice').click()])
    await page.getByTestId('print-outcome').waitFor()
    await tab.close()
    paper = await lastPaper(page)
    expect(await page.getByTestId('print-outcome').innerText()).toContain(paper.code)
    expect((await bytesOf(page, paper.id)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('its code, typed without strokes and in small letters, tells a stranger who issued it and that it holds', async () => {
    const { page } = stranger
    await page.goto('/check')
    await page.getByTestId('check-code').fill(paper.code.toLowerCase().replaceAll('-', ' '))
    await page.getByTestId('check-go').click()
    await page.locator('[data-testid="check-answer"][data-answer="current"]').waitFor()
    const facts = await page.getByTestId('check-facts').innerText()
    expect(facts).toContain('商业发票')
    expect(facts).toContain(ORDER)
    expect(facts).not.toMatch(/\d{17}[\dX]/)
  })

  it('the issued file is known as such in the browser, and one that differs by a byte is not', async () => {
    const { page } = stranger
    const buffer = await bytesOf(trader.page, paper.id)
    const sent: string[] = []
    page.on('request', request => sent.push(request.method()))
    await page.getByTestId('check-file').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer })
    await page.locator('[data-testid="check-file-answer"][data-answer="same"]').waitFor()
    const tampered = Buffer.from(buffer)
    tampered[tampered.length - 10]! ^= 1
    const file = { name: 'b.pdf', mimeType: 'application/pdf', buffer: tampered }
    await page.getByTestId('check-file').setInputFiles(file)
    await page.locator('[data-testid="check-file-answer"][data-answer="changed"]').waitFor()
    expect(sent).toEqual([])
  })

  it('a mistyped code and one that was never issued are told in words', async () => {
    const { page } = stranger
    await page.goto('/check/2222-2222-2223')
    await page.locator('[data-answer="mistyped"]').waitFor()
    await page.goto('/check/222222222222')
    await page.locator('[data-answer="unknown"]').waitFor()
    expect(await page.getByTestId('check-answer').innerText()).toContain('没有签发过')
  })

  it('a paper that its issuer withdraws tells its checker so, with the reason', async () => {
    const { page } = trader
    await page.getByTestId('print-before').locator('summary').click()
    await page.getByTestId('printed-withdraw').first().click()
    await page.getByTestId('printed').first().getByRole('textbox').fill('金额有误')
    await page.getByTestId('printed-withdraw-do').click()
    await page.getByTestId('printed').first().getByText('已撤回').waitFor()
    await stranger.page.goto(`/check/${paper.code}`)
    await stranger.page.locator('[data-answer="withdrawn"]').waitFor()
    expect(await stranger.page.getByTestId('check-answer').innerText()).toContain('金额有误')
  })
})

describe.skipIf(!console.isHere)('a consignment', () => {
  it('is declared, and its list printed from the declaration’s page', async () => {
    const { page } = trader
    customs = await startCustoms(console.product, releasing)
    await call(page, 'customs.declaration.submit', { plan, orders: [ORDER] })
    await expect
      .poll(
        async () => {
          const { declarations } = await call<{ declarations: Declared[] }>(
            page,
            'customs.declaration.list',
            { plan },
          )
          declaration = declarations[0]?.id ?? ''
          return declarations[0]?.state
        },
        { timeout: 40_000, interval: 500 },
      )
      .toBe('released')
    released = await call<Declared>(page, 'customs.declaration.read', { id: declaration })
    await page.goto(`/declarations/${declaration}`)
    await page.getByTestId('print-open').click()
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.getByTestId('print-list').click()])
    await page.getByTestId('print-outcome').waitFor()
    await tab.close()
    await expectAccessible(page)
  })

  it('is tracked by its waybill and the order, and by nothing less', async () => {
    const { page } = stranger
    const waybill = released.records.find(each => each.kind === 'CEB511')!.key.at(-1)!
    const order = released.records.find(each => each.kind === 'CEB311')!.key.at(-1)!
    await page.goto('/track')
    await page.getByTestId('track-number').fill(waybill)
    await page.getByTestId('track-proof').fill('NOT-THIS-ONE')
    await page.getByTestId('track-go').click()
    await page.locator('[data-testid="track-answer"][data-answer="none"]').waitFor()
    await page.getByTestId('track-proof').fill(order)
    await page.getByTestId('track-go').click()
    await page.getByTestId('consignment').waitFor()
    expect(await page.getByTestId('consignment').innerText()).toContain('放行')
    expect(page.url()).not.toContain(order)
    await expectAccessible(page)
  })
})

describe.skipIf(!console.isHere)('pages for strangers are sound', () => {
  it.each(looks)('in %s', async (_, look) => {
    const { page, troubles } = await console.open(look)
    await page.goto('/check')
    if (look.locale === 'en-GB') await page.getByTestId('language').click()
    for (const path of ['/check', `/check/${paper.code}`, '/check/222222222222', '/track']) {
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
  })
})
