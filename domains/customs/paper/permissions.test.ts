import { RoleBook } from '@tongqu/kernel/identity'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { customsHost } from '../testing.ts'

const name = { zh: '测试用', en: 'for tests' }
const declaring = ['customs.plan.*', 'customs.declaration.*', 'customs.declarant.*', 'kernel.file.*']
const roles = new RoleBook([
  { id: 'broker', name, scope: 'own', permissions: [...declaring, 'customs.paper.*'] },
  { id: 'reader', name, scope: 'own', permissions: [...declaring, 'customs.paper.read'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

it('nobody prints, fetches or withdraws what their roles do not grant, nor what is another tenant’s', async () => {
  const database = await testDatabase()
  const host = await customsHost(database.url, { roles })
  onTestFinished(() => host.stop())
  const calls = host
    .registry()
    .calls()
    .map(call => call.name)
    .filter(each => /^(customs|kernel)\.(paper|track)\./.test(each))
  const report = await checkPermissions(host, { calls })
  expect(report.faults).toEqual([])
  expect(report.checked).toEqual(calls)
}, 120_000)
