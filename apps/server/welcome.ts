import type { Host } from '@tongqu/kernel/host'
import {
  type DemonstrationPack,
  firstAdministratorLink,
  prepareDemonstration,
  systemActor,
} from '@tongqu/kernel/identity'
import { parse } from 'yaml'
import { giveDeclarants } from './demonstration.ts'

type Say = (line: string) => void

/** Makes what a first start needs: a demonstration's accounts, or production's one-time link. */
export async function prepareAccounts(host: Host): Promise<void> {
  const pack = demonstrationOf(host)
  if (host.config.environment !== 'demonstration' || !pack) return
  await prepareDemonstration(host, pack)
  await giveDeclarants(host, pack)
}

/** Tells the person at the machine where to go, and as whom. */
export async function welcome(host: Host, address: string, say: Say): Promise<void> {
  const lines = ['', `通衢 Tongqu  ${address}`]
  if (host.clock.simulated) lines.push(`模拟时间 simulated clock: ${host.clock.now().toISOString()}`)
  lines.push(
    ...(host.config.environment === 'demonstration' ? await accountLines(host) : await linkLines(host)),
  )
  say(lines.join('\n'))
}

async function linkLines(host: Host): Promise<string[]> {
  const link = await firstAdministratorLink(host)
  return link ? [`首位管理员 first administrator (until ${link.expiresAt}):`, `  ${link.url}`] : []
}

async function accountLines(host: Host): Promise<string[]> {
  const outcome = await host.call('kernel.demonstration.accounts', {}, systemActor('start'))
  if (outcome.kind === 'refused') return []
  const { accounts } = outcome.output as { accounts: readonly Shown[] }
  const lines = accounts.map(
    ({ login, password, role }) => `  ${login.padEnd(10)} ${password.padEnd(24)} ${role.zh} ${role.en}`,
  )
  return ['演示账户 demonstration accounts:', ...lines]
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
