import { RoleBook } from '@tongqu/kernel/identity'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { customsHost } from '../testing.ts'

const name = { zh: '测试用', en: 'for tests' }
const roles = new RoleBook([
  { id: 'official', name, scope: 'office', permissions: ['customs.table.*', 'kernel.file.*'] },
  { id: 'trader', name, scope: 'own', permissions: ['customs.plan.*', 'kernel.file.*'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

it('nobody changes a table whose roles do not grant it, and everybody signed in looks into them', async () => {
  const database = await testDatabase()
  const host = await customsHost(database.url, { roles })
  onTestFinished(() => host.stop())
  const calls = host
    .registry()
    .calls()
    .map(call => call.name)
    .filter(each => /^customs\.(table|import)\./.test(each))
  const report = await checkPermissions(host, { calls })
  expect(report.faults).toEqual([])
  expect(report.checked).toEqual(calls)
  expect(calls.length).toBeGreaterThan(12)
}, 120_000)
