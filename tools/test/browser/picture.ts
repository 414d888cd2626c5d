import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Where the pictures that were looked at and found right are kept. */
const KEPT = join(root, 'docs', 'pictures')
/** Where a picture goes that is otherwise, with the places marked. */
const SEEN = join(root, '.cache', 'pictures')
/** Share of pixels that may differ: letters are drawn a little differently by each build of a browser. */
const MOST = 0.01
/** How far a pixel's colour may be off, from 0 to 1. */
const SHADE = 0.2

/** With this set pictures are taken anew and kept; somebody has to look at them before they are committed. */
const isTaking = process.env.PICTURES === 'keep'

/**
 * Holds a page against the picture kept of it.
 * @returns what is otherwise, in words; undefined: nothing
 */
export async function comparePicture(page: Page, name: string): Promise<string | undefined> {
  const seen = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  const kept = join(KEPT, `${name}.png`)
  if (isTaking) {
    await keep(kept, seen)
    return undefined
  }
  if (!existsSync(kept)) return `there is no picture ${name}: take it with PICTURES=keep and look at it`
  const [now, before] = [PNG.sync.read(seen), PNG.sync.read(await readFile(kept))]
  const { width, height } = now
  if (width !== before.width || height !== before.height)
    return `${name} is ${width} × ${height}, its picture ${before.width} × ${before.height}`
  const marked = new PNG({ width, height })
  const differing = pixelmatch(now.data, before.data, marked.data, width, height, { threshold: SHADE })
  const share = differing / (width * height)
  if (share <= MOST) return undefined
  await keep(join(SEEN, `${name}.png`), seen)
  await keep(join(SEEN, `${name}.marked.png`), PNG.sync.write(marked))
  return `${name} differs in ${(share * 100).toFixed(1)} % of its pixels: see .cache/pictures/${name}.marked.png`
}

async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
