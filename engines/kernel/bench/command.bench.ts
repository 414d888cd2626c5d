import { type Bench, benchResult, spreadOf } from '@tongqu/tools/bench'
import { ground, rate, write } from './testing/ground.ts'
import { plainPg } from './testing/plain.ts'

const CALLERS = 16
const ROUNDS = 7
const MILLIS = 1500

/**
 * A plain command (one row, one event, the audit record, one transaction) through the runner, beside plain `pg`
 * that sends the same statements over as many connections. Rounds of both alternate on one cluster.
 */
export const bench: Bench = {
  name: 'command',
  async run() {
    const { host, appUrl, close } = await ground()
    const plain = plainPg(appUrl, CALLERS)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round <= ROUNDS; round++) {
      theirs.push(await rate(CALLERS, MILLIS, () => plain.write()))
      ours.push(await rate(CALLERS, MILLIS, () => write(host, 'fixture.note.write')))
    }
    await plain.close()
    await close()
    // The first round warms up.
    const limit = { name: 'plain pg, the same SQL', value: spreadOf(theirs.slice(1)).median }
    return benchResult('command', 'commands/s', limit, ours.slice(1))
  },
}
