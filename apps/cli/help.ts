import { pureVerbs } from './pure.ts'
import { EXIT, type Terminal, type Verb } from './verb.ts'

/** Lists every verb with one line each: the pure ones, and each call of the installation. */
export const helpVerb: Verb = {
  usage: 'help',
  summary: { zh: '列出全部命令', en: 'list every verb' },
  async run(terminal) {
    const { callVerbs } = await import('./calls/verbs.ts')
    const { out, language } = terminal
    const title = { zh: '不需要数据库:', en: 'Without a database:' }
    const calls = { zh: '作用于本机的安装:', en: 'On the installation of this machine:' }
    out.write(`${title[language]}\n`)
    list(terminal, [...pureVerbs, helpVerb])
    out.write(`\n${calls[language]}\n`)
    const { restoreVerb } = await import('./restore.ts')
    list(terminal, [restoreVerb, ...(await callVerbs(terminal))])
    return EXIT.done
  },
}

function list({ out, language }: Terminal, verbs: readonly Verb[]): void {
  const lines = verbs.map(verb => ({ usage: verb.usage, summary: verb.summary[language] }))
  const width = Math.min(44, Math.max(...lines.map(line => line.usage.length)))
  for (const { usage, summary } of lines.sort((a, b) => (a.usage < b.usage ? -1 : 1)))
    out.write(`  ./tongqu ${usage.padEnd(width)}  ${summary}\n`)
}
