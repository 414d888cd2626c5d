import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { HostServices } from '../host/services.ts'
import { withoutIdentityNumbers } from '../log/index.ts'
import type { Refusal } from '../refusal/index.ts'
import type { Text } from '../text/index.ts'
import { scopeFor } from './actor.ts'
import { identityRefusals } from './refusals.ts'

export interface AccountRow extends Record<string, unknown> {
  readonly id: string
  readonly login: string
  readonly name: Text
  readonly demonstration: boolean
  readonly disabled_at: Date | null
}

/** The account's row, locked for a change; undefined when there is none that the caller may see. */
export async function lockAccount(work: UnitOfWork, id: string): Promise<AccountRow | undefined> {
  const [row] = await work.query<AccountRow>(
    'select id, login, name, demonstration, disabled_at from kernel.account where id = $1 for update',
    [id],
  )
  return row
}

/** Adds an account without a password. @param login in lower case @returns its id */
export async function addAccount(work: UnitOfWork, login: string, name: Text): Promise<string | Refusal> {
  if (withoutIdentityNumbers(login) !== login)
    return identityRefusals.refuse('account.login_personal', {}, '/login')
  const id = work.newId()
  const added = await work.execute(
    `insert into kernel.account (id, login, name, created_at) values ($1, $2, $3, $4)
     on conflict (login) do nothing`,
    [id, login, JSON.stringify(name), work.now],
  )
  if (added === 0) return identityRefusals.refuse('account.login_taken', { login }, '/login')
  work.emit({ type: 'kernel.account.created', record: `kernel.account/${id}`, data: { login } })
  return id
}

/** Adds a membership from now on; nothing changes when it is held already. */
export async function addMembership(
  work: UnitOfWork,
  account: string,
  party: string,
  role: string,
): Promise<boolean> {
  const added = await work.execute(
    `insert into kernel.membership (account_id, party_id, role, from_at)
     select $1, $2, $3, $4 where not exists (
       select 1 from kernel.membership m where m.account_id = $1 and m.party_id = $2 and m.role = $3
       and (m.to_at is null or m.to_at > $4))`,
    [account, party, role, work.now],
  )
  if (added > 0)
    work.emit({ type: 'kernel.role.granted', record: `kernel.account/${account}`, data: { party, role } })
  return added > 0
}

/** The permission without which nobody could be given any other. */
const KEYSTONE = 'kernel.role.grant'

/** The roles that can grant roles. */
export function administrating({ roles }: HostServices): string[] {
  return roles
    .all()
    .filter(({ id }) => {
      const actor = { roles: [id], grants: roles.grants([id]), language: 'zh', channel: 'start' } as const
      return scopeFor(actor, KEYSTONE) !== undefined
    })
    .map(role => role.id)
}

/**
 * After a change, refuses it when nobody is left who can grant roles. Changes of this kind are done one after
 * the other.
 */
export async function refuseLastAdministrator(
  work: UnitOfWork,
  services: HostServices,
): Promise<Refusal | undefined> {
  const [left] = await work.query(
    `select 1 from kernel.membership m
     join kernel.account a on a.id = m.account_id and a.disabled_at is null and (not a.demonstration or $3)
     join kernel.party p on p.id = m.party_id and p.closed_at is null
     where m.role = any($1) and (m.to_at is null or m.to_at > $2) limit 1`,
    [administrating(services), work.now, services.config.environment === 'demonstration'],
  )
  return left ? undefined : identityRefusals.refuse('account.last_administrator')
}

/** To be taken before a change that may take an administrator away. */
export async function lockAdministrators(work: UnitOfWork): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext('kernel.administrators'))`)
}
