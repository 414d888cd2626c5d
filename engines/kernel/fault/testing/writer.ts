// Run by the fault tests as a process of its own: opens an installation and writes without end, several callers
// at once, until it is killed or the database is. What it says goes to a file that the parent opened:
//   S way key   about to be asked for        A way key   acknowledged
//   X           every caller had a failure
//   C n t, D n t   a command's COMMIT was sent, was answered, at t seconds of the monotonic clock
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { type Deed, doDeed, type Way, ways } from './deed.ts'
import { openInstallation } from './installation.ts'

export interface WriterOrder {
  readonly dataDir: string
  readonly shelter: string
  readonly fsync: boolean
  /** Beginning of this writer's keys. */
  readonly prefix: string
  readonly callers: number
}

const MEMORY = 3
const order = JSON.parse(process.argv[2]!) as WriterOrder
const say = (line: string) => writeSync(MEMORY, `${line}\n`)

const { host } = await openInstallation(order)
let commits = 0
const watchedClients = new WeakSet<PoolClient>()
host.database.pool.on('acquire', client => watchCommits(client))
await host.start()
void sealOften()
await Promise.all(Array.from({ length: order.callers }, (_, caller) => write(caller)))
say('X')

async function write(caller: number): Promise<void> {
  for (let n = 0; ; n++) {
    const deed: Deed = { way: wayOf(caller + n), key: `${order.prefix}-${caller}-${n}` }
    say(`S ${deed.way} ${deed.key}`)
    const outcome = await doDeed(host, deed).catch(() => undefined)
    if (outcome?.kind !== 'done') return
    say(`A ${deed.way} ${deed.key}`)
  }
}

/** Mostly notes; every eighth is a file, whose syncs are slow. */
function wayOf(n: number): Way {
  return n % 8 === 7 ? 'fault.file.name' : ways[n % 2]!
}

function seconds(): string {
  return (Number(process.hrtime.bigint()) / 1e9).toFixed(9)
}

async function sealOften(): Promise<void> {
  for (;;) {
    await host.seal().catch(() => undefined)
    await pause(50)
  }
}

/** Says when the COMMIT of a transaction that wrote a command's answer is sent, and when it is answered. */
function watchCommits(client: PoolClient): void {
  if (watchedClients.has(client)) return
  watchedClients.add(client)
  const send = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
  let answers = false
  const watched = (...given: unknown[]) => {
    const [query] = given
    if (query !== 'commit') {
      const { text } = Object(query) as { text?: string }
      answers = typeof query === 'string' ? false : answers || (text?.includes('kernel.answer (') ?? false)
      return send(...given)
    }
    if (!answers) return send(...given)
    const n = ++commits
    say(`C ${n} ${seconds()}`)
    return send(...given).then(result => {
      say(`D ${n} ${seconds()}`)
      return result
    })
  }
  client.query = watched as typeof client.query
}
