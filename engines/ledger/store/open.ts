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
import { ledgerRefusals } from '../refusals.ts'
import { column, idOrNull } from './columns.ts'
import { type AccountName, nameAccounts } from './name.ts'
import { whilePosting } from './posting.ts'
import { readAccounts } from './read.ts'
import { nanoseconds } from './time.ts'
import { holdUnits, refuseUnits } from './unit.ts'

/** An account to open, and whose it is. */
export interface OpenedAccount extends NewAccount, AccountName {
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

const OWNED = 'select id, party_id as party, writer from ledger.account where id = any($1::uuid[])'
interface Owned extends Record<string, unknown> {
  readonly id: string
  readonly party: string
  readonly writer: string
}

/**
 * Opens accounts with empty balances, in order, under TigerBeetle's codes. One for another party needs the office
 * or system scope.
 * @returns one result per account, in order; a refusal, and none opened, where a unit of account is unknown or not in
 *   use today, or an account of the same id is another party's or another writer's
 */
export async function openAccounts(
  work: UnitOfWork,
  accounts: readonly OpenedAccount[],
): Promise<Result<AccountStatus>[] | Refusal> {
  const ids = accounts.map(account => account.id)
  await work.query(LOCK_IDS, [column(ids)])
  const decided = await whilePosting(work.tx, async () => {
    const books = new Books()
    await readAccounts(work.tx, books, ids, false)
    const elsewhere = await refuseElsewhere(work, accounts)
    if (elsewhere) return elsewhere
    const units = await holdUnits(
      work,
      accounts.map(account => account.ledger),
    )
    // An account is younger than what is closed, whatever the clock says: no snapshot misses it.
    books.load({}, units.floor)
    const results = createAccounts(books, accounts, nanoseconds(work.now))
    const opened = books.drain().accounts
    const numbers = opened.map(account => account.ledger)
    return refuseUnits(units, numbers) ?? { results, opened }
  })
  if (isRefusal(decided)) return decided
  const { results, opened } = decided
  if (opened.length > 0) await insert(work, accounts, opened)
  return results
}

/** An account that exists is the same one only where it is the same party's and the same writer's. */
async function refuseElsewhere(
  work: UnitOfWork,
  accounts: readonly OpenedAccount[],
): Promise<Refusal | undefined> {
  const rows = await work.query<Owned>(OWNED, [column(accounts.map(account => account.id))])
  const kept = new Map(rows.map(row => [row.id, row]))
  for (const account of accounts) {
    const { id } = account
    const asked = { id, ...ownerOf(work, account) }
    const before = kept.get(id)
    if (before && (before.party !== asked.party || before.writer !== asked.writer))
      return ledgerRefusals.refuse('ledger.account_elsewhere', { account: id })
    kept.set(id, asked)
  }
  return undefined
}

function ownerOf({ actor }: UnitOfWork, { party_id, writer }: OpenedAccount) {
  return { party: party_id ?? actor.party ?? NIL_ID, writer: writer ?? '' }
}

async function insert(
  work: UnitOfWork,
  accounts: readonly OpenedAccount[],
  opened: readonly Account[],
): Promise<void> {
  const byId = new Map([...accounts].reverse().map(account => [account.id, account]))
  const asked = opened.map(({ id }) => byId.get(id)!)
  const owners = asked.map(account => ownerOf(work, account))
  await work.execute(OPEN, [
    column(opened.map(each => each.id)),
    column(owners.map(each => each.party)),
    owners.map(each => each.writer),
    column(opened.map(each => each.ledger)),
    column(opened.map(each => each.code)),
    column(opened.map(each => each.flags)),
    column(opened.map(each => idOrNull(each.user_data_128))),
    column(opened.map(each => each.user_data_64)),
    column(opened.map(each => each.user_data_32)),
    column(opened.map(each => each.timestamp)),
  ])
  await nameAccounts(work, asked)
}
