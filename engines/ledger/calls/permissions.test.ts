import { RoleBook, systemActor } from '@tongqu/kernel/identity'
import { answerOf, testHost } from '@tongqu/kernel/testing'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { ledgerModule } from '../index.ts'
import { packOf } from '../testing/pack.ts'

const name = { zh: '测试用', en: 'for tests' }
const roles = new RoleBook([
  { id: 'treasurer', name, scope: 'own', permissions: ['ledger.account.*'] },
  { id: 'auditor', name, scope: 'audit', permissions: ['ledger.book.verify', 'ledger.account.read'] },
  { id: 'admin', name, scope: 'office', permissions: ['ledger.unit.install', 'ledger.period.*'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

it('lets nobody call, see or write what their roles do not grant', async () => {
  const database = await testDatabase()
  const host = await testHost({
    url: database.url,
    modules: services => [ledgerModule(services)],
    roles,
    packs: [packOf()],
  })
  onTestFinished(() => host.stop())
  const ours = host.registry().modules.find(module => module.name === 'ledger')!
  const calls = ours.calls!.map(call => call.name)
  const arrange = async () =>
    void (await answerOf(host.call('ledger.unit.install', {}, systemActor('start'))))
  expect((await checkPermissions(host, { calls, arrange })).faults).toEqual([])
})
