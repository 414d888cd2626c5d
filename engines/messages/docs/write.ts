/**
 * Writes docs/messages.md: `node engines/messages/docs/write.ts`; with `--check` it compares instead and
 * ends with status 1 where the page is not what the schemas say.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { messagesPage } from './page.ts'

const file = new URL('../../../docs/messages.md', import.meta.url)
const page = messagesPage()

function written(): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (written() !== page) {
  console.error('docs/messages.md is out of date: run node engines/messages/docs/write.ts')
  process.exitCode = 1
}
