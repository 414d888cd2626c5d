import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDatabase, dropDatabase } from '@tongqu/kernel/db/embedded'
import { expect, inject, test } from 'vitest'
import { testDatabase } from './database.ts'

const first = await testDatabase()
const second = await testDatabase('empty')

test('each test file gets databases of its own on the one server of the run', () => {
  expect(first.adminUrl).toBe(second.adminUrl)
  expect(first.name).not.toBe(second.name)
  expect(first.url).toContain(first.name)
})

test('a database that a test made is gone after it dropped it', async () => {
  await dropDatabase(first.adminUrl, second.name)
  await expect(createDatabase(first.adminUrl, second.name)).resolves.toContain(second.name)
  await expect(createDatabase(first.adminUrl, second.name)).rejects.toThrow('already exists')
})

test('the run’s server is of the version that was asked for', () => {
  const version = readFileSync(join(inject('tongquTestFolder'), 'pg', 'cluster', 'PG_VERSION'), 'utf8')
  expect(version.trim()).toBe(inject('tongquPostgresBin') ? '15' : '18')
})
