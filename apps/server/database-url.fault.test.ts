import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDatabase, startEmbedded } from '@tongqu/kernel/db/embedded'
import { testFolder } from '@tongqu/tools/test/folder'
import { needsOldestPostgres } from '@tongqu/tools/test/needs'
import { expect, onTestFinished, test } from 'vitest'
import { Caller, Product, planned, refusedStart } from './testing/product.ts'

const folder = await testFolder()
const bin = needsOldestPostgres()

test('a PostgreSQL 15 that DATABASE_URL names serves the whole product, and one installation only', async () => {
  const server = await startEmbedded({ dir: join(folder, 'pg'), shelter: join(folder, 'shelter'), bin })
  onTestFinished(() => server.stop())
  const DATABASE_URL = await createDatabase(server.url, 'tongqu')
  const product = await Product.start({ TONGQU_DATA: join(folder, 'one'), DATABASE_URL })
  const caller = new Caller(product.address)
  expect(await caller.signIn('trader', product.password('trader'))).toBe(200)
  const book = await readFile(new URL('../../examples/mixed-container.xlsx', import.meta.url))
  const plan = await planned(caller, await caller.upload('mixed-container.xlsx', book), '2026-11-23')
  expect(plan).toMatchObject({ state: 'done', refused: 0, planned: 11 })
  const second = await refusedStart({ TONGQU_DATA: join(folder, 'two'), DATABASE_URL, PORT: '0' })
  expect(second.status).toBe(1)
  expect(second.err).toContain('Another Tongqu uses the database')
  expect(await product.stop()).toBe(0)
  const next = await Product.start({ TONGQU_DATA: join(folder, 'one'), DATABASE_URL })
  const again = new Caller(next.address)
  await again.signIn('trader', next.password('trader'))
  expect(await again.must('customs.plan.get', { id: plan.id })).toMatchObject({ netCost: plan.netCost })
}, 120_000)
