// A process that lives as the server does and meets what its argument names: for the test of its lifetime.
import { createLog } from '@tongqu/kernel/log'
import { live } from '../lifetime.ts'

const [fate] = process.argv.slice(2)
const say = (line: string) => void process.stdout.write(`${line}\n`)
const life = {
  async stop() {
    say('stopping')
    if (fate === 'stop fails') throw new Error('it cannot be stopped')
    say('stopped')
  },
}
// Keeps the process up, as a listening server would.
setInterval(() => undefined, 1000)
live(
  async () => {
    say('begun')
    return life
  },
  say,
  createLog('fatal'),
).then(() => {
  if (fate === 'exception') throw new Error('a bug')
  if (fate === 'rejection') void Promise.reject(new Error('a bug'))
  if (fate === 'stop fails') process.kill(process.pid, 'SIGTERM')
  if (fate === 'asked') process.kill(process.pid, 'SIGTERM')
  if (fate === 'asked twice at once') {
    process.kill(process.pid, 'SIGINT')
    process.kill(process.pid, 'SIGINT')
  }
})
