import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileSigner, newSigningKey, sealBlock } from '../audit/index.ts'
import { backup } from '../backup/backup.ts'
import type { Clock } from '../clock/index.ts'
import { GroupWriters } from '../command/group-writer.ts'
import { Runner } from '../command/index.ts'
import type { Config } from '../config/index.ts'
import { secret } from '../crypto/secrets.ts'
import { connect, type Database } from '../db/index.ts'
import { startedSubscriber } from '../desk/started.ts'
import { LogKeeper } from '../event/index.ts'
import { FileStore } from '../files/index.ts'
import { Address } from '../identity/address.ts'
import { identityNumbers } from '../identity/identity-numbers.ts'
import { type RoleBook, Tickets, Who } from '../identity/index.ts'
import { SecondFactors } from '../identity/second-factor.ts'
import { JobQueue } from '../job/index.ts'
import type { Log } from '../log/index.ts'
import type { Module } from '../module/index.ts'
import { Registry } from '../module/index.ts'
import type { Pack } from '../pack/index.ts'
import { SearchKeeper } from '../search/keeper.ts'
import { requireRowSecurity } from './row-security.ts'
import type { HostHealth, HostServices } from './services.ts'
import { prepareStorage, type StorageUrls } from './storage.ts'

export interface HostParts {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly roles: RoleBook
  readonly urls: StorageUrls
  readonly packs?: readonly Pack[]
  /** Given the host's own services, for modules that register calls upon them. */
  readonly modules: (services: HostServices) => readonly Module[]
}

/** A running installation: calls go in by `call`, everything else follows from them. */
export interface Host extends HostServices {
  readonly runner: Runner
  /** Starts jobs, event log and sealing; without it only calls are served (a verb of the command line). */
  start(): Promise<void>
  stop(): Promise<void>
}

/** How often placed events are sealed, milliseconds. */
const SEAL_EVERY = 5000
/** Jobs at once: planning is done in workers, so two keep both of a small machine's cores busy. */
const JOBS_AT_ONCE = 2

/** The secrets that an installation keeps. */
interface Keys {
  readonly identityNumbers: Uint8Array
  readonly secondFactors: Uint8Array
  readonly signing: Uint8Array
}

/** What follows only from a host that is open. */
type Running = Pick<
  HostServices,
  'registry' | 'call' | 'seal' | 'settle' | 'index' | 'periodic' | 'health' | 'backup'
>

function servicesOf(
  parts: Omit<HostParts, 'urls'>,
  database: Database,
  keys: Keys,
  running: Running,
): HostServices {
  const { config, clock, log, roles, packs = [] } = parts
  const address = new Address(config)
  return {
    config,
    address,
    clock,
    log,
    roles,
    packs,
    database,
    files: new FileStore(join(config.dataDir, 'files')),
    identityNumbers: identityNumbers(keys.identityNumbers),
    secondFactors: new SecondFactors(keys.secondFactors),
    signer: fileSigner(keys.signing),
    who: new Who(database, clock, roles, config.environment, address),
    tickets: new Tickets(randomBytes(32)),
    ...running,
  }
}

/** The registry of an installation without opening it: for help, docs and checks. No call can be made. */
export function describeHost(parts: Omit<HostParts, 'urls'>): Registry {
  const closed = () => {
    throw new Error('This installation is described, not open.')
  }
  const database = connect({ url: 'postgresql://closed.invalid/' })
  const keys = { identityNumbers: randomBytes(32), secondFactors: randomBytes(32), signing: newSigningKey() }
  const running = {
    registry: () => registry,
    call: closed,
    seal: closed,
    settle: closed,
    index: closed,
    periodic: closed,
    health: closed,
    backup: closed,
  }
  const registry: Registry = new Registry(parts.modules(servicesOf(parts, database, keys, running)))
  return registry
}

export async function openHost(parts: HostParts): Promise<Host> {
  const { config, clock, log, urls } = parts
  const secrets = join(config.dataDir, 'secrets')
  const keys = {
    identityNumbers: await secret(secrets, 'identity-numbers'),
    secondFactors: await secret(secrets, 'second-factors'),
    signing: await secret(secrets, 'audit-signing', newSigningKey),
  }
  const database = connect({ url: urls.app, max: 16 })
  let registry: Registry
  const services = servicesOf(parts, database, keys, {
    registry: () => registry,
    call: async (name, input, actor, options) => {
      const definition = registry.find(name)
      if (!definition) throw new Error(`There is no call ${name}.`)
      return runner.call(definition, input, actor, options)
    },
    seal: async () => {
      const { signer } = services
      while ((await sealBlock({ database, clock, signer, anchorFile: config.anchorFile })) !== undefined);
    },
    settle: async () => {
      await keeper.settle()
      await queue.drain()
      await keeper.settle()
    },
    periodic: () => queue.periodic(),
    index: () => search.settle(),
    health: () => healthOf(database, keeper),
    backup: (dir, told) => {
      const { dataDir, anchorFile } = config
      return backup(
        { adminUrl: urls.admin, dataDir, anchorFile, files: services.files, now: clock.now(), told },
        dir,
      )
    },
  })
  const { files, identityNumbers: numbers } = services
  const work = { clock, files, identityNumbers: numbers, database, log }
  registry = new Registry(parts.modules(services))
  await prepareStorage(urls, registry.migrations(), clock.now())
  await requireRowSecurity(database)
  let started = false
  const begun = registry.begins().length > 0 ? [startedSubscriber(registry.begins())] : []
  const search = new SearchKeeper(work, registry.finds())
  const keeper = new LogKeeper(work, [...registry.subscribers(), ...begun])
  const committed = () => void (started && keeper.wake())
  const writers = new GroupWriters({
    database,
    clock,
    identityNumbers: numbers,
    committed,
  })
  const runner = new Runner({ ...work, writers, committed })
  const queue = new JobQueue({ ...work, committed }, registry.jobs(), urls.jobs)
  let sealing: NodeJS.Timeout | undefined
  let sealed: Promise<void> = Promise.resolve()

  return {
    ...services,
    runner,
    async start() {
      started = true
      keeper.start()
      search.start()
      await queue.start(JOBS_AT_ONCE)
      sealing = setInterval(() => {
        sealed = services.seal().catch(error => log.error({ error }, 'the audit could not be sealed'))
      }, SEAL_EVERY)
    },
    async stop() {
      clearInterval(sealing)
      await queue.stop()
      await sealed
      await search.stop()
      await keeper.stop()
      await keeper.settle().catch(error => log.error({ error }, 'events were left unplaced'))
      await services.seal().catch(error => log.error({ error }, 'events were left unsealed'))
      await database.close()
    },
  }
}

async function healthOf(database: Database, keeper: LogKeeper): Promise<HostHealth> {
  const stuck = await database.transact({ scope: 'system' }, tx =>
    tx.query<{ subscriber: string; failure: string }>(
      'select subscriber, failure from kernel.cursor where failure is not null',
    ),
  )
  return { ok: stuck.length === 0, head: keeper.head, stuck }
}
