import type { Host } from '@tongqu/kernel/host'
import {
  type DemonstrationPack,
  firstAdministratorLink,
  prepareDemonstration,
  systemActor,
} from '@tongqu/kernel/identity'
import { parse } from 'yaml'

type Say = (line: string) => void

/** Makes what a first start needs: a demonstration's accounts, or production's one-time link. */
export async function prepareAccounts(host: Host): Promise<void> {
  const pack = demonstrationOf(host)
  if (host.config.environment === 'demonstration' && pack) await prepareDemonstration(host, pack)
}

/** Tells the person at the machine where to go, and as whom. */
export async function welcome(host: Host, address: string, say: Say): Promise<void> {
  say(`\n通衢 Tongqu  ${address}`)
  if (host.clock.simulated) say(`模拟时间 simulated clock: ${host.clock.now().toISOString()}`)
  if (host.config.environment === 'demonstration') return sayAccounts(host, say)
  const link = await firstAdministratorLink(host)
  if (link) say(`首位管理员 first administrator (until ${link.expiresAt}):\n  ${link.url}`)
}

async function sayAccounts(host: Host, say: Say): Promise<void> {
  const outcome = await host.call('kernel.demonstration.accounts', {}, systemActor('start'))
  if (outcome.kind === 'refused') return
  const { accounts } = outcome.output as { accounts: readonly Shown[] }
  say('演示账户 demonstration accounts:')
  for (const { login, password, role } of accounts)
    say(`  ${login.padEnd(10)} ${password.padEnd(24)} ${role.zh} ${role.en}`)
}

interface Shown {
  readonly login: string
  readonly password: string
  readonly role: { readonly zh: string; readonly en: string }
}

function demonstrationOf({ packs }: Host): DemonstrationPack | undefined {
  const text = packs.map(pack => pack.files.get('demo/accounts.yaml')).findLast(each => each !== undefined)
  return text === undefined ? undefined : (parse(text) as DemonstrationPack)
}
