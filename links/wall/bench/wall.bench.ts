import { fileURLToPath } from 'node:url'
import { customsModule } from '@tongqu/customs'
import { createDatabase } from '@tongqu/kernel/db/embedded'
import type { Actor } from '@tongqu/kernel/identity'
import { readPack } from '@tongqu/kernel/pack'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { ledgerModule } from '@tongqu/ledger'
import { registerModule } from '@tongqu/register'
import { type Bench, benchResult } from '@tongqu/tools/bench'
import { benchCluster } from '@tongqu/tools/bench/cluster'
import { wallModule } from '../index.ts'

const DECLARATIONS = 1_000_000
const RUNS = 5
/** A wall asks every few seconds: an answer that takes one is late. */
const GOAL = 1000

/** A year of declarations of two hundred traders, as many each day, released but for a few. */
const DECLARED = `
  insert into customs.declaration (id, number, party_id, mode, form, direction, day, created_at, state, state_at, waiting_since,
    country, value, taxes)
  select gen_random_uuid(), 'B' || n, ('00000000-0000-7000-8000-' || lpad((n % 200)::text, 12, '0'))::uuid,
    (array['1039','9610','9710','9810','0110','1210'])[1 + n % 6], 'list', (array['export','import'])[1 + n % 2], $1::timestamptz::date,
    $1::timestamptz - n * interval '31 seconds', (array['released','released','released','concluded','rejected','sent'])[1 + n % 6],
    $1, case when n % 6 = 5 and n < 6000 then $1::timestamptz end,
    (array['US','DE','JP','KR','FR','GB','AE','KZ','RU','VN','TH','MY','SG','AU','BR','NL'])[1 + n % 16], 1000 + n % 100000, n % 900
  from generate_series(1, $2::int) as g (n)`

/**
 * All figures of declarations over a year of a million, for an official, with nothing kept and nothing
 * vacuumed yet, so that rows are looked at as well as the index: milliseconds.
 */
export const bench: Bench = {
  name: 'wall.figures',
  async run() {
    const cluster = await benchCluster()
    const url = await createDatabase(cluster.server.url, 'bench')
    const pack = (id: string) => readPack(fileURLToPath(new URL(`../../../packs/${id}`, import.meta.url)), id)
    const packs = await Promise.all(['cn', 'wuhan'].map(pack))
    const host = await testHost({
      url,
      packs,
      modules: services => [
        registerModule,
        ledgerModule(services),
        customsModule(services),
        wallModule(services),
      ],
    })
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(DECLARED, [host.clock.now(), DECLARATIONS]),
    )
    const official: Actor = {
      ...someone('00000000-0000-7000-8000-00000000000c', []),
      grants: new Map([['customs.*', 'office']]),
    }
    const times: number[] = []
    for (let run = 0; run <= RUNS; run++) {
      const to = new Date(host.clock.now().getTime() - run * 86_400_000).toISOString().slice(0, 10)
      const begun = performance.now()
      await answerOf(host.call('wall.figure.read', { period: 'year', to }, official))
      times.push(performance.now() - begun)
    }
    await host.stop()
    await cluster.close()
    return benchResult('wall.figures', 'ms', { name: 'at most', value: GOAL }, times.slice(1))
  },
}
