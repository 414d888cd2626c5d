import { say } from './output.ts'
import { PLAN_USAGE } from './plan/options.ts'
import { pureVerbs } from './pure.ts'
import { EXIT, type Terminal, type Verb, wordsOf } from './verb.ts'

const TEXTS = {
  zh: {
    pure: '不需要数据库:',
    calls: '作用于本机的安装:',
    more: './tongqu help 命令 列出一条命令的选项;--json 输出 JSON,--lang zh|en 选择语言。',
    needed: '必填',
    whole: '以 JSON 给出全部输入',
    none: '没有这个命令:',
  },
  en: {
    pure: 'Without a database:',
    calls: 'On the installation of this machine:',
    more: './tongqu help VERB lists the options of one; --json answers in JSON, --lang zh|en says the language.',
    needed: 'needed',
    whole: 'the whole input as JSON',
    none: 'There is no verb',
  },
} as const

/** Lists every verb with one line each, the pure ones and each call of the installation; or one verb's options. */
export const helpVerb: Verb = {
  usage: 'help',
  summary: { zh: '列出全部命令', en: 'List every verb' },
  async run(terminal) {
    const { callVerbs } = await import('./calls/verbs.ts')
    const { restoreVerb } = await import('./restore.ts')
    const { args, out, language } = terminal
    const pure = [...pureVerbs, helpVerb]
    const calls = [restoreVerb, ...(await callVerbs(terminal))]
    if (args.length > 0) return helpOf(terminal, [...pure, ...calls])
    const { pure: first, calls: second, more } = TEXTS[language]
    await say(out, `${first}\n${listed(terminal, pure)}\n${second}\n${listed(terminal, calls)}\n${more}\n`)
    return EXIT.done
  },
}

function listed({ language }: Terminal, verbs: readonly Verb[]): string {
  const lines = verbs.map(verb => ({ usage: verb.usage, summary: verb.summary[language] }))
  const width = Math.min(44, Math.max(...lines.map(line => line.usage.length)))
  return lines
    .sort((a, b) => (a.usage < b.usage ? -1 : 1))
    .map(({ usage, summary }) => `  ./tongqu ${usage.padEnd(width)}  ${summary}\n`)
    .join('')
}

/** Usage and options of the verbs that begin with the words given. */
async function helpOf({ args, out, err, language }: Terminal, verbs: readonly Verb[]): Promise<number> {
  const found = verbs.filter(({ usage }) => wordsOf(usage).every((word, n) => (args[n] ?? word) === word))
  if (found.length === 0) {
    err.write(`${TEXTS[language].none} ${args.join(' ')}\n`)
    return EXIT.refused
  }
  for (const verb of found) {
    const usage = verb.usage === 'plan <file>' ? PLAN_USAGE : verb.usage
    await say(
      out,
      `./tongqu ${usage}\n  ${verb.summary[language]}\n${verb.page?.[language] ?? optionsOf(verb, language)}`,
    )
  }
  return EXIT.done
}

function optionsOf({ help = [], usage }: Verb, language: Terminal['language']): string {
  const words = TEXTS[language]
  const lines = help
    .filter(({ name }) => !usage.includes(`<${name}>`))
    .map(({ name, type, description, needed }) =>
      [`--${name}`.padEnd(16), type, needed ? words.needed : '', description].filter(Boolean).join('  '),
    )
  if (lines.length > 0) lines.push(`${'--input'.padEnd(16)}  ${words.whole}`)
  return lines.map(line => `    ${line}\n`).join('')
}
