import type { UnitOfWork } from '../command/unit-of-work.ts'
import { randomToken, sm3 } from '../crypto/index.ts'
import type { Tx } from '../db/index.ts'
import type { Text } from '../text/index.ts'
import { type Limits, later } from './limits.ts'

/** How somebody signed in: by a password (and a code, where there is one), at an identity provider, by a passkey. */
export type SignedInBy = 'password' | 'oidc' | 'passkey'

/** A party that an account acts for, with the roles that it holds there now. */
export interface Membership {
  readonly id: string
  readonly kind: string
  readonly name: Text
  readonly roles: readonly string[]
}

const MEMBERSHIPS = `
  select p.id, p.kind, p.name, array_agg(distinct m.role order by m.role) as roles
  from kernel.membership m join kernel.party p on p.id = m.party_id and p.closed_at is null
  where m.account_id = $1 and m.from_at <= $2 and (m.to_at is null or m.to_at > $2)
  group by p.id, p.kind, p.name order by min(m.from_at), p.id`

/** The parties that an account may act for, the one it joined first at the head. System scope. */
export function membershipsOf(tx: Tx, account: string, now: Date): Promise<Membership[]> {
  return tx.query<Membership & Record<string, unknown>>(MEMBERSHIPS, [account, now])
}

/** The party of the account's last session, if it still acts for it; else the one it joined first. */
export async function partyToBegin(
  tx: Tx,
  account: string,
  memberships: readonly Membership[],
): Promise<Membership | undefined> {
  const [last] = await tx.query<{ party: string }>(
    'select party_id as party from kernel.session where account_id = $1 order by opened_at desc limit 1',
    [account],
  )
  return memberships.find(each => each.id === last?.party) ?? memberships[0]
}

/** Opens a session. @returns its token, which is stored nowhere, and the end of its life */
export async function openSession(
  work: UnitOfWork,
  { account, party, by }: { readonly account: string; readonly party: string; readonly by: SignedInBy },
  limits: Limits,
): Promise<{ token: string; expiresAt: string; session: string }> {
  const token = randomToken()
  const session = sm3(token)
  const expiresAt = later(work.now, limits['session.length'], 'hours')
  await work.execute(
    `insert into kernel.session (token_hash, account_id, party_id, opened_at, expires_at, seen_at, idle, address, opened_by)
     values (decode($1, 'hex'), $2, $3, $4, $5, $4, make_interval(mins => $6), $7, $8)`,
    [session, account, party, work.now, expiresAt, limits['session.idle'], work.actor.address ?? null, by],
  )
  await work.execute('update kernel.account set signed_in_at = $2 where id = $1', [account, work.now])
  return { token, expiresAt: expiresAt.toISOString(), session }
}

/** Ends one session. */
export async function endSession(work: UnitOfWork, session: string): Promise<boolean> {
  const ended = await work.execute(
    `update kernel.session set ended_at = $2 where token_hash = decode($1, 'hex') and ended_at is null`,
    [session, work.now],
  )
  return ended > 0
}

/** Ends an account's sessions, but for one that stays. @returns how many were open */
export async function endSessions(work: UnitOfWork, account: string, but?: string): Promise<number> {
  const ended = await work.query<{ open: boolean }>(
    `update kernel.session set ended_at = $2
     where account_id = $1 and ended_at is null and ($3::text is null or token_hash <> decode($3, 'hex'))
     returning expires_at > $2 and seen_at + idle > $2 as open`,
    [account, work.now, but ?? null],
  )
  return ended.filter(({ open }) => open).length
}
