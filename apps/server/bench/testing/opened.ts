import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { connect, type Database } from '@tongqu/kernel/db'
import { createDatabase } from '@tongqu/kernel/db/embedded'
import { benchCluster } from '@tongqu/tools/bench/cluster'
import { Poster } from './poster.ts'
import type { Shop } from './shop.ts'

/** A shop on a cluster of its own, fsync on; server and load are processes of their own. */
export interface OpenedShop extends Shop {
  /** The database, seen as its administrator. */
  readonly database: Database
  readonly posters: readonly Poster[]
  close(): Promise<void>
}

const script = fileURLToPath(new URL('shop.ts', import.meta.url))

export async function openShop(units: number, sessions: number, connections: number): Promise<OpenedShop> {
  const cluster = await benchCluster()
  const url = await createDatabase(cluster.server.url, 'bench')
  const server = spawn(process.execPath, [script, url, `${units}`, `${sessions}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const shop = JSON.parse(await firstLine(server)) as Shop
  const posters = await Promise.all(Array.from({ length: connections }, () => Poster.open(shop.address)))
  const database = connect({ url, max: 1 })
  const close = async () => {
    for (const poster of posters) poster.close()
    await database.close()
    server.kill('SIGKILL')
    await once(server, 'exit')
    await cluster.close()
  }
  return { ...shop, database, posters, close }
}

async function firstLine(server: ChildProcess): Promise<string> {
  const gone = once(server, 'exit').then(([code]) => {
    throw new Error(`the server ended with ${code}`)
  })
  const [line] = (await Promise.race([once(server.stdout!, 'data'), gone])) as [Buffer]
  return line.toString()
}
