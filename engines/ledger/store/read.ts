import { takeShards } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { type Books, type Hold, type NewTransfer, NIL_ID } from '../machine/index.ts'
import {
  ACCOUNT_COLUMNS,
  type AccountRow,
  accountOf,
  column,
  holdOf,
  type LookedUp,
  TRANSFER_COLUMNS,
  type TransferRow,
  transferOf,
} from './columns.ts'

/** Ids of a batch, in order, so that two transactions with the same ones wait for each other and never cross. */
const LOCK_IDS = `
  select pg_advisory_xact_lock(lock) from (
    select distinct hashtextextended(id::text, 0) as lock from unnest($1::uuid[]) as asked (id) order by 1 offset 0) as locks`
// Nearly always none of them.
const USED = `
  select id from ledger.transfer where id = any($1::uuid[])
  union all select id from ledger.failed where id = any($1::uuid[])`
// One probe of an index an id, whatever the planner thinks of tables that were empty when it first planned.
const LOOK_UP = `
  select asked.id as asked, ${TRANSFER_COLUMNS} from unnest($1::uuid[]) as asked (id)
  left join lateral (select * from ledger.transfer where id = asked.id limit 1) t on true
  left join lateral (select id from ledger.account where key = t.debit_account limit 1) d on true
  left join lateral (select id from ledger.account where key = t.credit_account limit 1) c on true
  left join lateral (select * from ledger.hold where id = t.id limit 1) h on true
  left join lateral (select true as failed from ledger.failed where id = asked.id limit 1) f on true
  where t.id is not null or f.failed`
const ACCOUNTS = `select ${ACCOUNT_COLUMNS} from ledger.account where id = any($1::uuid[])`
const WRITERS = `
  select distinct writer from ledger.account where id = any($1::uuid[]) and writer <> ''`
const LOCK_ACCOUNTS = `${ACCOUNTS} order by id for update`

/** Waits until no other transaction is deciding a transfer of these ids. */
export async function lockTransferIds(tx: Tx, transfers: readonly NewTransfer[]): Promise<void> {
  await tx.query(LOCK_IDS, [column(transfers.map(transfer => transfer.id))])
}

/** Reads into the books what became of ids: transfers with their holds, and those that failed for good. */
export async function readTransfers(tx: Tx, books: Books, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const used = await tx.query<{ id: string }>(USED, [column(ids)])
  if (used.length === 0) return
  const rows = await tx.query<LookedUp>(LOOK_UP, [column(used.map(row => row.id))])
  if (rows.length === 0) return
  const found = rows.filter((row): row is LookedUp & TransferRow => row.id !== null)
  const holds = found.map(holdOf).filter((hold): hold is Hold => hold !== undefined)
  const failed = rows.filter(row => row.id === null).map(row => row.asked)
  books.load({ transfers: found.map(transferOf), holds, failed })
}

/**
 * Reads accounts into the books, and with them how far their time has come.
 * @param isLocked under row locks, taken in order of id; their shards were taken before
 * @returns the row of each, by id: who may change it and what the tables name it by
 */
export async function readAccounts(
  tx: Tx,
  books: Books,
  ids: readonly string[],
  isLocked: boolean,
): Promise<Map<string, AccountRow>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<AccountRow>(isLocked ? LOCK_ACCOUNTS : ACCOUNTS, [column(ids)])
  let last = 0n
  for (const { changed_at } of rows) if (BigInt(changed_at) > last) last = BigInt(changed_at)
  books.load({ accounts: rows.map(accountOf) }, last)
  return new Map(rows.map(row => [row.id, row]))
}

/**
 * Takes the shards that accounts belong to from their writers, which read them anew when we are done. An account
 * never changes its writer.
 */
export async function takeShardsOf(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx.query<{ writer: string }>(WRITERS, [column(ids)])
  await takeShards(
    tx,
    rows.map(row => row.writer),
    now,
  )
}

/** Ids that transfers name and that are one: accounts or holds. */
export function named(ids: Iterable<string | undefined>): string[] {
  return [...new Set(ids)].filter((id): id is string => id !== undefined && id !== NIL_ID)
}

/** The accounts that transfers touch, with those of the holds that they resolve. */
export function accountsOf(books: Books, transfers: readonly NewTransfer[]): string[] {
  return named(
    transfers.flatMap(({ debit_account_id, credit_account_id, pending_id }) => {
      const held = pending_id === undefined ? undefined : books.transfer(pending_id)
      return [debit_account_id, credit_account_id, held?.debit_account_id, held?.credit_account_id]
    }),
  )
}
