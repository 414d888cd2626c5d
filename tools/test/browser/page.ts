import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser for a test file, which closes it. Without a locale of UTF-8 it could name no file in Chinese. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGS, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
}

/** A page whose console errors and failed requests fail the test that looks at `troubles`. */
export interface WatchedPage {
  readonly page: Page
  readonly troubles: string[]
}

/** Opens a page in a context of its own. */
export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  page.on(
    'console',
    message => message.type() === 'error' && troubles.push(`${message.text()} ${message.location().url}`),
  )
  page.on(
    'response',
    response => response.status() >= 500 && troubles.push(`${response.status()} ${response.url()}`),
  )
  return { page, troubles }
}

const require = createRequire(import.meta.url)
let axe: Promise<string> | undefined

interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/** Expects that axe finds nothing serious or critical on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  axe ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
  // The page's own policy keeps foreign scripts out, so the check comes in by the debugger's door.
  const found = (await page.evaluate(
    `(async () => { ${await axe}; return (await axe.run(document, { resultTypes: ['violations'] })).violations })()`,
  )) as Violation[]
  const serious = found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(node => node.target.join(' '))
          .slice(0, 5)
          .join('; ')}`,
    )
  expect(serious, `axe on ${page.url()}`).toEqual([])
}
