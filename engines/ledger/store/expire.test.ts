import { SimulatedClock } from '@tongqu/kernel/clock'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { ledgerModule } from '../index.ts'
import { TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { asInput, groundModule, shards } from '../testing/ground.ts'

it('gives back what an idle shard held past its time, though nobody asks', async () => {
  const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
  const clock = new SimulatedClock(new Date('2026-03-01T00:00:00Z'), 0)
  const { url } = await testDatabase()
  const told = Promise.withResolvers<unknown>()
  const listener = {
    name: 'listener',
    subscribers: [
      {
        name: 'listener.expired',
        types: ['ledger.hold.expired'],
        handle: async (_work: unknown, event: { data: unknown }) => told.resolve(event.data),
      },
    ],
  }
  const host = await testHost({
    url,
    clock,
    modules: services => [ledgerModule(services), groundModule, listener],
  })
  onTestFinished(() => host.stop())
  const [from, to, hold] = [idOf('a', 1), idOf('a', 2), idOf('b', 1)]
  const writer = shards.shard('all')
  const accounts = [from, to].map(id => ({ id, ledger: 1, code: 1, writer }))
  await answerOf(host.call('fixture.account.open', asInput(accounts), city))
  const transfer = { id: hold, debit_account_id: from, credit_account_id: to, amount: 7n, ledger: 1, code: 1 }
  const pending = { ...transfer, flags: TransferFlags.pending, timeout: 60 }
  await answerOf(host.call('fixture.transfer.postGrouped', asInput([pending]), city))
  clock.set(new Date('2026-03-01T00:01:01Z'))
  await host.start()
  expect(await told.promise).toEqual({ holds: [hold] })
})
