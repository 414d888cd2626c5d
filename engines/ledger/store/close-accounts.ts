import { takeShards, type UnitOfWork } from '@tongqu/kernel/command'
import type { JobContext, JobDefinition } from '@tongqu/kernel/job'
import { balancesAt } from './balances.ts'
import { column } from './columns.ts'
import { CLOSE_JOB, type Period } from './period.ts'

/** Accounts that one transaction closes at most: bounds how long they and their shard are locked. */
const AT_ONCE = 1000
/** How often closings are looked for that a job left undone. */
const EVERY_SECONDS = 60

const NEXT = `
  select id, unit, party_id as party, up_to as "upTo" from ledger.period where finished_at is null order by up_to, id limit 1`
const WITHOUT = `
  select a.id, a.writer from ledger.account a
  where a.ledger = $1 and ($2::uuid is null or a.party_id = $2) and a.timestamp <= $3 and a.id > $4
    and not exists (select from ledger.snapshot s where s.account_id = a.id and s.at = $3)
  order by a.id limit $5`
const LOCK = 'select id from ledger.account where id = any($1::uuid[]) order by id for update'
const RAISE = 'update ledger.account set changed_at = $2 where id = any($1::uuid[]) and changed_at < $2'
const KEEP = `
  insert into ledger.snapshot (account_id, at, debits_pending, debits_posted, credits_pending, credits_posted, run)
  select id, $2, dp, d, cp, c, $3
  from unnest($1::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[]) as n (id, dp, d, cp, c)
  on conflict do nothing`
const FINISH = `
  update ledger.period p set finished_at = $2, accounts = n.accounts, debits_pending = n.dp, debits_posted = n.d,
    credits_pending = n.cp, credits_posted = n.c
  from (
    select count(*) as accounts, coalesce(sum(s.debits_pending), 0) as dp, coalesce(sum(s.debits_posted), 0) as d,
      coalesce(sum(s.credits_pending), 0) as cp, coalesce(sum(s.credits_posted), 0) as c
    from ledger.account a join ledger.snapshot s on s.account_id = a.id and s.at = $5
    where a.ledger = $3 and ($4::uuid is null or a.party_id = $4)) n
  where p.id = $1 and p.finished_at is null
  returning p.accounts`

/** Takes the snapshots of periods that were asked for, the earliest period first. */
export const closeJob: JobDefinition = {
  name: CLOSE_JOB,
  title: { zh: '账期结账', en: 'Close accounts of a period' },
  everySeconds: EVERY_SECONDS,
  async run(context) {
    for (;;) {
      const period = await context.work(nextPeriod)
      if (!period || !(await closeAccounts(context, period))) return
      await context.work(work => finish(work, period))
    }
  },
}

interface Open {
  readonly id: string
  readonly writer: string
}

async function nextPeriod(work: UnitOfWork): Promise<Period | undefined> {
  const [row] = await work.query<Omit<Period, 'upTo'> & { upTo: string; [name: string]: unknown }>(NEXT)
  return row && { ...row, party: row.party ?? undefined, upTo: BigInt(row.upTo) }
}

/** @returns false when the server stops before all are done */
async function closeAccounts({ work, signal }: JobContext, period: Period): Promise<boolean> {
  const { unit, upTo } = period
  const party = period.party ?? null
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const open = await work(({ tx }) =>
      tx.query<Open & Record<string, unknown>>(WITHOUT, [unit, party, upTo, after, AT_ONCE]),
    )
    if (open.length === 0) return true
    after = open.at(-1)!.id
    const byWriter = Map.groupBy(open, account => account.writer)
    for (const [writer, accounts] of byWriter) {
      if (signal.aborted) return false
      const ids = accounts.map(account => account.id)
      await work(each => takeSnapshots(each, period, writer, ids))
    }
  }
}

/**
 * Raises the time of accounts to the floor and keeps what they stood at.
 * @param writer of all of them; empty: row locks
 */
export async function takeSnapshots(
  work: UnitOfWork,
  { id, upTo }: Period,
  writer: string,
  accounts: readonly string[],
): Promise<void> {
  // A batch that its writer has decided by now, and not written, is decided anew, over accounts whose time was raised.
  await takeShards(work.tx, writer ? [writer] : [], work.now)
  const ids = column(accounts)
  await work.query(LOCK, [ids])
  await work.execute(RAISE, [ids, upTo])
  const stood = await balancesAt(
    work.tx,
    accounts.map(account => ({ id: account, at: upTo })),
  )
  await work.execute(KEEP, [
    ids,
    upTo,
    work.run,
    column(stood.map(each => each.debits_pending)),
    column(stood.map(each => each.debits_posted)),
    column(stood.map(each => each.credits_pending)),
    column(stood.map(each => each.credits_posted)),
  ])
  const data = { accounts: accounts.length }
  work.emit({ type: 'ledger.period.accountsClosed', record: `ledger.period/${id}`, data })
}

async function finish(work: UnitOfWork, { id, unit, party: whose, upTo }: Period): Promise<void> {
  const party = whose ?? null
  const [done] = await work.query<{ accounts: number }>(FINISH, [id, work.now, unit, party, upTo])
  if (!done) return
  const { accounts } = done
  work.emit({ type: 'ledger.period.closed', record: `ledger.period/${id}`, data: { unit, party, accounts } })
}
