// What `npm test` runs: every test, what fails fast first, and one closing line.
// `npm test -- engines/tariff` runs the files whose path contains that; `-t words` the tests named so.
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createVitest, type Vitest } from 'vitest/node'
import { buildWeb } from '../launch/web.mjs'
import { testFiles } from './files.ts'
import { findOldestPostgres, provideBrowser, provideOldestPostgres } from './machine.ts'
import { sweep } from './sweep.ts'
import { closingLine, type Tally, tallying } from './tally.ts'

/** The part of the database tests that is run once more on PostgreSQL 15. */
const alsoOnOldest = ['tools/test/', 'engines/kernel/', 'engines/register/', 'domains/customs/']

interface Phase {
  name: string
  files: string[]
  sequential?: boolean
  /** What has to be there before the first file. */
  before?: () => Promise<void>
  /** Folder of another PostgreSQL's binaries for the run's server. */
  postgresBin?: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { testNamePattern: { type: 'string', short: 't' } },
})
let running: Vitest | undefined
let interruptedBy: NodeJS.Signals | undefined
process.exitCode = await main()

async function main(): Promise<number> {
  const tally: Tally = { files: 0, passed: 0, failed: 0, skips: [] }
  await sweep()
  const phases = plan(tally)
  if (phases.length === 0) console.log(`no test file's path contains ${positionals.join(' or ')}`)
  for (const phase of phases) {
    if (!interruptedBy) await run(phase, tally)
  }
  const left = await sweep()
  for (const folder of left) console.log(`removed what a test left behind: ${folder}`)
  for (const skip of tally.skips) console.log(`skip  ${skip}`)
  console.log(closingLine(tally))
  if (interruptedBy) return 128 + constants.signals[interruptedBy]
  return tally.failed > 0 || phases.length === 0 ? 1 : 0
}

/** An interrupted run ends the test in hand, then cleans up as always; a second signal ends it at once. */
function interrupt(signal: NodeJS.Signals): void {
  console.log(`\n${signal}: stopping after the test in hand`)
  interruptedBy = signal
  void running?.cancelCurrentRun('keyboard-input')
}

function plan(tally: Tally): Phase[] {
  const files = testFiles(root, positionals)
  const hasBrowser = files.browser.length > 0 && provideBrowser()
  if (files.browser.length > 0 && !hasBrowser) console.log('no browser here')
  const again = files.database.filter(path => alsoOnOldest.some(part => path.startsWith(part)))
  const phases: Phase[] = [
    { name: 'pure tests', files: files.unit },
    { name: 'tests with a database', files: files.database },
  ]
  if (again.length > 0) {
    if (provideOldestPostgres()) {
      phases.push({
        name: 'the same on PostgreSQL 15',
        files: again,
        postgresBin: findOldestPostgres() ?? '',
      })
    } else tally.skips.push('PostgreSQL 15 > the database tests again: skipped: no PostgreSQL 15')
  }
  // One after another: they kill servers, fill disks and need the machine.
  phases.push({ name: 'faults', files: files.fault, sequential: true })
  // Side by side, each with a server and a browser of its own; built once, before the first of them.
  phases.push({ name: 'browser', files: files.browser, ...(hasBrowser ? { before: built } : {}) })
  return phases.filter(phase => phase.files.length > 0)
}

function built(): Promise<void> {
  return buildWeb(root, process.execPath, process.env)
}

async function run(phase: Phase, tally: Tally): Promise<void> {
  console.log(`\n== ${phase.name}: ${phase.files.length} files`)
  // Where it fails each file says so itself.
  await phase.before?.().catch(error => console.error(String(error)))
  const before = tally.files
  const vitest = await createVitest({
    config: fileURLToPath(new URL('vitest.config.ts', import.meta.url)),
    include: phase.files,
    watch: false,
    passWithNoTests: true,
    fileParallelism: !phase.sequential,
    reporters: ['default', tallying(tally)],
    provide: { tongquPostgresBin: phase.postgresBin ?? '' },
    ...(values.testNamePattern ? { testNamePattern: values.testNamePattern } : {}),
  })
  running = vitest
  // Vitest would leave at once, and the servers of the tests would stay.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal)
    process.once(signal, interrupt)
  }
  await vitest.start()
  await vitest.close()
  // A file that was to run and did not is a failure, whatever the reason: silence must not look like success.
  const silent = phase.files.length - (tally.files - before)
  if (silent > 0) console.log(`${silent} files of this phase did not run`)
  tally.failed += Math.max(0, silent)
}
