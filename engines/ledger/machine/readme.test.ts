import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Books } from './books.ts'
import { createAccounts, createTransfers } from './machine.ts'
import { TransferFlags } from './transfer.ts'

/** The first example of the README, run as it stands there. */
function example(): { code: string; said: string } {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const block = /```ts\n(import[\s\S]*?)```/.exec(readme)![1]!
  return { code: block.replace(/^import.*$/m, ''), said: /\/\/ (\[[^\]]*\])/.exec(block)![1]! }
}

it('answers the README’s example as the README says', () => {
  const { code, said } = example()
  const run = new Function(
    'Books',
    'createAccounts',
    'createTransfers',
    'TransferFlags',
    `${code}; return statuses`,
  )
  const statuses = run(Books, createAccounts, createTransfers, TransferFlags) as string[]
  expect(statuses).toEqual(JSON.parse(said.replaceAll("'", '"')))
})
