import { RoleBook } from '@tongqu/kernel/identity'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { customsHost } from '../testing.ts'

const name = { zh: '测试用', en: 'for tests' }
const roles = new RoleBook([
  // Whose guarantee or book it is: reads, admits others, counts; the customs' side registers and agrees to counts.
  {
    id: 'firm',
    name,
    scope: 'own',
    permissions: [
      'customs.guarantee.read',
      'customs.guarantee.admit',
      'customs.book.read',
      'customs.book.admit',
      'customs.book.count',
      'customs.tax.read',
      'customs.declarant.*',
      'customs.declaration.write',
    ],
  },
  {
    id: 'officer',
    name,
    scope: 'office',
    permissions: [
      'customs.guarantee.manage',
      'customs.book.manage',
      'customs.book.approve',
      'customs.tax.manage',
    ],
  },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

it('lets nobody open, see or draw on a guarantee, a book or a tax bill whose roles do not grant it, nor another tenant', async () => {
  const database = await testDatabase()
  const host = await customsHost(database.url, { roles })
  onTestFinished(() => host.stop())
  const calls = host
    .registry()
    .calls()
    .map(call => call.name)
    .filter(each => /^customs\.(guarantee|book|bonded|tax)\./.test(each))
  const report = await checkPermissions(host, { calls })
  expect(report.faults).toEqual([])
  expect(report.checked).toEqual(calls)
  expect(calls.length).toBeGreaterThan(20)
}, 120_000)
