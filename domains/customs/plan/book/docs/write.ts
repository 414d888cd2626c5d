/**
 * Writes docs/order-book.md: `node domains/customs/plan/book/docs/write.ts`; with `--check` it compares instead and
 * ends with status 1 where the page is not what the tables say.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { orderBookPage } from './page.ts'

const file = new URL('../../../../../docs/order-book.md', import.meta.url)
const page = orderBookPage()

function written(): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (written() !== page) {
  console.error('docs/order-book.md is out of date: run node domains/customs/plan/book/docs/write.ts')
  process.exitCode = 1
}
