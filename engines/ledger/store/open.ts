import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import {
  type Account,
  type AccountStatus,
  Books,
  createAccounts,
  type NewAccount,
  NIL_ID,
  type Result,
} from '../machine/index.ts'
import { column, idOrNull } from './columns.ts'
import { whilePosting } from './posting.ts'
import { readAccounts } from './read.ts'
import { nanoseconds } from './time.ts'
import { refuseUnits } from './unit.ts'

/** An account to open, and whose it is. */
export interface OpenedAccount extends NewAccount {
  /** UUID of the party that may read it; absent: the caller's. */
  readonly party_id?: string
  /** The shard whose writer alone may change it (`writer/shard` of its group commands); absent: row locks. */
  readonly writer?: string
}

const OPEN = `
  insert into ledger.account (id, party_id, writer, ledger, code, flags, user_data_128, user_data_64, user_data_32, timestamp, changed_at)
  select id, party, writer, ledger, code, flags, u128, u64, u32, at, at
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[], $7::uuid[], $8::bigint[], $9::int[], $10::bigint[])
    as n (id, party, writer, ledger, code, flags, u128, u64, u32, at)`
const LOCK_IDS = `
  select pg_advisory_xact_lock(lock) from (
    select distinct hashtextextended(id::text, 1) as lock from unnest($1::uuid[]) as asked (id) order by 1 offset 0) as locks`

/**
 * Opens accounts with empty balances, in order, under TigerBeetle's codes. One for another party needs the office
 * or system scope.
 * @returns one result per account, in order; a refusal, and none opened, where a unit of account is unknown or not in
 *   use today
 */
export async function openAccounts(
  work: UnitOfWork,
  accounts: readonly OpenedAccount[],
): Promise<Result<AccountStatus>[] | Refusal> {
  const ids = accounts.map(account => account.id)
  await work.query(LOCK_IDS, [column(ids)])
  const decided = await whilePosting(work.tx, async () => {
    const books = new Books()
    await readAccounts(work.tx, books, ids, '', false)
    const results = createAccounts(books, accounts, nanoseconds(work.now))
    const opened = books.drain().accounts
    const refusal = await refuseUnits(
      work,
      opened.map(account => account.ledger),
    )
    return refusal ?? { results, opened }
  })
  if (isRefusal(decided)) return decided
  const { results, opened } = decided
  if (opened.length > 0) await insert(work, accounts, opened)
  return results
}

async function insert(
  work: UnitOfWork,
  accounts: readonly OpenedAccount[],
  opened: readonly Account[],
): Promise<void> {
  const byId = new Map(accounts.map(account => [account.id, account]))
  const asked = opened.map(account => byId.get(account.id)!)
  await work.execute(OPEN, [
    column(opened.map(each => each.id)),
    column(asked.map(each => each.party_id ?? work.actor.party ?? NIL_ID)),
    asked.map(each => each.writer ?? ''),
    column(opened.map(each => each.ledger)),
    column(opened.map(each => each.code)),
    column(opened.map(each => each.flags)),
    column(opened.map(each => idOrNull(each.user_data_128))),
    column(opened.map(each => each.user_data_64)),
    column(opened.map(each => each.user_data_32)),
    column(opened.map(each => each.timestamp)),
  ])
}
