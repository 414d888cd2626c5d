import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { Books, type Hold, type Transfer } from '../machine/index.ts'
import { type AccountAt, type Balances, balancesAt } from './balances.ts'
import { ACCOUNT_COLUMNS, type AccountRow, accountOf, column } from './columns.ts'
import { known, knownNow } from './known.ts'
import { whilePosting } from './posting.ts'
import { readTransfers } from './read.ts'
import { ACCOUNT_KEY, type Side, sides } from './sides.ts'
import { unsafeSeeingAll } from './sight.ts'
import { type Statement, statementOf } from './statement.ts'

/*
 * Doors for the domain that keeps accounts: it decides whose accounts somebody may look at, by records of its own, and
 * asks here by their ids. Whether the caller could see the account itself is not asked again.
 */

/** An account as it stands. */
export interface StandingAccount extends Balances {
  readonly id: string
  /** The shard whose writer changes it; empty: row locks. */
  readonly writer: string
  /**
   * The time of its last change, nanoseconds since 1970. Every later change has a later time, whatever the clock says:
   * the account as at this time is the account as it is read here, for ever.
   */
  readonly changedAt: bigint
}

const STANDING = `select ${ACCOUNT_COLUMNS} from ledger.account where id = any($1::uuid[])`
const LOCKED = `${STANDING} order by id for update`

/**
 * Accounts as they stand, all read at one moment; those that do not exist are missing.
 * @param isLocked they stay so until the transaction ends; only for accounts under row locks, in order of id
 */
export async function accountsNow(
  tx: Tx,
  ids: readonly string[],
  isLocked = false,
): Promise<Map<string, StandingAccount>> {
  if (ids.length === 0) return new Map()
  const rows = await whilePosting(tx, () => tx.query<AccountRow>(isLocked ? LOCKED : STANDING, [column(ids)]))
  return new Map(
    rows.map(row => {
      const { id, debits_pending, debits_posted, credits_pending, credits_posted } = accountOf(row)
      const balances = { debits_pending, debits_posted, credits_pending, credits_posted }
      return [id, { id, writer: row.writer, changedAt: BigInt(row.changed_at), ...balances }]
    }),
  )
}

/** The available part of an account that must not be overdrawn: credited, neither debited nor held. */
export function availableOn(account: Balances): bigint {
  return account.credits_posted - account.debits_posted - account.debits_pending
}

/**
 * Balances of accounts, each as at a time of its own, from the nearest closing on.
 * @param accounts `at` in nanoseconds since 1970, included
 * @param knownAt as known at this position of the event log; absent: all that is committed
 */
export async function accountsAsAt(
  tx: Tx,
  accounts: readonly AccountAt[],
  knownAt?: number,
): Promise<Map<string, Balances>> {
  const found = await unsafeSeeingAll(tx, () => balancesAt(tx, accounts, knownAt))
  return new Map(accounts.map(({ id }, n) => [id, found[n]!]))
}

/** The last position of the event log that is placed: what is known now. */
export function lastKnown(tx: Tx): Promise<number> {
  return unsafeSeeingAll(tx, () => knownNow(tx))
}

/** The changes of an account after `from` up to and with `to.at`, as known at a position (see `ledger.account.statement`). */
export function accountHistory(
  work: UnitOfWork,
  account: string,
  from: bigint,
  to: { readonly at: bigint; readonly knownAt: number },
  most: number,
): Promise<Statement> {
  return unsafeSeeingAll(work.tx, () => statementOf(work.tx, account, from, to, { most }))
}

/** What moved on an account under one code. */
export interface Turnover {
  readonly account: string
  readonly code: number
  readonly debits: bigint
  readonly credits: bigint
}

// Flags: 2 pending, 8 void: what was only held did not move.
const moved = ({ own, name }: Side) => `
  select account.id, t.code, '${name}' as side, t.amount from ledger.account
  join ledger.transfer t on t.${own} = account.${ACCOUNT_KEY}
  where account.id = any($1::uuid[]) and t.flags & 10 = 0 and t.timestamp > $2 and t.timestamp <= $3
    and ($4::bigint is null or ${known('t.run', '$4')})`
const TURNOVER = `
  select id as account, code, coalesce(sum(amount) filter (where side = 'debit'), 0)::text as debits,
    coalesce(sum(amount) filter (where side = 'credit'), 0)::text as credits
  from (${sides.map(moved).join(' union all ')}) as moved group by id, code order by id, code`

/**
 * What moved on accounts after `from` up to and with `to`, by code.
 * @param from nanoseconds since 1970, not included; `to` is
 * @param knownAt as known at this position of the event log; absent: all that is committed
 */
export async function turnoverOf(
  tx: Tx,
  accounts: readonly string[],
  {
    from,
    to,
    knownAt,
  }: { readonly from: bigint; readonly to: bigint; readonly knownAt?: number | undefined },
): Promise<Turnover[]> {
  if (accounts.length === 0) return []
  const rows = await unsafeSeeingAll(tx, () =>
    tx.query<{ account: string; code: number; debits: string; credits: string }>(TURNOVER, [
      column(accounts),
      from,
      to,
      knownAt ?? null,
    ]),
  )
  return rows.map(({ account, code, debits, credits }) => ({
    account,
    code,
    debits: BigInt(debits),
    credits: BigInt(credits),
  }))
}

/** A transfer that happened, with its hold if it is one. */
export interface FoundTransfer {
  readonly transfer: Transfer
  readonly hold: Hold | undefined
}

/** Transfers by their ids; those that do not exist are missing. */
export async function transfersById(tx: Tx, ids: readonly string[]): Promise<Map<string, FoundTransfer>> {
  const books = new Books()
  await whilePosting(tx, () => readTransfers(tx, books, ids))
  return new Map(
    [...books.transfers()].map(transfer => [transfer.id, { transfer, hold: books.hold(transfer.id) }]),
  )
}
