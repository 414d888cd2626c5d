import type { Tx } from '@tongqu/kernel/db'
import {
  type Account,
  Books,
  createAccounts,
  createTransfers,
  expireHolds,
  type Transfer,
  TransferFlags,
} from '../../machine/index.ts'
import {
  ACCOUNT_COLUMNS,
  type AccountRow,
  accountOf,
  TRANSFER_COLUMNS,
  type TransferRow,
  transferOf,
  WITH_ACCOUNTS,
} from '../../store/columns.ts'

const ACCOUNTS = `select ${ACCOUNT_COLUMNS} from ledger.account where id = any($1::uuid[]) order by id`
const TRANSFERS = `
  select ${TRANSFER_COLUMNS} from ledger.transfer t ${WITH_ACCOUNTS} left join ledger.hold h on h.id = t.id
  where d.id = any($1::uuid[]) order by t.timestamp, t.id`

/** What is wrong with a world, judged by doing all that it stored once more, in the order of its time. */
export async function replay(tx: Tx, accounts: readonly string[]): Promise<string[]> {
  const stored = (await tx.query<AccountRow>(ACCOUNTS, [accounts])).map(accountOf)
  const rows = await tx.query<TransferRow>(TRANSFERS, [accounts])
  const books = new Books()
  // A closed account was opened open: whatever closed it is done again.
  const opened = stored.map(({ flags, id, ledger, code }) => ({ flags: flags & ~32, id, ledger, code }))
  createAccounts(books, opened, 1n)
  const expiries = rows
    .filter(row => row.status === 'expired')
    .map(row => ({ at: BigInt(row.resolved_at!), expired: row.id }))
  const transfers = rows.map(row => ({ at: BigInt(row.timestamp), transfer: transferOf(row) }))
  const happened = [...expiries, ...transfers].sort((a, b) => Number(a.at - b.at))
  const wrong: string[] = []
  for (const each of happened) {
    if ('expired' in each) {
      if (expireHolds(books, [each.expired], each.at).length !== 1)
        wrong.push(`${each.expired} could not expire at ${each.at}`)
      continue
    }
    // A chain's transfers stand one by one once the chain stands; an amount that was balanced is what was moved.
    const asked = { ...each.transfer, flags: each.transfer.flags & ~(TransferFlags.linked | 48) }
    const [result] = createTransfers(books, [asked], each.at)
    if (result!.status !== 'created') wrong.push(`${asked.id} is stored, but ${result!.status}`)
  }
  for (const account of stored) {
    const again = books.account(account.id)!
    for (const field of FIELDS)
      if (again[field] !== account[field])
        wrong.push(`${account.id} ${field}: ${account[field]} stored, ${again[field]} again`)
  }
  return wrong
}

const FIELDS: readonly (keyof Account)[] = [
  'debits_pending',
  'debits_posted',
  'credits_pending',
  'credits_posted',
  'flags',
]

/** The transfers of a world that are stored, by id. */
export async function storedTransfers(tx: Tx, accounts: readonly string[]): Promise<Map<string, Transfer>> {
  const rows = await tx.query<TransferRow>(TRANSFERS, [accounts])
  return new Map(rows.map(row => [row.id, transferOf(row)]))
}
