import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startBrowser } from '../../test/browser/page.ts'
import { type Product, startProduct } from '../../test/browser/product.ts'
import { findBrowser } from '../../test/machine.ts'
import { ownFolderPrefix } from '../../test/names.ts'

/** A page whose scripts are counted as they come over the line. */
export interface Counted {
  readonly page: Page
  /** Bytes of script that came since the last time, compressed as they were sent. */
  scripts(): number
  /** Makes the browser's processor so many times slower. */
  slow(times: number): Promise<void>
  close(): Promise<void>
}

/** The product, a browser, and pages that count. */
export interface Opened {
  readonly product: Product
  /** A page with nothing kept from others. */
  fresh(): Promise<Counted>
  close(): Promise<void>
}

/** Starts the whole product and a browser for a bench. Error: there is no browser. */
export async function opened(): Promise<Opened> {
  const executable = findBrowser()
  if (!executable) throw new Error('no browser')
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix))
  await chmod(folder, 0o711)
  const product = await startProduct(folder)
  const browser = await startBrowser(executable)
  return {
    product,
    async fresh() {
      const context = await browser.newContext({ baseURL: product.address, locale: 'zh-CN' })
      const page = await context.newPage()
      const line = await context.newCDPSession(page)
      await line.send('Network.enable')
      const scripts = new Set<string>()
      let bytes = 0
      line.on(
        'Network.responseReceived',
        ({ requestId, type }) => type === 'Script' && scripts.add(requestId),
      )
      line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) bytes += encodedDataLength
      })
      return {
        page,
        scripts() {
          const counted = bytes
          bytes = 0
          return counted
        },
        slow: async rate => void (await line.send('Emulation.setCPUThrottlingRate', { rate })),
        close: () => context.close(),
      }
    },
    async close() {
      await browser.close()
      await product.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
