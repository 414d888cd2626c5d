import { systemClock } from '@tongqu/kernel/clock'
import { readConfig } from '@tongqu/kernel/config'
import { describeHost } from '@tongqu/kernel/host'
import { RoleBook } from '@tongqu/kernel/identity'
import { createLog } from '@tongqu/kernel/log'
import type { Registry } from '@tongqu/kernel/module'
import { modules } from './modules.ts'
import { readPacks, rolesOf } from './packs.ts'

/** What an installation with these settings registers, without opening its database. */
export async function describeInstallation(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Promise<Registry> {
  const config = readConfig(env, root)
  const packs = await readPacks(config.packDir)
  const roles = new RoleBook(rolesOf(packs))
  return describeHost({ config, clock: systemClock, log: createLog('silent'), roles, packs, modules })
}
