import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { call, example, signIn, startConsole } from './console.ts'
import { comparePicture } from './picture.ts'

/*
 * The main pages as they were looked at and found right (docs/pictures). The clock stands, so that what differs is the
 * page. After a change that is meant: PICTURES=keep npm test -- pictures, look, commit.
 */
const CLOCK = '2026-11-23T09:30:00+08:00'
const console = await startConsole({ TONGQU_CLOCK: CLOCK })
const dark = { locale: 'en-GB', colorScheme: 'dark' } as const
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const
const wall = { viewport: { width: 1920, height: 1080 } } as const

/** The plan's page, once it is made; a path that begins with `?` is a part of it. */
let plan = ''

const pages: readonly [name: string, path: string, login: string | undefined, look: BrowserContextOptions][] =
  [
    ['entrance', '/', undefined, {}],
    ['entrance-phone', '/', undefined, phone],
    ['home', '/', 'stalls', {}],
    ['home-phone', '/', 'stalls', phone],
    ['home-dark', '/', 'keeper', dark],
    ['letter', '/letter', undefined, {}],
    ['plans', '/plans', 'stalls', {}],
    ['plan', '?order=HKB-0007', 'stalls', {}],
    ['declarations', '/declarations', 'stalls', {}],
    ['declaration-list', '/declarations/all', 'stalls', dark],
    ['stock', '/stock', 'keeper', {}],
    ['ledger', '/ledger', 'finance', dark],
    ['guarantees', '/covers/guarantees', 'customs', {}],
    ['rules', '/rules?date=2026-11-23', 'trader', {}],
    ['roles', '/admin/roles', 'admin', {}],
    ['guide', '/guide', 'admin', dark],
    ['wall', '/wall', 'official', wall],
  ]

it('a container is planned and declared, so that the pages have something to show', async () => {
  const { page } = await console.open()
  await signIn(page, 'stalls')
  await page.goto('/plans/new')
  await page.getByTestId('plan-file').setInputFiles(example('mixed-container.xlsx'))
  await page.getByTestId('plan-date').fill('2026-11-23')
  await page.getByTestId('plan-start').click()
  await page.getByTestId('order-list').waitFor()
  plan = new URL(page.url()).pathname
  await call(page, 'customs.declaration.submit', { plan: plan.split('/').at(-1) })
  await expect.poll(() => statesOf(page), { timeout: 30_000 }).toEqual(['sent'])
  await page.context().close()
}, 60_000)

/** The states of all declarations, each once. */
async function statesOf(page: Page): Promise<string[]> {
  const list = await call<{ declarations: { state: string }[] }>(page, 'customs.declaration.list', {})
  return [...new Set(list.declarations.map(({ state }) => state))]
}

async function opened(login: string | undefined, look: BrowserContextOptions): Promise<{ page: Page }> {
  const watched = await console.open(look)
  await watched.page.clock.setFixedTime(CLOCK)
  if (login) await signIn(watched.page, login)
  if (look.locale === 'en-GB') {
    if (!login) await watched.page.goto('/')
    await watched.page.getByTestId('language').first().click()
  }
  return watched
}

it.each(pages)('%s looks as it was found right', async (name, path, login, look) => {
  const { page } = await opened(login, look)
  await page.goto(path.startsWith('?') ? plan + path : path)
  await page.waitForLoadState('networkidle')
  expect(await comparePicture(page, name)).toBeUndefined()
  await page.context().close()
})
