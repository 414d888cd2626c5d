import { randomToken, sm3 } from '../crypto/index.ts'
import type { Tx } from '../db/index.ts'

/** What a one-time link is for. */
export type Purpose = 'first-administrator' | 'password'

export interface Invitation {
  readonly purpose: Purpose
  readonly account: string | undefined
}

/** Makes a one-time link's token; links made before for the same end work no more. */
export async function invite(
  tx: Tx,
  invitation: Invitation,
  now: Date,
  expiresAt: Date,
): Promise<{ token: string; expiresAt: string }> {
  const { purpose, account } = invitation
  await tx.execute(
    `update kernel.invitation set used_at = $3 where purpose = $1 and used_at is null
     and account_id is not distinct from $2::uuid`,
    [purpose, account ?? null, now],
  )
  const token = randomToken()
  await tx.execute(
    `insert into kernel.invitation (token_hash, purpose, account_id, created_at, expires_at)
     values (decode($1, 'hex'), $2, $3, $4, $5)`,
    [sm3(token), purpose, account ?? null, now, expiresAt],
  )
  return { token, expiresAt: expiresAt.toISOString() }
}

/** Uses a token up; undefined when it is unknown, used or too old. Of two at once one gets it. */
export async function useInvitation(tx: Tx, token: string, now: Date): Promise<Invitation | undefined> {
  const [row] = await tx.query<{ purpose: Purpose; account: string | null }>(
    `update kernel.invitation set used_at = $2
     where token_hash = decode($1, 'hex') and used_at is null and expires_at > $2
     returning purpose, account_id as account`,
    [sm3(token), now],
  )
  return row && { purpose: row.purpose, account: row.account ?? undefined }
}

/** Where a one-time link leads. */
export function welcomePath(token: string): string {
  return `/welcome?token=${token}`
}
