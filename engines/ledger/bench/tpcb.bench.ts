import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createDatabase } from '@tongqu/kernel/db/embedded'
import { type Bench, benchResult, spreadOf } from '@tongqu/tools/bench'
import { benchCluster } from '@tongqu/tools/bench/cluster'
import { ratesOf, simple } from './testing/loops.ts'

const run = promisify(execFile)
const SCALE = 50
const CLIENTS = 16
const SECONDS = 10
const ROUNDS = 3
const TIMES = 20

/**
 * The cold closed loop (256 callers, 10,000 accounts) beside twenty times PostgreSQL's own bench: pgbench, its TPC-B-like
 * script at scale 50, 16 clients, prepared. One after the other, each on a cluster of its own. Needs `pgbench`.
 */
export const bench: Bench = {
  name: 'ledger.tpcb',
  async run() {
    const theirs = await pgbench()
    const { ours } = await ratesOf(10_000, 256, simple)
    console.error(`pgbench: ${theirs.map(Math.round).join(', ')} transactions/s`)
    const limit = { name: `${TIMES} × pgbench, TPC-B-like`, value: TIMES * spreadOf(theirs).median }
    return benchResult('ledger.tpcb', 'transfers/s', limit, ours)
  },
}

async function pgbench(): Promise<number[]> {
  const cluster = await benchCluster()
  try {
    const url = await createDatabase(cluster.server.url, 'pgbench')
    await run('pgbench', ['--initialize', '--quiet', `--scale=${SCALE}`, url])
    const rates: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const load = [`--client=${CLIENTS}`, '--jobs=2', `--time=${SECONDS}`, '--protocol=prepared']
      const { stdout } = await run('pgbench', [...load, url])
      rates.push(Number(/^tps = ([\d.]+)/m.exec(stdout)![1]))
    }
    return rates
  } finally {
    await cluster.close()
  }
}
