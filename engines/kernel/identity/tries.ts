import { sm3 } from '../crypto/index.ts'
import type { Tx } from '../db/index.ts'
import { type Limits, later } from './limits.ts'

/*
 * Failed tries to sign in, per login and per address. The first few are free; each one after doubles the wait
 * from one second up to the installation's longest. A try that comes too early is not looked at and does not
 * count. Failures are forgotten after a day, and those of a login when it signs in.
 */
interface Tried extends Record<string, unknown> {
  readonly failures: number
  readonly last_at: Date
}

const FORGOTTEN_AFTER = 24

/**
 * Seconds that the caller still has to wait; 0: may try. Locks the login's row, so that many tries at once are
 * counted one after the other.
 */
export async function secondsToWait(
  tx: Tx,
  login: string,
  address: string | undefined,
  now: Date,
  limits: Limits,
): Promise<number> {
  const [byAddress] = address
    ? await tx.query<Tried>('select failures, last_at from kernel.sign_in_try where subject = $1', [
        subject('address', address),
      ])
    : []
  const [byLogin] = await tx.query<Tried>(
    `insert into kernel.sign_in_try as t (subject, failures, last_at) values ($1, 0, $2)
     on conflict (subject) do update set failures = t.failures returning failures, last_at`,
    [subject('login', login), now],
  )
  return Math.max(
    wait(byLogin, limits['tries.login'], limits, now),
    wait(byAddress, limits['tries.address'], limits, now),
  )
}

/** Counts a failure; the caller sees to it that it stays although the call is refused. */
export async function countFailure(
  tx: Tx,
  login: string,
  address: string | undefined,
  now: Date,
): Promise<void> {
  const forget = later(now, -FORGOTTEN_AFTER, 'hours')
  await tx.execute('delete from kernel.sign_in_try where last_at < $1', [forget])
  const subjects = [subject('login', login), ...(address ? [subject('address', address)] : [])]
  for (const each of subjects)
    await tx.execute(
      `insert into kernel.sign_in_try as t (subject, failures, last_at) values ($1, 1, $2)
       on conflict (subject) do update set failures = t.failures + 1, last_at = excluded.last_at`,
      [each, now],
    )
}

export async function forgetFailures(tx: Tx, login: string): Promise<void> {
  await tx.execute('delete from kernel.sign_in_try where subject = $1', [subject('login', login)])
}

function wait(tried: Tried | undefined, free: number, limits: Limits, now: Date): number {
  if (!tried || tried.failures < free) return 0
  const seconds = Math.min(2 ** Math.min(tried.failures - free, 30), limits['tries.wait'])
  const left = later(tried.last_at, seconds, 'seconds').getTime() - now.getTime()
  return left > 0 && tried.last_at >= later(now, -FORGOTTEN_AFTER, 'hours') ? Math.ceil(left / 1000) : 0
}

function subject(kind: 'login' | 'address', text: string): string {
  return sm3(`${kind} ${text}`)
}
