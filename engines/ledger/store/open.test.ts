import type { Host } from '@tongqu/kernel/host'
import { answerOf, codeOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { asInput, groundModule } from '../testing/ground.ts'
import type { OpenedAccount } from './open.ts'

const firm = someone(idOf('a', 1), ['fixture.post'])
const other = someone(idOf('a', 2), ['fixture.post'])
const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: services => [ledgerModule(services), groundModule] })
})
afterAll(() => host.stop())

const open = (accounts: OpenedAccount[], by = firm) =>
  host.call('fixture.account.open', asInput(accounts), by)
const account = (n: number, more: Partial<OpenedAccount> = {}): OpenedAccount => {
  return { id: idOf('b', n), ledger: 1, code: 1, ...more }
}

it('opens an account once, and says that the same one exists', async () => {
  expect(await answerOf(open([account(1)]))).toEqual(['created'])
  expect(await answerOf(open([account(1)]))).toEqual(['exists'])
  expect(await answerOf(open([account(1, { code: 2 })]))).toEqual(['exists_with_different_code'])
})

it('refuses an id that is another party’s or another writer’s, in the tables and within one batch', async () => {
  await answerOf(open([account(2)]))
  expect(await codeOf(open([account(2)], other))).toBe('ledger.account_elsewhere')
  expect(await codeOf(open([account(2, { writer: 'fixture.shard/all' })]))).toBe('ledger.account_elsewhere')
  const twice = [account(3), account(3, { party_id: other.party! })]
  expect(await codeOf(open(twice))).toBe('ledger.account_elsewhere')
})

it('opens one account when it is asked for by many at once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => answerOf<string[]>(open([account(4)]))))
  const statuses = answers.flat().sort()
  expect(statuses).toEqual(['created', ...Array(19).fill('exists')])
})
