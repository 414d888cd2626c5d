import { SimulatedClock, systemClock } from '@tongqu/kernel/clock'
import type { Config } from '@tongqu/kernel/config'
import { type Host, openHost, openStorage, type Storage } from '@tongqu/kernel/host'
import { RoleBook, systemActor } from '@tongqu/kernel/identity'
import { createLog, type Log } from '@tongqu/kernel/log'
import { modules } from './modules.ts'
import { readPacks, rolesOf } from './packs.ts'
import { prepareAccounts } from './welcome.ts'

/** A host on its own storage, with its packs applied: what the server and the command line both work on. */
export interface Installation {
  readonly host: Host
  readonly storage: Storage
  stop(): Promise<void>
}

/**
 * Opens an installation: database, roles, tables, packs. Nothing listens and no job runs until `host.start`.
 * @param say told what a person at the machine should know
 */
export async function openInstallation(
  config: Config,
  say: (line: string) => void,
  log: Log = createLog(config.logLevel),
): Promise<Installation> {
  const clock = config.simulatedStart ? new SimulatedClock(config.simulatedStart) : systemClock
  const packs = await readPacks(config.packDir)
  const storage = await openStorage(config, say)
  try {
    const roles = new RoleBook(rolesOf(packs))
    const host = await openHost({ config, clock, log, roles, packs, urls: storage.urls, modules })
    for (const module of host.registry().modules)
      for (const name of module.atStart ?? []) await must(host, name)
    await prepareAccounts(host)
    return { host, storage, stop: () => host.stop().finally(() => storage.stop()) }
  } catch (error) {
    await storage.stop()
    throw error
  }
}

/** A call that the start depends on. */
async function must(host: Host, name: string): Promise<void> {
  const outcome = await host.call(name, {}, systemActor('start'))
  if (outcome.kind === 'refused') throw new Error(`${name} was refused: ${outcome.refusal.code}`)
}
