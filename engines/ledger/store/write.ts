import type { Tx } from '@tongqu/kernel/db'
import {
  type Account,
  type Books,
  type Changes,
  type Hold,
  NIL_ID,
  type Transfer,
  TransferFlags,
} from '../machine/index.ts'
import { column, idOrNull } from './columns.ts'

/*
 * All that a batch changed, sent at once: transfers inserted from arrays, accounts set to absolute balances. One row is
 * written once however many transfers touched it, so a hot account gets cheaper with load.
 */
const ENTER_WHOLE = `
  insert into ledger.transfer (id, debit_account, credit_account, amount, ledger, code, flags, timestamp, run,
    pending_id, user_data_128, user_data_64, user_data_32, timeout)
  select * from unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[], $5::int[], $6::int[], $7::int[], $8::bigint[],
    $9::uuid[], $10::uuid[], $11::uuid[], $12::bigint[], $13::int[], $14::int[])`
/** Most transfers have none of the last five. */
const ENTER = `
  insert into ledger.transfer (id, debit_account, credit_account, amount, ledger, code, flags, timestamp, run,
    user_data_64, user_data_32, timeout)
  select *, 0, 0, 0 from unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[], $5::int[], $6::int[], $7::int[],
    $8::bigint[], $9::uuid[])`
const CHANGE = `
  update ledger.account a set flags = n.flags, debits_pending = n.dp, debits_posted = n.d, credits_pending = n.cp,
    credits_posted = n.c, changed_at = $7
  from unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) as n (key, flags, dp, d, cp, c)
  where a.key = n.key`
const HOLD = `
  insert into ledger.hold (id, debit_account, credit_account, amount, timestamp, writer, status, expires_at,
    resolved_at, resolved_run)
  select id, debit, credit, amount, at, $6, status, expires_at, resolved_at, run
  from unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[], $5::bigint[], $7::text[], $8::bigint[], $9::bigint[],
    $10::uuid[]) as n (id, debit, credit, amount, at, status, expires_at, resolved_at, run)`
// Not by its status: of the indexes over open holds none is as good as the id's.
const RESOLVE = `
  update ledger.hold h set status = n.status, resolved_at = n.resolved_at, resolved_run = n.run
  from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[]) as n (id, status, resolved_at, run)
  where h.id = n.id and h.resolved_at is null`
const FAIL = `
  insert into ledger.failed (id, run) select * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`

/** What the tables keep beside what the books know. */
export interface Beside {
  /** Which run did it, by the id of the transfer that was asked for, or of the hold that expired. */
  runOf(id: string): string
  /** What the tables name an account by. */
  keyOf(account: string): number
  /** The shard that decides; empty: row locks. */
  readonly writer: string
}

type ResolvedBy = (hold: Hold) => string | undefined

/**
 * Writes what changed in the books.
 * @throws when the tables hold something else than the books were read from; then nothing may be committed
 */
export async function writeChanges(tx: Tx, books: Books, changes: Changes, beside: Beside): Promise<void> {
  const { runOf } = beside
  const { transfers, accounts, holds, failed } = changes
  const made = new Set(transfers.filter(t => t.flags & TransferFlags.pending).map(t => t.id))
  const fresh = holds.filter(hold => made.has(hold.id))
  const older = holds.filter(hold => !made.has(hold.id))
  const whole = transfers.some(isWhole)
  const resolving = new Map(transfers.map(t => [t.pending_id, t.id]))
  // Posted or voided by the run of that transfer; expired by the run that found it due.
  const resolvedBy = ({ id, status }: Hold) =>
    status === 'pending' ? undefined : runOf(resolving.get(id) ?? id)
  const failures = () => [column(failed), column(failed.map(id => runOf(id)))]
  await Promise.all([
    all(tx, whole ? ENTER_WHOLE : ENTER, transfers, () => transferColumns(transfers, whole, beside)),
    all(tx, CHANGE, accounts, () => [...accountColumns(accounts, beside), books.timestamp]),
    all(tx, HOLD, fresh, () => freshColumns(books, fresh, resolvedBy, beside)),
    all(tx, RESOLVE, older, () => olderColumns(older, resolvedBy)),
    failed.length > 0 ? tx.execute(FAIL, failures()) : undefined,
  ])
}

/** Writes rows, and makes sure that the tables took each of them. */
async function all<T>(tx: Tx, text: string, rows: readonly T[], columns: () => unknown[]): Promise<void> {
  if (rows.length === 0) return
  const written = await tx.execute(text, columns())
  if (written !== rows.length)
    throw new Error(`The ledger's tables took ${written} of ${rows.length} rows: ${text}`)
}

function isWhole({ pending_id, user_data_128, user_data_64, user_data_32, timeout }: Transfer): boolean {
  return (
    pending_id !== NIL_ID || user_data_128 !== NIL_ID || user_data_64 !== 0n || user_data_32 + timeout !== 0
  )
}

function transferColumns(t: readonly Transfer[], whole: boolean, { keyOf, runOf }: Beside): unknown[] {
  const columns = [
    column(t.map(each => each.id)),
    column(t.map(each => keyOf(each.debit_account_id))),
    column(t.map(each => keyOf(each.credit_account_id))),
    column(t.map(each => each.amount)),
    column(t.map(each => each.ledger)),
    column(t.map(each => each.code)),
    column(t.map(each => each.flags)),
    column(t.map(each => each.timestamp)),
    column(t.map(each => runOf(each.id))),
  ]
  if (!whole) return columns
  return [
    ...columns,
    column(t.map(each => idOrNull(each.pending_id))),
    column(t.map(each => idOrNull(each.user_data_128))),
    column(t.map(each => each.user_data_64)),
    column(t.map(each => each.user_data_32)),
    column(t.map(each => each.timeout)),
  ]
}

function accountColumns(a: readonly Account[], { keyOf }: Beside): unknown[] {
  return [
    column(a.map(each => keyOf(each.id))),
    column(a.map(each => each.flags)),
    column(a.map(each => each.debits_pending)),
    column(a.map(each => each.debits_posted)),
    column(a.map(each => each.credits_pending)),
    column(a.map(each => each.credits_posted)),
  ]
}

function freshColumns(
  books: Books,
  fresh: readonly Hold[],
  resolvedBy: ResolvedBy,
  { keyOf, writer }: Beside,
): unknown[] {
  const held = fresh.map(hold => books.transfer(hold.id)!)
  return [
    column(held.map(each => each.id)),
    column(held.map(each => keyOf(each.debit_account_id))),
    column(held.map(each => keyOf(each.credit_account_id))),
    column(held.map(each => each.amount)),
    column(held.map(each => each.timestamp)),
    writer,
    column(fresh.map(hold => hold.status)),
    column(fresh.map(hold => hold.expires_at)),
    column(fresh.map(hold => hold.resolved_at)),
    column(fresh.map(resolvedBy)),
  ]
}

function olderColumns(older: readonly Hold[], resolvedBy: ResolvedBy): unknown[] {
  return [
    column(older.map(hold => hold.id)),
    column(older.map(hold => hold.status)),
    column(older.map(hold => hold.resolved_at)),
    column(older.map(resolvedBy)),
  ]
}
