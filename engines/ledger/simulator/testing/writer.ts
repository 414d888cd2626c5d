// Run by the kill test as a process of its own: opens an installation and posts without end, several callers at
// once in both ways, until it or its database is killed. What it says goes to its standard output:
//   S id way  about to be asked for      A id  answered `created`
//   C n, D n  the COMMIT of a transaction that wrote transfers was sent, was answered
//   X         every caller had a failure
import { writeSync } from 'node:fs'
import { someone, testHost } from '@tongqu/kernel/testing'
import { ledgerModule } from '../../index.ts'
import type { NewTransfer } from '../../machine/index.ts'
import { asInput, groundModule } from '../../testing/ground.ts'
import { Chance } from './chance.ts'
import { Planner, worldOf } from './plan.ts'
import { killWorlds } from './worlds.ts'

const [url, round, seed] = process.argv.slice(2) as [string, string, string]
const say = (line: string) => writeSync(1, `${line}\n`)
const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const chance = new Chance(Number(seed))
const host = await testHost({ url, modules: services => [ledgerModule(services), groundModule] })

let commits = 0
const watchedClients = new WeakSet<object>()
host.database.pool.on('acquire', client => {
  if (watchedClients.has(client)) return
  watchedClients.add(client)
  const send = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
  let writes = false
  const watched = (...given: unknown[]) => {
    const [query] = given
    const text = typeof query === 'string' ? query : (query as { text?: string }).text
    if (text?.startsWith('begin')) writes = false
    if (text?.includes('insert into ledger.transfer')) writes = true
    if (query !== 'commit' || !writes) return send(...given)
    const n = ++commits
    say(`C ${n}`)
    return send(...given).then(result => {
      say(`D ${n}`)
      return result
    })
  }
  client.query = watched as typeof client.query
})

const callers = killWorlds.flatMap(({ name, call, writer }) => {
  const planner = new Planner(chance, `${round.padStart(3, '0')}${name}`, worldOf(name, writer))
  return Array.from({ length: 6 }, () => post(call, planner))
})
await Promise.all(callers)
say('X')

async function post(call: string, planner: Planner): Promise<void> {
  for (;;) {
    const batch = planner.batch()
    for (const transfer of batch) say(`S ${call} ${JSON.stringify(asInput([transfer]).items[0])}`)
    const outcome = await host.call(call, asInput(batch), city).catch(() => undefined)
    if (outcome?.kind !== 'done') return
    answered(batch, outcome.output as string[])
  }
}

function answered(batch: readonly NewTransfer[], statuses: readonly string[]): void {
  for (const [n, { id }] of batch.entries()) say(statuses[n] === 'created' ? `A ${id}` : `N ${id}`)
}
