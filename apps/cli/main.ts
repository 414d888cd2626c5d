import { fileURLToPath } from 'node:url'
import { ConfigError, environment } from '@tongqu/kernel/config'
import { helpVerb } from './help.ts'
import { spoken } from './language.ts'
import { nearest } from './nearest.ts'
import { nobodyReads, watch } from './output.ts'
import { pureVerbs } from './pure.ts'
import { EXIT, type Terminal, type Verb, wordsOf } from './verb.ts'

/** Finds the verb that the words begin with, the longest first, and hands it the rest. */
async function main(argv: readonly string[]): Promise<number> {
  const env = environment()
  const { words, language, unknown } = spoken(argv, env)
  const terminal: Terminal = {
    args: words,
    cwd: env.INIT_CWD ?? process.cwd(),
    root: fileURLToPath(new URL('../..', import.meta.url)),
    env,
    language,
    out: process.stdout,
    err: process.stderr,
  }
  if (unknown !== undefined) return refuse(terminal, `--lang ${unknown}: zh | en`)
  if (words.length === 0 || words.includes('--help'))
    return helpVerb.run({ ...terminal, args: words.filter(word => !word.startsWith('-')) })
  const pure = [...pureVerbs, helpVerb]
  const found = findVerb(pure, words)
  if (found) return found.verb.run({ ...terminal, args: found.rest })
  // Only a verb of an installation pays for loading one.
  const { callVerbs } = await import('./calls/verbs.ts')
  const { restoreVerb } = await import('./restore.ts')
  const calls = [restoreVerb, ...(await callVerbs(terminal))]
  const call = findVerb(calls, words)
  if (call) return call.verb.run({ ...terminal, args: call.rest })
  return refuse(terminal, unknownVerb(terminal, [...pure, ...calls]))
}

function findVerb(
  verbs: readonly Verb[],
  argv: readonly string[],
): { verb: Verb; rest: string[] } | undefined {
  const fits = verbs.flatMap(verb => {
    const words = wordsOf(verb.usage)
    // A word with dashes may stand anywhere: `prove D1 --full`.
    const dashed = words.filter(word => word.startsWith('--'))
    const plain = words.filter(word => !word.startsWith('--'))
    const isMeant = plain.every((word, n) => argv[n] === word) && dashed.every(word => argv.includes(word))
    const rest = argv.slice(plain.length).filter(word => !dashed.includes(word))
    return isMeant ? [{ verb, rest, length: words.length }] : []
  })
  return fits.sort((a, b) => b.length - a.length)[0]
}

function unknownVerb({ args, language }: Terminal, verbs: readonly Verb[]): string {
  const typed = args.filter(word => !word.startsWith('-'))
  const known = verbs.map(verb => wordsOf(verb.usage).join(' '))
  const near = [typed.length, 3, 2, 1].map(n => nearest(typed.slice(0, n).join(' '), known)).find(Boolean)
  const name = args.join(' ')
  if (language === 'zh')
    return `没有“${name}”这个命令。${near ? `是否指 ./tongqu ${near}?` : ''}./tongqu help 列出全部命令。`
  return `There is no verb "${name}". ${near ? `Did you mean ./tongqu ${near}? ` : ''}./tongqu help lists them all.`
}

function refuse({ err }: Terminal, text: string): number {
  err.write(`${text}\n`)
  return EXIT.refused
}

/** What a person reads of a failure: a sentence where the machine or a setting is at fault, else where it broke. */
function failureText(error: NodeJS.ErrnoException): string {
  const told = error instanceof ConfigError || error.syscall !== undefined || error.code?.endsWith('.busy')
  return told ? error.message : (error.stack ?? String(error))
}

watch(process.stdout)
watch(process.stderr)
main(process.argv.slice(2)).then(
  status => {
    process.exitCode = status
  },
  (error: Error) => {
    if (nobodyReads(error)) return
    process.stderr.write(`${failureText(error)}\n`)
    process.exitCode = EXIT.failed
  },
)
