import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import { periodAt } from '../figure/index.ts'
import { RoleBook } from '../identity/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { someone, testHost } from '../testing/host.ts'
import { unsealedFigure } from './figure.ts'

it('an event that no block seals after a minute is an alarm, until it is sealed', async () => {
  const database = await testDatabase()
  const clock = new SimulatedClock(new Date('2026-11-24T01:00:00Z'), 0)
  const roles = new RoleBook([])
  const host = await testHost({ url: database.url, clock, modules: () => [fixtureModule], roles })
  onTestFinished(() => host.stop())
  const unsealed = () =>
    host.database.transact({ scope: 'system' }, async tx => {
      const work = { query: tx.query, now: clock.now() } as never
      const period = periodAt('day', '2026-11-24')
      return (await unsealedFigure.ask({ work, period, party: undefined })).value
    })
  await host.seal()
  const alice = someone('00000000-0000-7000-8000-00000000000a', ['fixture.note.write'])
  await host.call('fixture.note.write', { text: 'one' }, alice)
  await host.settle()
  expect(await unsealed(), 'it may still be sealed in time').toBe('0')
  clock.set(new Date('2026-11-24T01:02:00Z'))
  expect(Number(await unsealed())).toBeGreaterThan(0)
  await host.seal()
  expect(await unsealed()).toBe('0')
})
