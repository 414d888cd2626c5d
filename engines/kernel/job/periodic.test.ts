import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { testHost } from '../testing/host.ts'
import type { JobDefinition } from './index.ts'

it('does a periodic job again and again without being asked, one that fails too', async () => {
  let runs = 0
  const thrice = Promise.withResolvers<void>()
  const job: JobDefinition = {
    name: 'fixture.round.make',
    everySeconds: 0.02,
    async run(_context, payload) {
      expect(payload).toEqual({})
      if (++runs === 3) thrice.resolve()
      throw new Error('every round fails')
    },
  }
  const { url } = await testDatabase()
  const host = await testHost({ url, modules: () => [{ name: 'fixture', jobs: [job] }] })
  onTestFinished(() => host.stop())
  await host.start()
  await thrice.promise
  const [waiting] = await host.database.transact({ scope: 'system' }, tx => tx.query('select 1 as alive'))
  expect(waiting).toEqual({ alive: 1 })
})
