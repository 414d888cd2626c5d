import { fileURLToPath } from 'node:url'
import { RoleBook } from '@tongqu/kernel/identity'
import { readPack } from '@tongqu/kernel/pack'
import { testHost } from '@tongqu/kernel/testing'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { ledgerModule } from '@tongqu/ledger'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { marketModule } from './index.ts'

const name = { zh: '测试用', en: 'for tests' }
const nouns = [
  'warehouse',
  'storage',
  'article',
  'receipt',
  'transfer',
  'hold',
  'shelf',
  'reservation',
  'stock',
]
const roles = new RoleBook([
  // Whoever counts does not approve.
  {
    id: 'dealer',
    name,
    scope: 'own',
    permissions: [...nouns.map(noun => `market.${noun}.*`), 'market.count.approve'],
  },
  { id: 'counter', name, scope: 'own', permissions: ['market.count.write', 'market.count.read'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

it('lets nobody call, see or write what their roles do not grant', async () => {
  const database = await testDatabase()
  const pack = await readPack(fileURLToPath(new URL('../../packs/cn', import.meta.url)), 'cn')
  const host = await testHost({
    url: database.url,
    roles,
    packs: [pack],
    modules: services => [ledgerModule(services), marketModule(services)],
  })
  onTestFinished(() => host.stop())
  const calls = marketModule({ packs: [pack] }).calls!.map(call => call.name)
  const report = await checkPermissions(host, { calls })
  expect(report.faults).toEqual([])
  expect(report.checked).toEqual(calls)
}, 120_000)
