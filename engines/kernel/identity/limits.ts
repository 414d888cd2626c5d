import type { Tx } from '../db/index.ts'
import type { Text } from '../text/index.ts'

/** A limit of the installation, with what holds until its administrator sets it. */
export interface LimitKind {
  readonly what: Text
  readonly unit: 'minutes' | 'hours' | 'days' | 'seconds' | 'characters' | 'tries'
  readonly value: number
  readonly least: number
  readonly most: number
}

/*
 * Where a value is taken from a recommendation it is NIST SP 800-63B-4's: sessions end after an hour of rest
 * and a day at most (§2.2.3), passwords that stand alone are long rather than contrived (§3.1.1.2). GB/T
 * 22239-2019 asks for such limits without naming values, so each installation may set its own.
 */
export const LIMITS = {
  'session.idle': limit('会话闲置多久后结束', 'Rest after which a session ends', 'minutes', 60, 1, 1440),
  'session.length': limit('会话最长持续', 'Longest a session lasts', 'hours', 12, 1, 168),
  'session.recent': limit(
    '更改登录方式前须在此时间内登录',
    'How lately one signed in who changes how to',
    'minutes',
    15,
    1,
    1440,
  ),
  'challenge.length': limit('通行密钥挑战有效', 'Life of a challenge to a passkey', 'seconds', 300, 30, 600),
  'tries.login': limit('同一账号可连续失败', 'Failed tries of one login before waits', 'tries', 5, 1, 100),
  'tries.address': limit(
    '同一地址可连续失败',
    'Failed tries of one address before waits',
    'tries',
    20,
    1,
    10_000,
  ),
  'tries.wait': limit('失败后最长等待', 'Longest wait after failed tries', 'seconds', 900, 1, 86_400),
  'password.length': limit('密码最短长度', 'Least length of a password', 'characters', 12, 8, 64),
  'invitation.length': limit('一次性链接有效', 'Life of a one-time link', 'hours', 72, 1, 720),
  'key.length': limit('API 密钥最长有效', 'Longest life of an API key', 'days', 365, 1, 1825),
} as const satisfies Record<string, LimitKind>

export type LimitName = keyof typeof LIMITS
export type Limits = Readonly<Record<LimitName, number>>

export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[]

function limit(
  zh: string,
  en: string,
  unit: LimitKind['unit'],
  value: number,
  least: number,
  most: number,
): LimitKind {
  return { what: { zh, en }, unit, value, least, most }
}

/** The limits in force. */
export async function readLimits(tx: Tx): Promise<Limits> {
  const set = await readSetLimits(tx)
  return Object.fromEntries(LIMIT_NAMES.map(name => [name, set[name] ?? LIMITS[name].value])) as never
}

/** The limits that this installation has set itself. */
export async function readSetLimits(tx: Tx): Promise<Partial<Record<LimitName, number>>> {
  const [row] = await tx.query<{ value: Partial<Record<LimitName, number>> }>(
    `select value from kernel.installation where name = 'limits'`,
  )
  return row?.value ?? {}
}

export async function writeLimits(tx: Tx, set: Partial<Record<LimitName, number>>, now: Date): Promise<void> {
  await tx.execute(
    `insert into kernel.installation (name, value, changed_at) values ('limits', $1, $2)
     on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at`,
    [JSON.stringify(set), now],
  )
}

/** An instant so many of a unit later. */
export function later(now: Date, count: number, unit: 'seconds' | 'minutes' | 'hours' | 'days'): Date {
  const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }[unit]
  return new Date(now.getTime() + count * seconds * 1000)
}
