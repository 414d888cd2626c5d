import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { example, signIn, startConsole } from './console.ts'
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

const pages: readonly [name: string, path: string, login: string | undefined, look: BrowserContextOptions][] =
  [
    ['entrance', '/', undefined, {}],
    ['entrance-phone', '/', undefined, phone],
    ['home', '/', 'trader', {}],
    ['home-phone', '/', 'trader', phone],
    ['home-dark', '/', 'keeper', dark],
    ['letter', '/letter', undefined, {}],
    ['plans', '/plans', 'trader', {}],
    ['declarations', '/declarations', 'trader', {}],
    ['stock', '/stock', 'keeper', {}],
    ['ledger', '/ledger', 'finance', dark],
    ['guarantees', '/covers/guarantees', 'customs', {}],
    ['rules', '/rules?date=2026-11-23', 'trader', {}],
    ['roles', '/admin/roles', 'admin', {}],
    ['guide', '/guide', 'admin', dark],
    ['wall', '/wall', 'official', wall],
  ]

beforeAll(async () => {
  if (!console.isHere) return
  const { page } = await console.open()
  await signIn(page, 'trader')
  await page.goto('/plans/new')
  await page.getByTestId('plan-file').setInputFiles(example('mixed-container.xlsx'))
  await page.getByTestId('plan-date').fill('2026-11-23')
  await page.getByTestId('plan-start').click()
  await page.getByTestId('order-list').waitFor()
  await page.context().close()
}, 120_000)

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
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  expect(await comparePicture(page, name)).toBeUndefined()
  await page.context().close()
})
