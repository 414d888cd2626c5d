import { fileURLToPath } from 'node:url'
import { ConfigError, environment } from '@tongqu/kernel/config'
import { helpVerb } from './help.ts'
import { pureVerbs } from './pure.ts'
import { EXIT, type Terminal, type Verb, wordsOf } from './verb.ts'

/** Finds the verb that the words begin with, the longest first, and hands it the rest. */
async function main(argv: readonly string[]): Promise<number> {
  const env = environment()
  const terminal: Terminal = {
    args: argv,
    cwd: env.INIT_CWD ?? process.cwd(),
    root: fileURLToPath(new URL('../..', import.meta.url)),
    env,
    language: languageOf(argv, env),
    out: process.stdout,
    err: process.stderr,
  }
  const pure = [...pureVerbs, helpVerb]
  const found = findVerb(pure, argv)
  if (found) return found.verb.run({ ...terminal, args: found.rest })
  if (argv.length === 0 || argv[0] === '--help') return helpVerb.run(terminal)
  // Only a verb of an installation pays for loading one.
  const { callVerbs } = await import('./calls/verbs.ts')
  const { restoreVerb } = await import('./restore.ts')
  const call = findVerb([restoreVerb, ...(await callVerbs(terminal))], argv)
  if (call) return call.verb.run({ ...terminal, args: call.rest })
  terminal.err.write(
    terminal.language === 'zh'
      ? `没有“${argv.join(' ')}”这个命令。./tongqu help 列出全部命令。\n`
      : `There is no verb "${argv.join(' ')}". ./tongqu help lists them all.\n`,
  )
  return EXIT.refused
}

function findVerb(
  verbs: readonly Verb[],
  argv: readonly string[],
): { verb: Verb; rest: string[] } | undefined {
  const fits = verbs.filter(verb => wordsOf(verb.usage).every((word, n) => argv[n] === word))
  const verb = fits.sort((a, b) => wordsOf(b.usage).length - wordsOf(a.usage).length)[0]
  return verb && { verb, rest: argv.slice(wordsOf(verb.usage).length) }
}

/** `--lang`, else the terminal's own language, else Chinese. */
function languageOf(argv: readonly string[], env: Terminal['env']): 'zh' | 'en' {
  const at = argv.indexOf('--lang')
  const stated = at >= 0 ? argv[at + 1] : argv.find(each => each.startsWith('--lang='))?.slice(7)
  if (stated === 'zh' || stated === 'en') return stated
  return /^en/i.test(env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '') ? 'en' : 'zh'
}

main(process.argv.slice(2)).then(
  status => {
    process.exitCode = status
  },
  (error: Error) => {
    process.stderr.write(`${error instanceof ConfigError ? error.message : error.stack}\n`)
    process.exitCode = EXIT.failed
  },
)
