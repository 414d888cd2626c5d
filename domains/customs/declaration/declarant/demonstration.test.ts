import { readFile } from 'node:fs/promises'
import { systemActor } from '@tongqu/kernel/identity'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { customsHost, must } from '../../testing.ts'
import type { DemonstrationDeclarants } from './demonstration.ts'

const { url } = await testDatabase()
const host = await customsHost(url, { config: { environment: 'demonstration' } })
afterAll(() => host.stop())
const file = new URL('../../../../packs/wuhan/demo/declarants.yaml', import.meta.url)

it('the demonstration’s records are given where there are none, and what somebody changed stays', async () => {
  const { declarants } = parse(await readFile(file, 'utf8')) as DemonstrationDeclarants
  const names = declarants.map(each => each.party)
  await host.database.transact({ scope: 'system' }, async tx => {
    for (const name of names)
      await tx.execute(
        `insert into kernel.party (id, kind, name, demonstration, created_at)
         values (gen_random_uuid(), 'firm', $1, true, $2)`,
        [JSON.stringify({ zh: name }), host.clock.now()],
      )
  })
  const prepare = () => must<{ given: number }>(host, 'customs.declarant.demonstrate', { declarants })
  expect(await prepare()).toEqual({ given: names.length })
  expect(await prepare()).toEqual({ given: 0 })
})

it('another installation refuses them', async () => {
  const { url: other } = await testDatabase()
  const real = await customsHost(other, { config: { environment: 'production' } })
  const outcome = await real.call('customs.declarant.demonstrate', { declarants: [] }, systemActor('start'))
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'declarant.no_demonstration' } })
  await real.stop()
})
