import { SimulatedClock } from '@tongqu/kernel/clock'
import { connect } from '@tongqu/kernel/db'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { AMOUNT_MAX, TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { asInput, groundModule } from '../testing/ground.ts'
import { nanoseconds } from './time.ts'
import { invariants, verifyLedger } from './verify.ts'

const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const clock = new SimulatedClock(new Date('2026-03-01T00:00:00Z'), 0)
const database = await testDatabase()
const administrator = connect({ url: database.url, max: 1 })
let host: Host
const [bank, shop] = [idOf('a', 1), idOf('a', 2)]

beforeAll(async () => {
  host = await testHost({
    url: database.url,
    clock,
    modules: services => [ledgerModule(services), groundModule],
  })
  await answerOf(
    host.call(
      'fixture.account.open',
      asInput([
        { id: bank, ledger: 1, code: 1 },
        { id: shop, ledger: 1, code: 1, flags: 2 },
        { id: idOf('a', 3), ledger: 2, code: 1 },
      ]),
      city,
    ),
  )
  const to = { debit_account_id: bank, credit_account_id: shop, ledger: 1, code: 1 }
  const transfers = [
    { ...to, id: idOf('b', 1), amount: 50n },
    { ...to, id: idOf('b', 2), amount: 20n, flags: TransferFlags.pending },
    { ...to, id: idOf('b', 3), amount: 30n, flags: TransferFlags.pending },
    {
      id: idOf('b', 4),
      pending_id: idOf('b', 3),
      amount: AMOUNT_MAX,
      flags: TransferFlags.post_pending_transfer,
    },
  ]
  await answerOf(host.call('fixture.transfer.post', asInput(transfers), city))
  clock.set(new Date('2026-04-01T00:00:00Z'))
  const period = { unit: 1, party: undefined, upTo: nanoseconds(new Date('2026-03-31T16:00:00Z')) - 1n }
  await answerOf(host.call('fixture.period.close', asInput([period]), city))
  await host.settle()
})
afterAll(async () => {
  await host.stop()
  await administrator.close()
})

const found = () => host.database.transact({ scope: 'system' }, tx => verifyLedger(tx))

/** What is found while one value is changed from behind; nothing of it stays. */
function foundWith(change: string): Promise<string[]> {
  return administrator.attempt({ scope: 'system' }, async tx => {
    await tx.execute('alter table ledger.account drop constraint debits_must_not_exceed_credits')
    await tx.execute(change)
    const faults = await verifyLedger(tx)
    return { keep: false, value: faults.map(fault => fault.invariant) }
  })
}

const changes: Record<string, string> = {
  'conservation.posted': `update ledger.account set debits_posted = debits_posted + 1 where id = '${bank}'`,
  'conservation.pending': `update ledger.account set credits_pending = 0 where id = '${shop}'`,
  'posted.is_sum_of_transfers': `update ledger.transfer set amount = 49 where id = '${idOf('b', 1)}'`,
  'pending.is_sum_of_open_holds': `update ledger.hold set amount = 19 where id = '${idOf('b', 2)}'`,
  'limits.kept': `update ledger.account set debits_posted = 81 where id = '${shop}'`,
  'hold.is_pending_transfer': `delete from ledger.hold where id = '${idOf('b', 2)}'`,
  'hold.resolved_at_most_once': `update ledger.hold set status = 'voided' where id = '${idOf('b', 3)}'`,
  'hold.posted_within': `update ledger.transfer set amount = 31 where id = '${idOf('b', 4)}'`,
  'transfer.in_its_ledger': `update ledger.account set ledger = 2 where id = '${shop}'`,
  'transfer.after_its_accounts': `update ledger.account set timestamp = changed_at where id = '${shop}'`,
  'transfer.not_failed_before': `insert into ledger.failed values ('${idOf('b', 1)}', '${idOf('b', 1)}')`,
  'snapshot.is_sum_of_transfers': `update ledger.snapshot set debits_pending = 19 where account_id = '${bank}'`,
  'snapshot.is_below_its_account': `update ledger.account set changed_at = 1 where id = '${bank}'`,
  'period.is_whole': `delete from ledger.snapshot where account_id = '${shop}'`,
  'period.is_sum_of_snapshots': 'update ledger.period set accounts = 3',
  'period.conservation': 'update ledger.period set credits_posted = credits_posted + 1',
}

it('finds nothing wrong with books that are right', async () => {
  expect(await found()).toEqual([])
})

it('has a change behind its back for each invariant', () => {
  expect(Object.keys(changes)).toEqual(invariants)
})

it.each(Object.entries(changes))('finds that %s is broken', async (invariant, change) => {
  expect(await foundWith(change)).toContain(invariant)
  expect(await found()).toEqual([])
})
