import type { Tx } from '@tongqu/kernel/db'
import { column } from './columns.ts'
import { anyhow, byProbe, isNear, type Knowing, lessLater } from './known.ts'
import { ACCOUNT_KEY, type Side, sides } from './sides.ts'

/** Which balances are asked for; the pair gives the same answer for ever. */
export interface AsAt {
  /** True at this time: every transfer up to and with it, nanoseconds since 1970. */
  readonly at: bigint
  /** As known at this position of the event log. */
  readonly knownAt: number
}

/** The four balances of an account, in the smallest piece of its unit. */
export interface Balances {
  readonly debits_pending: bigint
  readonly debits_posted: bigint
  readonly credits_pending: bigint
  readonly credits_posted: bigint
}

/** An account and a time, nanoseconds since 1970. */
export interface AccountAt {
  readonly id: string
  readonly at: bigint
}

// Flags: 2 pending, 4 post, 8 void. A hold counts from its transfer until the transfer that resolved it, or until it
// expired; all of it is found by the account's own time.
const moved = ({ own, name }: Side, { isKnown }: Knowing) => `
  cross join lateral (
    select coalesce(sum(t.amount) filter (where t.flags & 10 = 0), 0) as posted,
      coalesce(sum(t.amount) filter (where t.flags & 2 <> 0), 0)
        - coalesce(sum((select h.amount from ledger.hold h where h.id = t.pending_id)) filter (where t.flags & 12 <> 0), 0)
        as held
    from ledger.transfer t
    where t.${own} = a.key and t.timestamp > a.since and t.timestamp <= a.at and ${isKnown('t.run')}) ${name}
  cross join lateral (
    select coalesce(sum(h.amount), 0) as expired from ledger.hold h
    where h.${own} = a.key and h.status = 'expired' and h.resolved_at > a.since and h.resolved_at <= a.at
      and ${isKnown('h.resolved_run')}) ${name}_gone`

/** From the nearest snapshot at or before the time, if it was known. */
const fromSnapshot = ({ isKnown }: Knowing) => `
  select * from ledger.snapshot s where s.account_id = asked.id and s.at <= asked.at and ${isKnown('s.run')}
  order by s.at desc limit 1`
const fromNothing = 'select * from ledger.snapshot where false'

// Materialised, so that `since` is a value by the time that transfers are looked for: the planner does not probe an
// index with what an outer join may leave empty.
const balancesSql = (knowing: Knowing, from = fromSnapshot(knowing)) => `
  with ${knowing.given} a as materialized (
    select asked.n, asked.at, account.${ACCOUNT_KEY} as key, coalesce(s.at, 0) as since,
      coalesce(s.debits_pending, 0) as dp, coalesce(s.debits_posted, 0) as d,
      coalesce(s.credits_pending, 0) as cp, coalesce(s.credits_posted, 0) as c
    from unnest($1::uuid[], $2::bigint[]) with ordinality as asked (id, at, n)
    left join ledger.account on account.id = asked.id
    left join lateral (${from}) s on true)
  select (a.dp + debit.held - debit_gone.expired)::text as dp, (a.d + debit.posted)::text as d,
    (a.cp + credit.held - credit_gone.expired)::text as cp, (a.c + credit.posted)::text as c
  from a
  ${sides.map(each => moved(each, knowing)).join('')}
  order by a.n`

/** By what is asked; `plain` adds up everything, and is what the others must agree with. */
export const balancesStatements = {
  anyhow: balancesSql(anyhow),
  byProbe: balancesSql(byProbe),
  lessLater: balancesSql(lessLater),
  plain: balancesSql(byProbe, fromNothing),
}

interface Row extends Record<string, unknown> {
  readonly dp: string
  readonly d: string
  readonly cp: string
  readonly c: string
}

/**
 * Balances of accounts, each as at a time of its own, in the order asked: from the nearest snapshot, what came after it
 * added up. An account that does not exist has none of anything. Needs sight of all accounts and events.
 * @param knownAt as known at this position of the event log; absent: all that is committed
 */
export async function balancesAt(
  tx: Tx,
  accounts: readonly AccountAt[],
  knownAt?: number,
): Promise<Balances[]> {
  if (accounts.length === 0) return []
  const values = [column(accounts.map(each => each.id)), column(accounts.map(each => each.at))]
  const { anyhow, byProbe, lessLater } = balancesStatements
  const rows =
    knownAt === undefined
      ? await tx.query<Row>(anyhow, values)
      : await tx.query<Row>((await isNear(tx, knownAt)) ? lessLater : byProbe, [...values, knownAt])
  return rows.map(balancesOf)
}

export function balancesOf({ dp, d, cp, c }: Row): Balances {
  return {
    debits_pending: BigInt(dp),
    debits_posted: BigInt(d),
    credits_pending: BigInt(cp),
    credits_posted: BigInt(c),
  }
}
