import { type Bench, benchResult, spreadOf } from '@tongqu/tools/bench'
import { ground, rate, write } from './testing/ground.ts'

const CALLERS = 256
const ROUNDS = 5
const MILLIS = 1500

/** The same command gathered by its shard's writer, beside the plain one, with as many callers. */
export const bench: Bench = {
  name: 'command.group',
  async run() {
    const { host, close } = await ground()
    const [grouped, plain]: [number[], number[]] = [[], []]
    for (let round = 0; round <= ROUNDS; round++) {
      plain.push(await rate(CALLERS, MILLIS, () => write(host, 'fixture.note.write')))
      grouped.push(await rate(CALLERS, MILLIS, () => write(host, 'fixture.note.writeGrouped')))
    }
    await close()
    const limit = { name: 'the plain command', value: spreadOf(plain.slice(1)).median }
    return benchResult('command.group', 'commands/s', limit, grouped.slice(1))
  },
}
