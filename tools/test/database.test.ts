import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const first = await testDatabase()
const second = await testDatabase('empty')

test('each test file gets databases of its own on one server', () => {
  expect(first.adminUrl).toBe(second.adminUrl)
  expect(first.name).not.toBe(second.name)
})
