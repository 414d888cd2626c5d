import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kindOf } from './files.ts'
import { closingLine } from './tally.ts'

test('the closing line has the form that the continuous integration reads', () => {
  expect(closingLine({ files: 1, passed: 3, failed: 0, skips: ['a', 'b'] })).toBe(
    '3 passed, 0 failed, 2 skipped',
  )
})

test('a test file that asks for a database runs after the pure ones, faults and browsers run last', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  expect(kindOf(root, 'tools/test/database.test.ts')).toBe('database')
  expect(kindOf(root, 'engines/kernel/db/embedded/embedded.test.ts')).toBe('unit')
  expect(kindOf(root, 'engines/kernel/db/embedded/embedded.fault.test.ts')).toBe('fault')
  expect(kindOf(root, 'apps/web/orders.browser.test.ts')).toBe('browser')
})
