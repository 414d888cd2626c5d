import { systemActor } from '@tongqu/kernel/identity'
import { checkPermissions } from '@tongqu/kernel/testing/permissions'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, expect, test } from 'vitest'
import { wholeHost } from './testing/ground.ts'

const { url } = await testDatabase()
const host = await wholeHost({ url })
afterAll(() => host.stop())

test('every call is made by whom the city’s roles grant it to, and by no other role and no other tenant', async () => {
  const report = await checkPermissions(host, {
    arrange: async () => {
      for (const name of host.registry().modules.flatMap(module => module.atStart ?? []))
        expect((await host.call(name, {}, systemActor('start'))).kind, name).toBe('done')
    },
  })
  expect(report.faults).toEqual([])
  expect(report.checked).toEqual(
    host
      .registry()
      .calls()
      .map(call => call.name),
  )
  expect(report.refused).toBeGreaterThan(report.checked.length)
}, 300_000)
