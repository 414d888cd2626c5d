import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { RoleBook } from '../identity/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { testHost } from '../testing/host.ts'
import { checkPermissions } from '../testing/permission-matrix.ts'

const name = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  {
    id: 'trader',
    name,
    scope: 'own',
    permissions: ['fixture.note.*', 'kernel.file.*', 'kernel.audit.receipt'],
  },
  { id: 'auditor', name, scope: 'audit', permissions: ['kernel.audit.*'] },
  { id: 'admin', name, scope: 'office', permissions: ['kernel.*'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])

const database = await testDatabase()
let host: Host

beforeAll(async () => {
  const packs = [{ id: 'example', digest: 'sm3:example', files: new Map([['pack.yaml', 'id: example\n']]) }]
  host = await testHost({ url: database.url, modules: () => [fixtureModule], roles, packs })
})
afterAll(() => host.stop())

it('lets the owner of every call make it, and turns everybody else away without changing a row', async () => {
  const report = await checkPermissions(host)
  expect(report.faults).toEqual([])
  expect(report.checked.length).toBe(host.registry().calls().length)
  expect(report.refused).toBeGreaterThan(report.checked.length)
})
