import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from '../clock/index.ts'
import { readConfig } from '../config/index.ts'
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
}

/** An installation on a test's database, with a data folder of its own; not started. */
export async function testHost(options: TestHostOptions): Promise<Host> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tongqu-host-')))
  const config = { ...readConfig({}, process.cwd()), dataDir, anchorFile: join(dataDir, 'anchors/audit.txt') }
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
