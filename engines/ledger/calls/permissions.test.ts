import { RoleBook } from '@tongqu/kernel/identity'
import { testHost } from '@tongqu/kernel/testing'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { ledgerModule } from '../index.ts'

const name = { zh: '测试用', en: 'for tests' }
const roles = new RoleBook([
  { id: 'treasurer', name, scope: 'own', permissions: ['ledger.account.*'] },
  { id: 'auditor', name, scope: 'audit', permissions: ['ledger.book.verify', 'ledger.account.read'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

it('lets nobody call, see or write what their roles do not grant', async () => {
  const database = await testDatabase()
  const host = await testHost({ url: database.url, modules: () => [ledgerModule], roles })
  onTestFinished(() => host.stop())
  const calls = ledgerModule.calls!.map(call => call.name)
  expect((await checkPermissions(host, { calls })).faults).toEqual([])
})
