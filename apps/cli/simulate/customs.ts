import type { CounterSettings, OpenCounter } from '@tongqu/counter'
import { EXIT, type Terminal, type Verb } from '../verb.ts'
import { page } from './page.ts'

/** `./tongqu simulate customs`: the counter that answers as the customs do, in a process of its own. */
export const simulateCustomsVerb: Verb = {
  usage: 'simulate customs',
  summary: {
    zh: '模拟海关柜台：收报文，按情景与种子回执',
    en: 'A simulated customs counter: takes messages, answers by scenario and seed',
  },
  page,
  async run(terminal) {
    const { err } = terminal
    const { counterSettings } = await import('./options.ts')
    const settings = counterSettings(terminal)
    if (typeof settings === 'string') {
      err.write(`${settings}\n./tongqu simulate customs --help\n`)
      return EXIT.refused
    }
    const { openCounter } = await import('@tongqu/counter')
    const stop = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
    const counter = await openCounter(settings)
    begun(terminal, settings, counter)
    const tallies = await counter.run(stop.signal)
    for (const [name, count] of Object.entries(tallies))
      terminal.out.write(`${String(count).padStart(9)}  ${name}\n`)
    return EXIT.done
  },
}

/** Where it listens, by which scenario, on the error channel. */
function begun({ err, language }: Terminal, settings: CounterSettings, counter: OpenCounter): void {
  const { port, certificate } = counter
  const { scenario, folder, http } = settings
  const zh = language === 'zh'
  const lines = [
    `${zh ? '情景' : 'scenario'}: ${scenario.title[language]}, ${zh ? '种子' : 'seed'} ${scenario.seed}`,
  ]
  if (folder) lines.push(`${folder.in} → ${folder.out}`)
  if (http) lines.push(`http://${http.host}:${port}/dxp${http.callback ? ` → ${http.callback}` : ''}`)
  if (certificate) lines.push(`${zh ? '回执签名证书' : 'receipts are signed by'}: ${certificate}`)
  err.write(`${lines.join('\n')}\n`)
}
