import type { Tx } from '@tongqu/kernel/db'
import { type Books, type Changes, TransferFlags } from '../machine/index.ts'
import { column, idOrNull } from './columns.ts'

/*
 * All that a batch changed, in one statement: transfers inserted from arrays, accounts set to absolute balances.
 * One row is written once however many transfers touched it, so a hot account gets cheaper with load.
 */
const WRITE = `
  with entered as (
    insert into ledger.transfer (id, debit_account_id, credit_account_id, amount, pending_id, user_data_128, user_data_64,
      user_data_32, timeout, ledger, code, flags, timestamp, run)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::uuid[], $7::bigint[],
      $8::int[], $9::int[], $10::int[], $11::int[], $12::int[], $13::bigint[], $14::uuid[])
    returning 1
  ), changed as (
    update ledger.account a set flags = n.flags, debits_pending = n.dp, debits_posted = n.d, credits_pending = n.cp,
      credits_posted = n.c, changed_at = $21
    from unnest($15::uuid[], $16::int[], $17::bigint[], $18::bigint[], $19::bigint[], $20::bigint[]) as n (id, flags, dp, d, cp, c)
    where a.id = n.id
    returning 1
  )
  select (select count(*) from entered)::int as entered, (select count(*) from changed)::int as changed`
const HOLD = `
  insert into ledger.hold (id, debit_account_id, credit_account_id, amount, timestamp, writer, status, expires_at, resolved_at,
    resolved_run)
  select id, debit, credit, amount, at, $6, status, expires_at, resolved_at, run
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $7::text[], $8::bigint[], $9::bigint[], $10::uuid[])
    as n (id, debit, credit, amount, at, status, expires_at, resolved_at, run)`
const RESOLVE = `
  update ledger.hold h set status = n.status, resolved_at = n.resolved_at, resolved_run = n.run
  from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[]) as n (id, status, resolved_at, run)
  where h.id = n.id and h.status = 'pending'`
const FAIL = `
  insert into ledger.failed (id, run) select * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`

/** Which run did it, by the id of the transfer that was asked for, or of the hold that expired. */
export type RunOf = (id: string) => string

/**
 * Writes what changed in the books.
 * @param writer of the accounts; empty: row locks
 * @throws when the tables hold something else than the books were read from; then nothing may be committed
 */
export async function writeChanges(
  tx: Tx,
  books: Books,
  changes: Changes,
  runOf: RunOf,
  writer: string,
): Promise<void> {
  if (changes.transfers.length + changes.accounts.length > 0) await writeTransfers(tx, books, changes, runOf)
  if (changes.holds.length > 0) await writeHolds(tx, books, changes, runOf, writer)
  if (changes.failed.length > 0)
    await tx.execute(FAIL, [column(changes.failed), column(changes.failed.map(runOf))])
}

async function writeTransfers(tx: Tx, books: Books, changes: Changes, runOf: RunOf): Promise<void> {
  const { transfers: t, accounts: a } = changes
  const [written] = await tx.query<{ entered: number; changed: number }>(WRITE, [
    column(t.map(each => each.id)),
    column(t.map(each => each.debit_account_id)),
    column(t.map(each => each.credit_account_id)),
    column(t.map(each => each.amount)),
    column(t.map(each => idOrNull(each.pending_id))),
    column(t.map(each => idOrNull(each.user_data_128))),
    column(t.map(each => each.user_data_64)),
    column(t.map(each => each.user_data_32)),
    column(t.map(each => each.timeout)),
    column(t.map(each => each.ledger)),
    column(t.map(each => each.code)),
    column(t.map(each => each.flags)),
    column(t.map(each => each.timestamp)),
    column(t.map(each => runOf(each.id))),
    column(a.map(each => each.id)),
    column(a.map(each => each.flags)),
    column(a.map(each => each.debits_pending)),
    column(a.map(each => each.debits_posted)),
    column(a.map(each => each.credits_pending)),
    column(a.map(each => each.credits_posted)),
    books.timestamp,
  ])
  must(written!.entered, t.length, 'transfers')
  must(written!.changed, a.length, 'accounts')
}

async function writeHolds(
  tx: Tx,
  books: Books,
  changes: Changes,
  runOf: RunOf,
  writer: string,
): Promise<void> {
  const made = new Set(changes.transfers.filter(t => t.flags & TransferFlags.pending).map(t => t.id))
  const resolving = new Map(changes.transfers.map(t => [t.pending_id, t.id]))
  const runs = (id: string, isOpen: boolean) => (isOpen ? undefined : runOf(resolving.get(id) ?? id))
  const fresh = changes.holds.filter(hold => made.has(hold.id))
  const older = changes.holds.filter(hold => !made.has(hold.id))
  if (fresh.length > 0) {
    const held = fresh.map(hold => books.transfer(hold.id)!)
    const inserted = await tx.execute(HOLD, [
      column(held.map(each => each.id)),
      column(held.map(each => each.debit_account_id)),
      column(held.map(each => each.credit_account_id)),
      column(held.map(each => each.amount)),
      column(held.map(each => each.timestamp)),
      writer,
      column(fresh.map(hold => hold.status)),
      column(fresh.map(hold => hold.expires_at)),
      column(fresh.map(hold => hold.resolved_at)),
      column(fresh.map(hold => runs(hold.id, hold.status === 'pending'))),
    ])
    must(inserted, fresh.length, 'holds')
  }
  if (older.length === 0) return
  const resolved = await tx.execute(RESOLVE, [
    column(older.map(hold => hold.id)),
    column(older.map(hold => hold.status)),
    column(older.map(hold => hold.resolved_at)),
    column(older.map(hold => runs(hold.id, false))),
  ])
  must(resolved, older.length, 'resolved holds')
}

function must(written: number, asked: number, what: string): void {
  if (written !== asked) throw new Error(`The ledger's tables took ${written} of ${asked} ${what}.`)
}
