import { systemClock } from '@tongqu/kernel/clock'
import { createDatabase } from '@tongqu/kernel/db/embedded'
import type { Host } from '@tongqu/kernel/host'
import { testHost } from '@tongqu/kernel/testing'
import { type BenchCluster, benchCluster } from '@tongqu/tools/bench/cluster'
import { ledgerModule } from '../../index.ts'
import { AccountFlags } from '../../machine/index.ts'

/** The shard that the bench's accounts belong to. */
export const SHARD = 'bench/all'

export interface Ground {
  readonly host: Host
  /** Address of the database's administrator. */
  readonly adminUrl: string
  /** Ids of the accounts, every one limited: its debits must not exceed its credits. */
  readonly accounts: readonly string[]
  close(): Promise<void>
}

const UNIT = `
  insert into ledger.unit (number, kind, code, scale, name, opened_at, run)
  values (1, 'bench', '1', 0, '{"zh": "测试", "en": "bench"}', $1, $2)`
const OPEN = `
  insert into ledger.account (id, party_id, writer, ledger, code, flags, user_data_64, user_data_32, credits_posted, timestamp, changed_at)
  select id, id, $2, 1, 1, $3, 0, 0, 1000000000000, 1, 1 from unnest($1::uuid[]) as n (id)`

/** An installation with `count` accounts that have something to spend, on a cluster of its own, fsync on. */
export async function ground(count: number): Promise<Ground> {
  const cluster: BenchCluster = await benchCluster()
  const url = await createDatabase(cluster.server.url, 'bench')
  const host = await testHost({ url, clock: systemClock, modules: services => [ledgerModule(services)] })
  const accounts = Array.from(
    { length: count },
    (_, n) => `aaaaaaaa-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  )
  await host.database.transact({ scope: 'system' }, async tx => {
    const flags = AccountFlags.debits_must_not_exceed_credits
    await tx.execute(UNIT, [host.clock.now(), accounts[0]])
    await tx.execute(OPEN, [accounts, SHARD, flags])
    await tx.execute(`insert into kernel.writer (shard, epoch, taken_at) values ($1, 1, $2)`, [
      SHARD,
      host.clock.now(),
    ])
  })
  const close = async () => {
    await host.stop()
    await cluster.close()
  }
  return { host, adminUrl: url, accounts, close }
}
