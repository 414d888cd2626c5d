import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { connect, type Database } from '@tongqu/kernel/db'
import { createDatabase } from '@tongqu/kernel/db/embedded'
import { benchCluster } from '@tongqu/tools/bench/cluster'
import { cpuSeconds } from './process-time.ts'

/** An installation and the simulated counter, each a process of its own, on one drop folder and one database. */
export interface DeclaringHouse {
  readonly address: string
  readonly password: string
  /** The database, seen as its administrator. */
  readonly database: Database
  /** Seconds of CPU since the start. */
  cpu(): { readonly server: number; readonly postgres: number; readonly counter: number }
  /** Messages that lie in the folder and nobody took yet. */
  lying(): Promise<number>
  /** The installation's command line. @returns what it said; errors: it ended with another status than 0 */
  cli(...args: readonly string[]): Promise<string>
  /** Stops the counter. @returns what it counted, by name */
  counted(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const { PATH = '', HOME = '' } = process.env
const run = promisify(execFile)

export async function openHouse(faster: number): Promise<DeclaringHouse> {
  const cluster = await benchCluster()
  const url = await createDatabase(cluster.server.url, 'bench')
  const folder = await mkdtemp(join(tmpdir(), 'tongqu-day-'))
  const settings = { TONGQU_DATA: join(folder, 'data'), DATABASE_URL: url, PORT: '0', TONGQU_LOG: 'error' }
  const exchange = join(folder, 'data/counter')
  const server = started(['--max-semi-space-size=16', join(root, 'apps/server/main.ts')], settings)
  const counter = started(
    [
      join(root, 'apps/cli/main.ts'),
      ...['simulate', 'customs', '--folder', exchange, '--state', join(folder, 'state')],
      ...['--scenario', 'calm', '--seed', 'day', '--faster', `${faster}`],
    ],
    {},
  )
  const greeting = await said(server, /^通衢 Tongqu {2}http\S+\n[\s\S]*^ {2}trader +\S+ /m)
  const database = connect({ url, max: 2 })
  const postgres = await postmaster(database)
  let counts: Promise<ReadonlyMap<string, number>> | undefined
  const counted = () => (counts ??= ended(counter))
  return {
    address: /^通衢 Tongqu {2}(http\S+)$/m.exec(greeting)![1]!,
    password: /^ {2}trader +(\S+) /m.exec(greeting)![1]!,
    database,
    cpu: () => ({
      server: cpuSeconds(server.pid!),
      postgres: cpuSeconds(postgres),
      counter: cpuSeconds(counter.pid!),
    }),
    async lying() {
      const folders = await Promise.all(['in', 'out'].map(name => readdir(join(exchange, name))))
      return folders.flat().filter(name => name.endsWith('.xml')).length
    },
    async cli(...args) {
      const env = { PATH, HOME, ...settings }
      const { stdout } = await run(process.execPath, [join(root, 'apps/cli/main.ts'), ...args], { env })
      return stdout
    },
    counted,
    async close() {
      await counted()
      await database.close()
      server.kill('SIGTERM')
      if (server.exitCode === null) await once(server, 'exit')
      await cluster.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function started(args: readonly string[], settings: Readonly<Record<string, string>>): ChildProcess {
  const env = { PATH, HOME, ...settings }
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Everything it said until it said these words. Errors: it ended before. */
async function said(child: ChildProcess, words: RegExp): Promise<string> {
  let out = ''
  const gone = once(child, 'exit').then(() => {
    throw new Error(`the server ended before it served:\n${out}`)
  })
  const heard = new Promise<string>(resolve => {
    child.stdout!.on('data', data => {
      out += data
      if (words.test(out)) resolve(out)
    })
  })
  return Promise.race([heard, gone])
}

async function postmaster({ pool }: Database): Promise<number> {
  const file = `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`
  const { rows } = await pool.query<{ pid: number }>(file)
  return rows[0]!.pid
}

async function ended(counter: ChildProcess): Promise<ReadonlyMap<string, number>> {
  let out = ''
  counter.stdout!.on('data', data => {
    out += data
  })
  counter.kill('SIGTERM')
  if (counter.exitCode === null) await once(counter, 'close')
  const lines = out.trim().split('\n')
  return new Map(lines.map(line => line.trim().split(/ {2}/)).map(([count, name]) => [name!, Number(count)]))
}
