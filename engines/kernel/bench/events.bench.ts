import { type Bench, benchResult, spreadOf } from '@tongqu/tools/bench'
import { ground, rate, write } from './testing/ground.ts'

const CALLERS = 256
const ROUNDS = 5
const MILLIS = 1500

/**
 * Placing events and handing them to a subscriber that writes a row for each second one (the other half are
 * audit records), beside the rate at which gathered commands make them: the log must not fall behind.
 */
export const bench: Bench = {
  name: 'events',
  async run() {
    const { host, close } = await ground()
    const [placed, made]: [number[], number[]] = [[], []]
    for (let round = 0; round <= ROUNDS; round++) {
      const commands = await rate(CALLERS, MILLIS, () => write(host, 'fixture.note.writeGrouped'))
      const before = await headOf(host)
      const begun = performance.now()
      await host.settle()
      placed.push((((await headOf(host)) - before) * 1000) / (performance.now() - begun))
      made.push(commands * 2)
    }
    await close()
    const limit = { name: 'events told by grouped commands', value: spreadOf(made.slice(1)).median }
    return benchResult('events', 'events/s', limit, placed.slice(1))
  },
}

async function headOf(host: Awaited<ReturnType<typeof ground>>['host']): Promise<number> {
  const [head] = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ position: string }>('select position from kernel.event_head'),
  )
  return Number(head!.position)
}
