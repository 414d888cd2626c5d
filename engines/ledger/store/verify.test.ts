import { connect } from '@tongqu/kernel/db'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { AMOUNT_MAX, TransferFlags } from '../machine/index.ts'
import { idOf } from '../machine/testing/histories.ts'
import { asInput, groundModule } from '../testing/ground.ts'
import { invariants, verifyLedger } from './verify.ts'

const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const database = await testDatabase()
const administrator = connect({ url: database.url, max: 1 }).pool
let host: Host
const [bank, shop] = [idOf('a', 1), idOf('a', 2)]

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: services => [ledgerModule(services), groundModule] })
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
})
afterAll(async () => {
  await host.stop()
  await administrator.end()
})

const found = () => host.database.transact({ scope: 'system' }, tx => verifyLedger(tx))

/** What is found while one value is changed from behind; everything is put back after. */
async function foundWith(change: string): Promise<string[]> {
  for (const table of ['account', 'transfer', 'hold', 'failed'])
    await administrator.query(`create table public.${table}_kept as table ledger.${table}`)
  await administrator.query(
    'alter table ledger.account drop constraint if exists debits_must_not_exceed_credits',
  )
  await administrator.query(change)
  const faults = await found()
  for (const table of ['account', 'transfer', 'hold', 'failed']) {
    await administrator.query(`delete from ledger.${table}`)
    await administrator.query(`insert into ledger.${table} select * from public.${table}_kept`)
    await administrator.query(`drop table public.${table}_kept`)
  }
  return faults.map(fault => fault.invariant)
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
