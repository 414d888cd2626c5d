// What `npm run bench [-- NAME …] [--json]` runs: every bench, or those whose name is or begins with NAME
// (`plan` is `plan` and `plan.cli`), one after another, each in a process of its own.
import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import type { Bench, BenchResult } from './bench.ts'
import { type Machine, machine } from './machine.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const one = fileURLToPath(new URL('one.ts', import.meta.url))
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
process.exitCode = await main()

async function main(): Promise<number> {
  const benches = await found()
  const wanted = benches.filter(
    ({ name }) => positionals.length === 0 || positionals.some(part => matches(name, part)),
  )
  if (wanted.length === 0) {
    console.error(`no such bench; there are: ${benches.map(({ name }) => name).join(', ') || 'none'}`)
    return 1
  }
  const on = await machine()
  if (!values.json) console.log(machineLine(on))
  let failed = 0
  for (const { name, path } of wanted) {
    // A process of its own: one bench's heap and warm code do not colour the next one's figure.
    const done = await run(process.execPath, ['--expose-gc', one, path], { maxBuffer: 1 << 26 }).catch(
      (error: Error) => error,
    )
    if (done instanceof Error) {
      failed += 1
      console.error(`${name}: ${done.message}`)
      continue
    }
    const result = JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as BenchResult
    console.log(values.json ? JSON.stringify({ ...result, machine: on }) : resultLine(result))
  }
  return failed > 0 ? 1 : 0
}

async function found(): Promise<{ name: string; path: string }[]> {
  const paths = globSync('{engines,domains,links,apps,tools}/**/*.bench.ts', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  })
  const loaded = paths.sort().map(async path => {
    const { bench } = (await import(join(root, path))) as { bench: Bench }
    return { name: bench.name, path: join(root, path) }
  })
  return Promise.all(loaded)
}

function matches(name: string, part: string): boolean {
  return name === part || name.startsWith(`${part}.`)
}

function machineLine({ cpu, cores, memory, node, postgres }: Machine): string {
  return `${cpu}, ${cores} cores, ${memory} GiB, Node ${node}, PostgreSQL ${postgres}`
}

function resultLine({ bench, value, unit, limit, ratio, spread }: BenchResult): string {
  const short = (figure: number) => figure.toLocaleString('en', { maximumSignificantDigits: 4 })
  const range = `${short(spread.min)}–${short(spread.max)} in ${spread.runs} runs`
  return `${bench.padEnd(16)} ${short(value)} ${unit} (${range}); ${limit.name} ${short(limit.value)}: ratio ${ratio.toFixed(2)}`
}
