import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { Caller } from './caller.ts'

export { Caller }

const root = fileURLToPath(new URL('../../..', import.meta.url))
const { PATH = '', HOME = '' } = process.env

type Settings = Readonly<Record<string, string>>

/** How a process ended, and everything it said. */
export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs one of the product's programs to its end. */
export async function runs(script: string, args: readonly string[], settings: Settings): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { out, err, status: status as number | null }
}

/** `apps/server/main.ts` to its end: for starts that are refused. */
export const refusedStart = (settings: Settings) => runs('apps/server/main.ts', [], settings)

/** The product as `npm start` runs it, in a process of its own. */
export class Product {
  readonly dataDir: string
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  #out = ''
  #err = ''

  private constructor(settings: Settings) {
    this.dataDir = settings.TONGQU_DATA!
    this.#child = spawn(process.execPath, [join(root, 'apps/server/main.ts')], {
      env: { PATH, HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout!.on('data', data => {
      this.#out += data
    })
    this.#child.stderr!.on('data', data => {
      this.#err += data
    })
    this.#ended = once(this.#child, 'exit').then(([status]) => status as number | null)
  }

  /** Begins a start; ended at the latest with its test. */
  static begin(settings: Settings): Product {
    const product = new Product({ PORT: '0', TONGQU_LOG: 'error', ...settings })
    onTestFinished(() => product.stop().then(() => undefined))
    return product
  }

  /** Starts, and comes back once it has said where it is. */
  static async start(settings: Settings): Promise<Product> {
    const product = Product.begin(settings)
    // Its greeting is said in one piece.
    await product.says(/^通衢 Tongqu {2}http\S+\n/m)
    return product
  }

  get pid(): number {
    return this.#child.pid!
  }

  get out(): string {
    return this.#out
  }

  get err(): string {
    return this.#err
  }

  get address(): string {
    return /^通衢 Tongqu {2}(http\S+)$/m.exec(this.#out)?.[1] ?? ''
  }

  /** Password of a demonstration account, as printed. */
  password(login: string): string {
    return new RegExp(`^ {2}${login} +(\\S+) `, 'm').exec(this.#out)?.[1] ?? ''
  }

  /** Waits for words on its standard output. Errors: it ended without saying them. */
  async says(words: RegExp): Promise<void> {
    while (!words.test(this.#out)) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null)
        throw new Error(`It ended before it said ${words}:\n${this.#out}${this.#err}`)
      await pause(5)
    }
  }

  /** Asks it to stop. @returns its exit status */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal)
    return this.#ended
  }

  get ended(): Promise<number | null> {
    return this.#ended
  }

  /** Process number of the PostgreSQL that it runs; undefined when its folder says that none does. */
  async postgres(): Promise<number | undefined> {
    const path = join(this.dataDir, 'postgres/cluster/postmaster.pid')
    const found = await readFile(path, 'utf8').catch(() => '')
    return found === '' ? undefined : Number(found.split('\n')[0])
  }
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Makes a plan of a book and waits for its end. */
export async function planned(caller: Caller, file: string, date: string): Promise<PlanFigures> {
  const { id } = await caller.must<{ id: string }>('customs.plan.create', { file, date })
  return finished(caller, id)
}

export interface PlanFigures {
  readonly id: string
  readonly state: string
  readonly read: number
  readonly planned: number
  readonly refused: number
  readonly taxes: string
  readonly refund: string
  readonly netCost: string
  readonly chosen: readonly unknown[]
}

/** The plan once it is made or given up. */
export async function finished(caller: Caller, id: string): Promise<PlanFigures> {
  for (;;) {
    const plan = await caller.must<PlanFigures>('customs.plan.get', { id })
    if (plan.state === 'done' || plan.state === 'failed') return plan
    await pause(20)
  }
}
