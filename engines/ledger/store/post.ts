import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import {
  Books,
  createTransfers,
  type NewTransfer,
  type Result,
  type Transfer,
  type TransferStatus,
  wholeTransfer,
} from '../machine/index.ts'
import { ledgerRefusals } from '../refusals.ts'
import { whilePosting } from './posting.ts'
import { accountsOf, lockTransferIds, named, readAccounts, readTransfers } from './read.ts'
import { instantOf, nanoseconds } from './time.ts'
import { writeChanges } from './write.ts'

/** Name of the job that releases holds whose time has come. */
export const EXPIRE_JOB = 'ledger.hold.expire'
/** Holds that expire within the same ten seconds are released by one job. */
const TOGETHER = 10_000

/**
 * Posts transfers inside a plain command, under row locks taken in order of id: they commit with whatever else the
 * command writes, or not at all. Tells `ledger.transfer.created`.
 * @returns one result per transfer, in order; a refusal when an account belongs to a shard's writer. It is the
 *   command that decides what a result other than `created` and `exists` means: refusing undoes all of it, and
 *   then the failed id is not remembered either (the command's own key is)
 * @throws RangeError for a value that a field cannot hold
 */
export async function post(
  work: UnitOfWork,
  transfers: readonly NewTransfer[],
): Promise<Result<TransferStatus>[] | Refusal> {
  const asked = transfers.map(wholeTransfer)
  const books = new Books()
  const done = await whilePosting(work.tx, async () => {
    const foreign = await readLocked(work, books, asked)
    if (foreign) return foreign
    const results = createTransfers(books, asked, nanoseconds(work.now))
    const changes = books.drain()
    await writeChanges(work.tx, books, changes, () => work.run, '')
    return { results, created: changes.transfers }
  })
  if (isRefusal(done)) return done
  if (done.created.length > 0) await tell(work, books, done.created)
  return done.results
}

/**
 * Reads under locks what the decisions need. First the ids, so that one transfer asked for twice at once is decided
 * once; then the accounts; holds are read again after, for they may have been resolved while we waited.
 */
async function readLocked(
  work: UnitOfWork,
  books: Books,
  asked: readonly Required<NewTransfer>[],
): Promise<Refusal | undefined> {
  const { tx } = work
  await lockTransferIds(tx, asked)
  const ids = named(asked.flatMap(transfer => [transfer.id, transfer.pending_id]))
  await readTransfers(tx, books, ids)
  const foreign = await readAccounts(tx, books, accountsOf(books, asked), '', true)
  if (foreign[0]) return ledgerRefusals.refuse('ledger.other_writer', { account: foreign[0] })
  await readTransfers(tx, books, ids)
  return undefined
}

async function tell(work: UnitOfWork, books: Books, created: readonly Transfer[]): Promise<void> {
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
  const times = created.map(({ id }) => books.hold(id)?.expires_at).filter(at => at !== undefined)
  const due = new Set(times.map(at => Math.floor(instantOf(at).getTime() / TOGETHER + 1) * TOGETHER))
  for (const at of due)
    await work.enqueue({ name: EXPIRE_JOB, payload: {}, key: `${EXPIRE_JOB} ${at}`, runAt: new Date(at) })
}
