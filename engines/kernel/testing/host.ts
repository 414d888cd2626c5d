import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '../clock/index.ts'
import type { Outcome } from '../command/index.ts'
import { type Config, readConfig } from '../config/index.ts'
import { type Host, type HostServices, openHost, urlsOf } from '../host/index.ts'
import { type Actor, RoleBook } from '../identity/index.ts'
import { createLog, type Log } from '../log/index.ts'
import type { Module } from '../module/index.ts'
import { kernelModule } from '../own/index.ts'
import type { Pack } from '../pack/index.ts'

export interface TestHostOptions {
  /** The database's address as its administrator. */
  readonly url: string
  readonly modules: (services: HostServices) => readonly Module[]
  readonly clock?: Clock
  readonly roles?: RoleBook
  readonly log?: Log
  readonly dataDir?: string
  readonly packs?: readonly Pack[]
  /** Settings other than a demonstration's on a data folder of its own. */
  readonly config?: Partial<Config>
}

/** An installation on a test's database, with a data folder of its own; not started. */
export async function testHost(options: TestHostOptions): Promise<Host> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tongqu-host-')))
  const config = {
    ...readConfig({}, process.cwd()),
    dataDir,
    anchorFile: join(dataDir, 'anchors/audit.txt'),
    counter: { kind: 'folder' as const, dir: join(dataDir, 'counter') },
    ...options.config,
  }
  const urls = urlsOf(options.url)
  return openHost({
    config,
    clock: options.clock ?? systemClock,
    log: options.log ?? createLog('silent'),
    roles: options.roles ?? new RoleBook([]),
    urls,
    packs: options.packs ?? [],
    modules: services => [kernelModule(services), ...options.modules(services)],
  })
}

/** The answer of a call that must not be refused. */
export async function answerOf<T = Record<string, never>>(outcome: Promise<Outcome>): Promise<T> {
  const ended = await outcome
  if (ended.kind === 'refused')
    throw new Error(
      `refused: ${ended.refusal.code} ${ended.refusal.place ?? ''} ${JSON.stringify(ended.refusal.params)}`,
    )
  return ended.output as T
}

/** The code that a call is refused with; `done` when it is not. */
export async function codeOf(outcome: Promise<Outcome>): Promise<string> {
  const ended = await outcome
  return ended.kind === 'refused' ? ended.refusal.code : 'done'
}

/** Somebody of a party with the permissions named. */
export function someone(party: string, permissions: readonly string[], account = party): Actor {
  return {
    account,
    party,
    roles: ['test'],
    grants: new Map(permissions.map(name => [name, 'own'])),
    language: 'en',
    channel: 'http',
  }
}
