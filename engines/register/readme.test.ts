import { readFile } from 'node:fs/promises'
import type { Host } from '@tongqu/kernel/host'
import type { Actor } from '@tongqu/kernel/identity'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerModule } from './index.ts'
import { importDucks, ratesOn } from './testing/ducks.ts'

const official: Actor = {
  ...someone('00000000-0000-7000-8000-00000000000c', []),
  grants: new Map([['pond.duck.import', 'office']]),
}
const database = await testDatabase()
let host: Host
beforeAll(async () => {
  host = await testHost({
    url: database.url,
    modules: () => [registerModule, { name: 'pond', calls: [importDucks] }],
  })
})
afterAll(() => host.stop())

it('the example of the README is the one that is run here', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8')
  const source = await readFile(new URL('testing/ducks.ts', import.meta.url), 'utf8')
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readme)!
  expect(source.replace("'../index.ts'", "'@tongqu/register'")).toBe(example)
})

it('tells what was true on a day, and what was known of it before a correction', async () => {
  const bring = (year: number, rates: Readonly<Record<string, string>>) => {
    const ducks = Object.entries(rates).map(([key, rate]) => ({ key, rate }))
    return answerOf(host.call('pond.duck.import', { year, ducks }, official))
  }
  const on = (day: string, knownAt?: number) =>
    host.database.transact({ scope: 'system' }, tx => ratesOn(tx, day, knownAt))
  expect(await bring(2026, { mallard: '0.10', teal: '0.20' })).toEqual({ added: 2, ended: 0, unchanged: 0 })
  await host.settle()
  const { head } = await host.health()
  expect(await bring(2026, { mallard: '0.11', teal: '0.20' })).toEqual({ added: 1, ended: 1, unchanged: 1 })
  expect(await bring(2027, { mallard: '0.12' })).toMatchObject({ added: 3, ended: 2 })
  await host.settle()
  expect(await on('2025-12-31')).toEqual({})
  expect(await on('2026-07-01')).toEqual({ mallard: '0.11', teal: '0.20' })
  expect(await on('2027-07-01')).toEqual({ mallard: '0.12' })
  expect(await on('2027-07-01', head)).toEqual({ mallard: '0.10', teal: '0.20' })
})
