import type { UnitOfWork } from '@tongqu/kernel/command'
import type { JobDefinition } from '@tongqu/kernel/job'
import { Books, expireHolds } from '../machine/index.ts'
import { column } from './columns.ts'
import { whilePosting } from './posting.ts'
import { named, readAccounts, readTransfers, takeShardsOf } from './read.ts'
import { nanoseconds } from './time.ts'
import { writeChanges } from './write.ts'

/** Name of the job that releases holds whose time has come. */
const EXPIRE_JOB = 'ledger.hold.expire'
/** Holds that one transaction releases: bounds how long their accounts are locked. */
const AT_ONCE = 1000

// One probe of the index a writer: a million holds that are not due are not looked at.
const WRITERS = `
  with recursive writers as (
    (select writer from ledger.hold where status = 'pending' and expires_at is not null order by writer limit 1)
    union all
    select (select h.writer from ledger.hold h where h.status = 'pending' and h.expires_at is not null and h.writer > w.writer
      order by h.writer limit 1)
    from writers w where w.writer is not null)
  select w.writer from writers w where exists (
    select from ledger.hold h where h.writer = w.writer and h.status = 'pending' and h.expires_at <= $1)`
const DUE = `
  select h.id, d.id as debit_account_id, c.id as credit_account_id from ledger.hold h
  join ledger.account d on d.key = h.debit_account join ledger.account c on c.key = h.credit_account
  where h.writer = $1 and h.status = 'pending' and h.expires_at <= $2 order by h.expires_at limit $3`
const EXPIRES_AGAIN = `select id from ledger.hold where id = any($1::uuid[]) and status = 'pending'`

/**
 * How often holds that are due are looked for. A busy shard releases its own before it decides; of an idle one, and
 * under a simulated clock, nobody else would.
 */
const EVERY_SECONDS = 10

/** Releases holds whose time has come by the kernel's clock, whoever owns their accounts. */
export const expireJob: JobDefinition = {
  name: EXPIRE_JOB,
  title: { zh: '释放到期预留', en: 'Release holds that are due' },
  everySeconds: EVERY_SECONDS,
  async run(context) {
    const writers = await context.work(work =>
      whilePosting(work.tx, () => work.query<{ writer: string }>(WRITERS, [nanoseconds(work.now)])),
    )
    for (const { writer } of writers)
      while (!context.signal.aborted && (await context.work(work => expireSome(work, writer))) === AT_ONCE);
  },
}

/** One transaction's worth. @returns how many were due */
export async function expireSome(work: UnitOfWork, writer: string): Promise<number> {
  const { tx, now } = work
  const time = nanoseconds(now)
  const { due, expired } = await whilePosting(tx, async () => {
    const rows = await tx.query<{ id: string; debit_account_id: string; credit_account_id: string }>(DUE, [
      writer,
      time,
      AT_ONCE,
    ])
    if (rows.length === 0) return { due: 0, expired: [] }
    const books = new Books()
    const accounts = named(rows.flatMap(row => [row.debit_account_id, row.credit_account_id]))
    await takeShardsOf(tx, accounts, now)
    const read = await readAccounts(tx, books, accounts, true)
    const open = await tx.query<{ id: string }>(EXPIRES_AGAIN, [column(rows.map(row => row.id))])
    await readTransfers(
      tx,
      books,
      open.map(row => row.id),
    )
    const expired = expireHolds(
      books,
      open.map(row => row.id),
      time,
    )
    await writeChanges(tx, books, books.drain(), {
      runOf: () => work.run,
      keyOf: id => read.get(id)!.key,
      writer,
    })
    return { due: rows.length, expired }
  })
  if (expired.length > 0) work.emit({ type: 'ledger.hold.expired', data: { holds: expired } })
  return due
}
