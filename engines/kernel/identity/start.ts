import type { Outcome } from '../command/outcome.ts'
import type { Config } from '../config/index.ts'
import type { Text } from '../text/index.ts'
import { type Actor, systemActor } from './actor.ts'
import { completePasswords } from './demonstration-passwords.ts'

/** What a start needs of the installation that it prepares. */
interface Startable {
  readonly config: Config
  call(name: string, input: unknown, actor: Actor): Promise<Outcome>
}

/** The parties and accounts of a demonstration, as a pack's `demo/accounts.yaml` reads. */
export interface DemonstrationPack {
  readonly parties: readonly { readonly id: string; readonly kind: string; readonly name: Text }[]
  readonly accounts: readonly {
    readonly login: string
    readonly name: Text
    /** Id of one of the parties. */
    readonly party: string
    readonly roles: readonly string[]
  }[]
}

/**
 * Makes a demonstration's parties and accounts, with passwords of this installation's own; does nothing when
 * they are there already. Their logins and passwords are in `kernel.demonstration.accounts`.
 * @throws Error when the installation is no demonstration on loopback, or the pack names an unknown role
 */
export async function prepareDemonstration(host: Startable, pack: DemonstrationPack): Promise<void> {
  const logins = pack.accounts.map(account => account.login.toLowerCase())
  const { environment, dataDir } = host.config
  if (environment !== 'demonstration') throw new Error('Only a demonstration has ready-made accounts.')
  const passwords = await completePasswords(dataDir, logins)
  const accounts = pack.accounts.map(account => ({
    ...account,
    password: passwords[account.login.toLowerCase()]!,
  }))
  await must(host, 'kernel.demonstration.prepare', { parties: pack.parties, accounts })
}

/**
 * The one-time link with which the first administrator signs in, on an installation that has no account yet;
 * undefined when it has one. Links made at earlier starts work no more.
 */
export async function firstAdministratorLink(
  host: Startable,
): Promise<{ readonly url: string; readonly expiresAt: string } | undefined> {
  const { url, expiresAt } = (await must(host, 'kernel.account.inviteFirst', {})) as {
    url?: string
    expiresAt?: string
  }
  return url && expiresAt ? { url, expiresAt } : undefined
}

async function must(host: Startable, name: string, input: unknown): Promise<unknown> {
  const outcome = await host.call(name, input, systemActor('start'))
  if (outcome.kind === 'refused')
    throw new Error(`${name} was refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params)}`)
  return outcome.output
}
