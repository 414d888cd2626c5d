import { RoleBook } from '@tongqu/kernel/identity'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { customsHost } from '../testing.ts'

const name = { zh: '测试用', en: 'for tests' }
const roles = new RoleBook([
  {
    id: 'broker',
    name,
    scope: 'own',
    permissions: ['customs.plan.*', 'customs.declaration.*', 'customs.declarant.*', 'kernel.file.*'],
  },
  { id: 'official', name, scope: 'office', permissions: ['customs.declaration.read'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

it('lets nobody sum up, see or state what their roles do not grant, nor another tenant', async () => {
  const database = await testDatabase()
  const host = await customsHost(database.url, { roles })
  onTestFinished(() => host.stop())
  const calls = host
    .registry()
    .calls()
    .map(call => call.name)
    .filter(each => /^customs\.(summary|deadline|entry)\./.test(each))
  const report = await checkPermissions(host, { calls })
  expect(report.faults).toEqual([])
  expect(report.checked).toEqual(calls)
  expect(calls.length).toBeGreaterThan(9)
}, 120_000)
