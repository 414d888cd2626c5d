import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createDatabase } from '@tongqu/kernel/db/embedded'
import { urlsOf } from '@tongqu/kernel/host'
import { type Bench, benchResult, spreadOf } from '@tongqu/tools/bench'
import { benchCluster } from '@tongqu/tools/bench/cluster'
import { rate } from './testing/load.ts'
import type { Serving } from './testing/serving.ts'

const CONNECTIONS = 16
const ROUNDS = 15
const MILLIS = 700
const script = fileURLToPath(new URL('testing/serving.ts', import.meta.url))

/**
 * A query of the whole product over HTTP (a signed-in trader, row security, ten rows, limits off), beside a bare
 * Fastify route that sends the same statements by plain `pg`. Rounds of both alternate on one cluster; the two
 * servers and the load are processes of their own.
 */
export const bench: Bench = {
  name: 'query',
  async run() {
    const cluster = await benchCluster()
    const url = await createDatabase(cluster.server.url, 'bench')
    const sides: ChildProcess[] = []
    try {
      const ours = await serving([url], sides)
      const theirs = await serving([urlsOf(url).app, JSON.stringify(ours)], sides)
      const [our, their]: [number[], number[]] = [[], []]
      for (let round = 0; round <= ROUNDS; round++) {
        their.push(await rate(theirs, CONNECTIONS, MILLIS))
        our.push(await rate(ours, CONNECTIONS, MILLIS))
      }
      // The first round warms up.
      const limit = { name: 'bare route, the same SQL', value: spreadOf(their.slice(1)).median }
      return benchResult('query', 'queries/s', limit, our.slice(1))
    } finally {
      for (const side of sides) {
        side.kill('SIGKILL')
        await once(side, 'exit')
      }
      await cluster.close()
    }
  },
}

async function serving(args: readonly string[], sides: ChildProcess[]): Promise<Serving> {
  const side = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  sides.push(side)
  const [line] = (await once(side.stdout, 'data')) as [Buffer]
  return JSON.parse(line.toString()) as Serving
}
