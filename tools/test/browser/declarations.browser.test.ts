import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, example, expectSound, looks, sharedPage, signIn, startConsole } from './console.ts'
import { refusing, releasing, type SimulatedCustoms, startCustoms } from './counter.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const trader = sharedPage(console, 'trader')
let customs: SimulatedCustoms | undefined
afterAll(() => customs?.stop())

interface Listed {
  readonly declarations: readonly {
    readonly id: string
    readonly number: string
    readonly orderNo?: string
    readonly state: string
  }[]
}
interface Read {
  readonly state: string
  readonly records: readonly { readonly kind: string; readonly attempt: number }[]
  readonly timeline: readonly { readonly what: string }[]
}
const list = (page: Page, input: object = {}) =>
  call<Listed>(page, 'customs.declaration.list', { limit: 200, ...input })
const read = (page: Page, id: string) => call<Read>(page, 'customs.declaration.read', { id })
const ofOrder = async (page: Page, orderNo: string) =>
  (await list(page)).declarations.find(each => each.orderNo === orderNo)!

/** Drops a workbook and waits for its plan. */
async function plan(page: Page, name: string): Promise<void> {
  await page.goto('/plans/new')
  await page.getByTestId('plan-file').setInputFiles(example(name))
  await page.getByTestId('plan-date').fill('2026-11-23')
  await page.getByTestId('plan-start').click()
  await page.getByTestId('order-list').waitFor()
}

const slow = { timeout: 30_000 }

describe('a plan is declared', () => {
  it('says before anything goes out how many are whole, and what the others miss', async () => {
    const { page } = trader
    await plan(page, 'retail-importer-day.xlsx')
    await page.getByTestId('submit-open').click()
    await page.getByTestId('submit-answers').waitFor()
    expect(await page.getByTestId('submit-answers').innerText()).toMatch(/齐全，可以申报\s*\d+ 单/)
    expect(await page.getByTestId('submit-groups').innerText()).toContain('邮递物品')
    expect((await list(page)).declarations).toEqual([])
    await expectAccessible(page)
  })

  it('one chosen order goes out, and the customs refuse its list', async () => {
    const { page } = trader
    customs = await startCustoms(console.product, refusing)
    await page.getByTestId('pick').locator('summary').click()
    await page.getByLabel('选中 R-1123-001', { exact: true }).check()
    await page.getByTestId('submit-chosen').click()
    await page.getByTestId('submitted').waitFor()
    await page.getByTestId('plan-declarations').locator('[data-state="rejected"]').waitFor(slow)
    await customs.stop()
  })

  it('the rest goes out and is released: seen as it moves, without loading the page again', async () => {
    const { page } = trader
    customs = await startCustoms(console.product, releasing)
    await page.getByRole('button', { name: '收起' }).click()
    await page.getByTestId('submit-open').click()
    await page.getByTestId('submit-ready').or(page.getByTestId('submit-all')).first().click()
    await page.getByTestId('submitted').waitFor()
    const released = page.getByTestId('plan-declarations').locator('[data-state="released"]')
    await expect
      .poll(async () => Number(/\d+/.exec(await released.innerText())?.[0]), slow)
      .toBeGreaterThan(8)
    await page.getByTestId('order').locator('.state.done', { hasText: '放行' }).first().waitFor(slow)
  })
})

describe.each([
  ['mixed-container.xlsx', 'stalls'],
  ['overseas-warehouse.xlsx', 'trader'],
])('%s, declared by %s', (name, login) => {
  it('goes from the workbook to the release', async () => {
    const { page } = await console.open()
    await signIn(page, login)
    await plan(page, name)
    await page.getByTestId('submit-open').click()
    await page.getByTestId('submit-ready').or(page.getByTestId('submit-all')).first().click()
    await page.getByTestId('plan-declarations').locator('[data-state="released"]').waitFor(slow)
    await page.getByTestId('to-declarations').click()
    const released = page.getByTestId('declarations').locator('tbody tr', { hasText: '放行' })
    await released.first().locator('[data-row]').click()
    await page.getByTestId('timeline').locator('.in').first().waitFor()
    await expectAccessible(page)
    await page.context().close()
  })
})

describe('a refused declaration', () => {
  it('is found from the number on the desk, with what the customs said and what to do', async () => {
    const { page } = trader
    await page.goto('/declarations')
    await page.getByTestId('number-refused').click()
    const row = page.getByTestId('declarations').locator('tbody tr')
    await row.first().waitFor()
    expect(await row.count()).toBe(1)
    expect(await row.first().innerText()).toMatch(/退单[\s\S]*R-1123-001[\s\S]*改正后重新申报/)
    await row.locator('[data-row]').click()
    await page.getByTestId('customs-said').waitFor()
    await expectAccessible(page)
  })

  it('says beside the field what cannot be read there', async () => {
    const { page } = trader
    await page.getByTestId('give-dispatchCountry').fill('日本海')
    await page.getByTestId('give-send').click()
    expect(await page.getByTestId('field-refusal').innerText()).toContain('dispatchCountry')
    expect(await page.evaluate('document.activeElement?.getAttribute("data-testid")')).toBe(
      'give-dispatchCountry',
    )
    trader.forgive('customs.declaration.amend')
    await page.reload()
    expect(await page.getByTestId('give-dispatchCountry').inputValue(), 'a draft survives').toBe('日本海')
  })

  it('is corrected on its page, goes out again and is released; the others are not touched', async () => {
    const { page } = trader
    const other = await ofOrder(page, 'R-1123-002')
    const before = await read(page, other.id)
    await page.getByTestId('give-dispatchCountry').fill('JP')
    await page.getByTestId('give-consigneePhone').fill('13800000099')
    await page.getByTestId('give-send').click()
    await expect.poll(() => page.getByTestId('declaration-head').innerText(), slow).toContain('放行')
    const { records } = await read(page, (await ofOrder(page, 'R-1123-001')).id)
    expect(Object.fromEntries(records.map(each => [each.kind, each.attempt]))).toMatchObject({
      CEB411: 1,
      CEB621: 2,
    })
    expect(await read(page, other.id)).toEqual(before)
  })
})

describe('the page of a declaration', () => {
  it('shows every message with its signature, and in it this declaration’s record; numbers are hidden until opened', async () => {
    const { page } = trader
    const sent = page.getByTestId('timeline').locator('[data-what="sent"]', { hasText: 'CEB311' }).last()
    await sent.getByTestId('see-message').click()
    await page.getByTestId('message-xml').waitFor()
    expect(await page.getByTestId('message').innerText()).toContain('有效：内容与签名一致')
    expect(await page.getByTestId('message-xml').innerText()).toMatch(/buyerIdNumber>42\*+/)
    expect(await page.getByTestId('message-xml').locator('mark').first().innerText()).toBe('PX20261123001')
    await expectAccessible(page)
    await page.getByTestId('open-message').click()
    await expect.poll(() => page.getByTestId('message-xml').innerText()).toMatch(/buyerIdNumber>\d{17}[\dX]</)
  })

  it('shows that order, payment, waybill and list agree, its taxes and its deadlines', async () => {
    const { page } = trader
    expect(await page.getByTestId('match').innerText()).toMatch(/一致[\s\S]*进口支付单[\s\S]*436\.4/)
    await page.getByTestId('taxes').getByText('36.40').first().waitFor()
    expect(await page.getByTestId('deadlines').innerText()).toMatch(/还有 \d+ 天/)
  })

  it('goods go back by line, and the application is told to the customs', async () => {
    const { page } = trader
    await page.getByTestId('return').click()
    await page.getByTestId('return-line-1').check()
    await page.getByTestId('return-qty-1').fill('99')
    await page.getByTestId('return-reason').fill('买家退货')
    await page.getByTestId('return-do').click()
    expect(await page.getByTestId('field-refusal').innerText()).toContain('第 1 行')
    trader.forgive('customs.declaration.return')
    await page.getByTestId('return-qty-1').fill('1')
    await page.getByTestId('return-do').click()
    await page.getByTestId('records').getByText('CEB625').waitFor()
  })

  it('is printed without what is only for the screen', async () => {
    const { page } = trader
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByTestId('timeline').isVisible()).toBe(true)
    expect(await page.getByRole('banner').isVisible()).toBe(false)
    expect(await page.getByTestId('proof').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
  })
})

describe('the list', () => {
  it('is found by number, kept in the address, exported as it is shown', async () => {
    const { page } = trader
    const { number } = await ofOrder(page, 'R-1123-002')
    await page.goto('/declarations/all')
    await page.getByTestId('declarations').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('R-1123-002')
    const rows = page.getByTestId('declarations').locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(1)
    expect(page.url()).toContain('q=R-1123-002')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()])
    const csv = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    // Its heads, the one, and what it is of.
    expect(csv).toHaveLength(3)
    expect(csv[1]).toMatch(new RegExp(`${number},放行,R-1123-002`))
    await page.locator('[data-search]').press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByTestId('declaration-head').getByText(number).waitFor()
  })

  it('several are sent again at once: what may not is named, row by row', async () => {
    const { page } = trader
    await page.goto('/declarations/all?what=released')
    await page.getByTestId('choose-all').check()
    await page.getByTestId('bulk-resend').click()
    await page.getByTestId('bulk-refused').waitFor()
    expect(await page.getByTestId('bulk-refused').innerText()).toMatch(/D\d{14}[\s\S]*不能重发/)
    trader.forgive('customs.declaration.resend')
  })
})

it('the declarant’s record keeps what is typed, and says beside the field what is wrong', async () => {
  const { page } = trader
  await page.goto('/declarations/declarant')
  await page.getByTestId('declarant-add/carriers').click()
  const row = (await page.locator('[data-testid^="declarant/carriers/"][data-testid$="/book"]').count()) - 1
  await page.getByTestId(`declarant/carriers/${row}/book`).fill('新承运')
  await page.getByTestId(`declarant/carriers/${row}/code`).fill('有误')
  await page.getByTestId(`declarant/carriers/${row}/name`).fill('新承运有限公司')
  await page.reload()
  expect(await page.getByTestId(`declarant/carriers/${row}/book`).inputValue()).toBe('新承运')
  await page.getByTestId('declarant-save').click()
  await page.getByTestId('field-refusal').waitFor()
  expect(await page.getByTestId(`declarant/carriers/${row}/code`).getAttribute('aria-invalid')).toBe('true')
  trader.forgive('customs.declarant.set')
  await page.getByTestId(`declarant/carriers/${row}/code`).fill('4201960D77')
  await page.getByTestId('declarant-save').click()
  await page.getByText('已保存。').waitFor()
})

it('an official sees it and changes nothing; another trader sees nothing of it', async () => {
  const { id } = await ofOrder(trader.page, 'R-1123-002')
  const { page: official } = await console.open()
  await signIn(official, 'official')
  await official.goto(`/declarations/${id}`)
  await official.getByTestId('timeline').waitFor()
  await official.getByTestId('declaration-head').getByText('江城示范贸易有限公司').waitFor()
  expect(await official.getByTestId('actions').count()).toBe(0)
  expect(await official.getByTestId('open-message').count()).toBe(0)
  await official.context().close()
  const { page: broker } = await console.open()
  await signIn(broker, 'broker')
  await broker.goto(`/declarations/${id}`)
  await broker.getByTestId('refusal').waitFor()
  await broker.context().close()
})

describe.each(looks)('in %s', (_name, look) => {
  let paths: readonly string[] = []
  beforeAll(async () => {
    if (!console.isHere) return
    const { id } = await ofOrder(trader.page, 'R-1123-002')
    const draft = (await list(trader.page, { what: 'draft' })).declarations[0]
    paths = [
      '/declarations',
      '/declarations/all',
      '/declarations/held',
      '/declarations/declarant',
      `/declarations/${id}`,
      ...(draft ? [`/declarations/${draft.id}`] : []),
    ]
  })
  it('axe finds nothing serious on any page, and no page scrolls sideways', async () => {
    await expectSound(console, look, 'trader', paths)
  })
})
