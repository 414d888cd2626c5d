import type { UnitOfWork } from '@tongqu/kernel/command'
import {
  Books,
  createTransfers,
  type NewTransfer,
  type Result,
  type Transfer,
  type TransferStatus,
  wholeTransfer,
} from '../machine/index.ts'
import { whilePosting } from './posting.ts'
import { accountsOf, lockTransferIds, named, readAccounts, readTransfers, takeShardsOf } from './read.ts'
import { nanoseconds } from './time.ts'
import { type Beside, writeChanges } from './write.ts'

type KeyOf = Beside['keyOf']

/**
 * Posts transfers inside a plain command, under row locks taken in order of id: they commit with whatever else the
 * command writes, or not at all. Accounts that belong to a shard are posted to as well, also of several shards in one
 * chain: the shards are taken from their writers until the command ends. That is for what happens now and then (goods
 * put on the shelf); what happens often goes through the shard's own commands. Tells `ledger.transfer.created`.
 * @returns one result per transfer, in order. It is the command that decides what a result other than `created` and
 *   `exists` means: refusing undoes all of it, and then the failed id is not remembered either (the command's own
 *   key is)
 * @throws RangeError for a value that a field cannot hold
 */
export async function post(
  work: UnitOfWork,
  transfers: readonly NewTransfer[],
): Promise<Result<TransferStatus>[]> {
  const asked = transfers.map(wholeTransfer)
  const books = new Books()
  const { results, created } = await whilePosting(work.tx, async () => {
    const keys = await readLocked(work, books, asked)
    const results = createTransfers(books, asked, nanoseconds(work.now))
    const changes = books.drain()
    await writeChanges(work.tx, books, changes, { runOf: () => work.run, keyOf: keys, writer: '' })
    return { results, created: changes.transfers }
  })
  if (created.length > 0) tell(work, created)
  return results
}

/**
 * Reads under locks what the decisions need. First the ids, so that one transfer asked for twice at once is decided
 * once; then the shards and the accounts; holds are read again after, for they may have been resolved while we waited.
 */
async function readLocked(
  work: UnitOfWork,
  books: Books,
  asked: readonly Required<NewTransfer>[],
): Promise<KeyOf> {
  const { tx } = work
  await lockTransferIds(tx, asked)
  const ids = named(asked.flatMap(transfer => [transfer.id, transfer.pending_id]))
  await readTransfers(tx, books, ids)
  const accounts = accountsOf(books, asked)
  await takeShardsOf(tx, accounts, work.now)
  const rows = await readAccounts(tx, books, accounts, true)
  await readTransfers(tx, books, ids)
  return id => rows.get(id)!.key
}

function tell(work: UnitOfWork, created: readonly Transfer[]): void {
  work.emit({
    type: 'ledger.transfer.created',
    data: {
      transfers: created.map(
        ({ id, debit_account_id, credit_account_id, amount, pending_id, ledger, code }) => ({
          id,
          debit_account_id,
          credit_account_id,
          amount: amount.toString(),
          pending_id,
          ledger,
          code,
        }),
      ),
    },
  })
}
