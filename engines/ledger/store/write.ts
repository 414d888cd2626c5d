import type { Tx } from '@tongqu/kernel/db'
import { type Books, type Changes, type Hold, TransferFlags } from '../machine/index.ts'
import { column, idOrNull } from './columns.ts'

/*
 * All that a batch changed, in one statement: transfers inserted from arrays, accounts set to absolute balances.
 * One row is written once however many transfers touched it, so a hot account gets cheaper with load.
 */
const ENTER = `
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
  )`
const COUNTED = `(select count(*) from entered)::int as entered, (select count(*) from changed)::int as changed`
const WRITE = `${ENTER} select ${COUNTED}, 0 as held, 0 as resolved`
const WRITE_WITH_HOLDS = `${ENTER}, held as (
    insert into ledger.hold (id, debit_account_id, credit_account_id, amount, timestamp, writer, status, expires_at,
      resolved_at, resolved_run)
    select id, debit, credit, amount, at, $27, status, expires_at, resolved_at, run
    from unnest($22::uuid[], $23::uuid[], $24::uuid[], $25::bigint[], $26::bigint[], $28::text[], $29::bigint[], $30::bigint[],
      $31::uuid[]) as n (id, debit, credit, amount, at, status, expires_at, resolved_at, run)
    returning 1
  ), resolved as (
    update ledger.hold h set status = n.status, resolved_at = n.resolved_at, resolved_run = n.run
    from unnest($32::uuid[], $33::text[], $34::bigint[], $35::uuid[]) as n (id, status, resolved_at, run)
    where h.id = n.id and h.status = 'pending'
    returning 1
  )
  select ${COUNTED}, (select count(*) from held)::int as held, (select count(*) from resolved)::int as resolved`
const FAIL = `
  insert into ledger.failed (id, run) select * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`

/** Which run did it, by the id of the transfer that was asked for, or of the hold that expired. */
export type RunOf = (id: string) => string

interface Written extends Record<string, unknown> {
  readonly entered: number
  readonly changed: number
  readonly held: number
  readonly resolved: number
}

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
  const { transfers, accounts, holds, failed } = changes
  if (transfers.length + accounts.length + holds.length > 0) {
    const made = new Set(transfers.filter(t => t.flags & TransferFlags.pending).map(t => t.id))
    const fresh = holds.filter(hold => made.has(hold.id))
    const older = holds.filter(hold => !made.has(hold.id))
    const values = transferColumns(books, changes, runOf)
    if (holds.length > 0) values.push(...holdColumns(books, changes, fresh, older, runOf, writer))
    const [written] = await tx.query<Written>(holds.length > 0 ? WRITE_WITH_HOLDS : WRITE, values)
    must(written!.entered, transfers.length, 'transfers')
    must(written!.changed, accounts.length, 'accounts')
    must(written!.held, fresh.length, 'holds')
    must(written!.resolved, older.length, 'resolved holds')
  }
  if (failed.length > 0) await tx.execute(FAIL, [column(failed), column(failed.map(runOf))])
}

function transferColumns(books: Books, changes: Changes, runOf: RunOf): unknown[] {
  const { transfers: t, accounts: a } = changes
  return [
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
  ]
}

function holdColumns(
  books: Books,
  changes: Changes,
  fresh: readonly Hold[],
  older: readonly Hold[],
  runOf: RunOf,
  writer: string,
): unknown[] {
  const resolving = new Map(changes.transfers.map(t => [t.pending_id, t.id]))
  // Posted or voided by the run of that transfer; expired by the run that found it due.
  const runs = ({ id, status }: Hold) => (status === 'pending' ? undefined : runOf(resolving.get(id) ?? id))
  const held = fresh.map(hold => books.transfer(hold.id)!)
  return [
    column(held.map(each => each.id)),
    column(held.map(each => each.debit_account_id)),
    column(held.map(each => each.credit_account_id)),
    column(held.map(each => each.amount)),
    column(held.map(each => each.timestamp)),
    writer,
    column(fresh.map(hold => hold.status)),
    column(fresh.map(hold => hold.expires_at)),
    column(fresh.map(hold => hold.resolved_at)),
    column(fresh.map(runs)),
    column(older.map(hold => hold.id)),
    column(older.map(hold => hold.status)),
    column(older.map(hold => hold.resolved_at)),
    column(older.map(runs)),
  ]
}

function must(written: number, asked: number, what: string): void {
  if (written !== asked) throw new Error(`The ledger's tables took ${written} of ${asked} ${what}.`)
}
