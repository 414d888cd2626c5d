import type { Tx } from '@tongqu/kernel/db'

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

/** SQL: the run was known at a position, that is, an event of it is placed at or before it. */
export function known(run: string, position: string): string {
  return `exists (select from kernel.event e where e.run = ${run} and e.position <= ${position})`
}

// Flags: 2 pending, 8 void. A hold counts from its transfer until what resolved it, if that was known.
const side = (column: string) => `
  (select coalesce(sum(t.amount), 0) from ledger.transfer t
   where t.${column} = $1 and t.flags & 10 = 0 and t.timestamp <= $2 and ${known('t.run', '$3')})::text as posted_${column},
  (select coalesce(sum(h.amount), 0) from ledger.hold h join ledger.transfer t on t.id = h.id
   where h.${column} = $1 and h.timestamp <= $2 and ${known('t.run', '$3')}
     and (h.resolved_at is null or h.resolved_at > $2 or not ${known('h.resolved_run', '$3')}))::text as pending_${column}`
const BALANCES = `select ${side('debit_account_id')}, ${side('credit_account_id')}`

/** An account's balances at a time, as known at a position: added up from its transfers, not read off its row. Needs the system scope. */
export async function balancesAt(tx: Tx, account: string, { at, knownAt }: AsAt): Promise<Balances> {
  const [row] = await tx.query<Record<string, string>>(BALANCES, [account, at, knownAt])
  return {
    debits_pending: BigInt(row!.pending_debit_account_id!),
    debits_posted: BigInt(row!.posted_debit_account_id!),
    credits_pending: BigInt(row!.pending_credit_account_id!),
    credits_posted: BigInt(row!.posted_credit_account_id!),
  }
}

/** The last position of the event log that is placed: what is known now. */
export async function knownNow(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ head: string }>('select position as head from kernel.event_head')
  return Number(row!.head)
}
