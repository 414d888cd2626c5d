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

/** A time in which a role is held; no end: until it is taken. */
export interface Period {
  readonly from: Date
  readonly to?: Date | undefined
}

const OVERLAPPING = `
  select from_at as "from", to_at as "to" from kernel.membership
  where account_id = $1 and party_id = $2 and role = $3
    and (to_at is null or to_at > $4) and ($5::timestamptz is null or from_at < $5)
  order by from_at limit 1`

/** The first time in which the account holds the role already, of those that overlap. */
export async function heldIn(
  work: UnitOfWork,
  account: string,
  party: string,
  role: string,
  { from, to }: Period,
): Promise<{ readonly from: Date; readonly to: Date | null } | undefined> {
  const [held] = await work.query<{ from: Date; to: Date | null }>(OVERLAPPING, [
    account,
    party,
    role,
    from,
    to ?? null,
  ])
  return held
}

/** Adds a membership from now on, or for a time; nothing changes when it is held in that time already. */
export async function addMembership(
  work: UnitOfWork,
  account: string,
  party: string,
  role: string,
  period: Period = { from: work.now },
): Promise<boolean> {
  if (await heldIn(work, account, party, role, period)) return false
  const { from, to } = period
  await work.execute(
    // One that was to begin then and was ended before begins after all.
    `insert into kernel.membership (account_id, party_id, role, from_at, to_at) values ($1, $2, $3, $4, $5)
     on conflict (account_id, party_id, role, from_at) do update set to_at = excluded.to_at`,
    [account, party, role, from, to ?? null],
  )
  const data = { party, role, ...(from > work.now && { from }), ...(to && { to }) }
  work.emit({ type: 'kernel.role.granted', record: `kernel.account/${account}`, data })
  return true
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
 * After a change, refuses it when nobody is left who can grant roles, now and without an end. Changes of this kind
 * are done one after the other.
 */
export async function refuseLastAdministrator(
  work: UnitOfWork,
  services: HostServices,
): Promise<Refusal | undefined> {
  const [left] = await work.query(
    `select 1 from kernel.membership m
     join kernel.account a on a.id = m.account_id and a.disabled_at is null and (not a.demonstration or $3)
     join kernel.party p on p.id = m.party_id and p.closed_at is null
     where m.role = any($1) and m.from_at <= $2 and m.to_at is null limit 1`,
    [administrating(services), work.now, services.config.environment === 'demonstration'],
  )
  return left ? undefined : identityRefusals.refuse('account.last_administrator')
}

/** To be taken before a change that may take an administrator away. */
export async function lockAdministrators(work: UnitOfWork): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext('kernel.administrators'))`)
}
