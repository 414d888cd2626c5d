import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createDatabase, type Embedded, startEmbedded, withDatabase } from '@tongqu/kernel/db/embedded'
import { answerOf, someone, testHost } from '@tongqu/kernel/testing'
import { testFolder } from '@tongqu/tools/test/cluster'
import { afterAll, expect, it } from 'vitest'
import { ledgerModule } from '../index.ts'
import { verifyLedger } from '../store/verify.ts'
import { asInput, groundModule } from '../testing/ground.ts'
import { simulation } from './testing/chance.ts'
import { worldOf } from './testing/plan.ts'
import { replay, storedTransfers } from './testing/replay.ts'
import { killWorlds } from './testing/worlds.ts'

const script = fileURLToPath(new URL('testing/writer.ts', import.meta.url))
const folder = await testFolder()
const place = { dir: join(folder, 'pg'), shelter: join(folder, 'shelter'), fsync: true }
const city = someone('00000000-0000-7000-8000-00000000000a', ['fixture.post'])
const rounds = Number(process.env.FAULT_TIMES ?? 6)
const { seed, chance } = simulation(0)
const ids = killWorlds.flatMap(({ name, writer }) => worldOf(name, writer).map(account => account.id))
let server: Embedded
afterAll(() => server?.stop())

/** What a writer said until it died. */
class Said {
  #text = ''
  add(chunk: string) {
    this.#text += chunk
  }
  #of(letter: string): string[] {
    const whole = this.#text.slice(0, this.#text.lastIndexOf('\n') + 1)
    return whole.split('\n').flatMap(line => (line.startsWith(`${letter} `) ? [line.slice(2)] : []))
  }
  get acknowledged(): string[] {
    return this.#of('A')
  }
  get commitsInFlight(): number {
    return this.#of('C').length - this.#of('D').length
  }
  get asked(): { call: string; item: Record<string, unknown> & { id: string } }[] {
    return this.#of('S').map(line => {
      const space = line.indexOf(' ')
      return { call: line.slice(0, space), item: JSON.parse(line.slice(space + 1)) }
    })
  }
  get refused(): string[] {
    return this.#of('N')
  }
}

function open(url: string) {
  return testHost({ url, modules: services => [ledgerModule(services), groundModule] })
}

/** Kills the writer, its database, or both, some while after it began to be answered. */
async function kill(child: ChildProcess, said: Said, target: 'node' | 'postgres' | 'both'): Promise<number> {
  await pause(chance.below(150))
  // Every second one waits until a commit is under way: that is where it hurts most.
  if (chance.oneIn(2)) while (said.commitsInFlight === 0 && child.exitCode === null) await pause(0)
  if (target !== 'postgres') child.kill('SIGKILL')
  const inFlight = said.commitsInFlight
  if (target !== 'node') process.kill(server.pid, 'SIGKILL')
  if (target === 'postgres') await Promise.race([once(child, 'exit'), pause(10_000)])
  child.kill('SIGKILL')
  if (target === 'node') return inFlight
  await server.stop().catch(() => undefined)
  server = await startEmbedded(place)
  return inFlight
}

it(
  'has after kill -9 all that it acknowledged, nothing twice and nothing half',
  async () => {
    server = await startEmbedded(place)
    await createDatabase(server.url, 'kill')
    const url = () => withDatabase(server.url, { database: 'kill' })
    const first = await open(url())
    for (const { name, writer } of killWorlds)
      await answerOf(first.call('fixture.account.open', asInput(worldOf(name, writer)), city))
    await first.stop()
    const tally = { inCommit: 0, acknowledged: 0, unanswered: 0, done: 0 }
    for (let round = 1; round <= rounds; round++) {
      const said = new Said()
      const child = spawn(
        process.execPath,
        ['--no-warnings', script, url(), String(round), String(seed + round)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      child.stdout!.setEncoding('utf8').on('data', chunk => said.add(chunk))
      const closed = once(child, 'close')
      while (said.acknowledged.length < 20 && child.exitCode === null) await pause(5)
      const target = (['node', 'postgres', 'both'] as const)[round % 3]!
      if ((await kill(child, said, target)) > 0) tally.inCommit++
      await closed
      const host = await open(url())
      const read = () =>
        host.database.transact({ scope: 'system' }, async tx => ({
          faults: await verifyLedger(tx),
          wrong: [...(await replay(tx, ids.slice(0, 8))), ...(await replay(tx, ids.slice(8)))],
          stored: await storedTransfers(tx, ids),
        }))
      const found = await read()
      const lost = said.acknowledged.filter(id => !found.stored.has(id))
      expect(
        { lost, faults: found.faults, wrong: found.wrong },
        `round ${round}, ${target}, seed ${seed}`,
      ).toEqual({ lost: [], faults: [], wrong: [] })
      const answered = new Set([...said.acknowledged, ...said.refused])
      const unanswered = said.asked.filter(({ item }) => !answered.has(item.id))
      // Whoever was not answered asks again with the same id: what was done is found, what was not may be done now.
      for (const { call, item } of unanswered) {
        const [status] = await answerOf<string[]>(host.call(call, { items: [item] }, city))
        if (found.stored.has(item.id)) expect(status).toMatch(/^exists|^linked_event_chain_open/)
        tally.done += found.stored.has(item.id) ? 1 : 0
      }
      const after = await read()
      expect({ faults: after.faults, wrong: after.wrong }).toEqual({ faults: [], wrong: [] })
      tally.acknowledged += said.acknowledged.length
      tally.unanswered += unanswered.length
      await host.stop()
    }
    console.log(
      `${tally.inCommit} of ${rounds} kills fell inside a commit of transfers; ${tally.acknowledged} acknowledged, all stored; of ${tally.unanswered} unanswered ${tally.done} had committed`,
    )
  },
  60_000 + rounds * 30_000,
)
