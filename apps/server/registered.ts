import { systemClock } from '@tongqu/kernel/clock'
import type { Definition } from '@tongqu/kernel/command'
import { readConfig } from '@tongqu/kernel/config'
import { describeHost } from '@tongqu/kernel/host'
import { RoleBook } from '@tongqu/kernel/identity'
import { createLog } from '@tongqu/kernel/log'
import { modules } from './modules.ts'
import { readPacks, rolesOf } from './packs.ts'

/** Every call that an installation with these settings has, without opening its database. */
export async function registeredCalls(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Promise<readonly Definition[]> {
  const config = readConfig(env, root)
  const packs = await readPacks(config.packDir)
  const roles = new RoleBook(rolesOf(packs))
  return describeHost({ config, clock: systemClock, log: createLog('silent'), roles, packs, modules }).calls()
}
