import type { Tx } from '@tongqu/kernel/db'
import { whilePosting } from './posting.ts'
import { ACCOUNT_KEY, type Side, sides } from './sides.ts'

/** Something in the tables that cannot be. */
export interface Fault {
  /** Which invariant is broken. */
  readonly invariant: string
  /** Account, transfer or ledger that it was found at. */
  readonly at: string
  readonly found: string
}

/** Faults that one invariant reports at most; one is already too many. */
const NAMED = 100

/**
 * SQL: what moved on a side of accounts that are closed, with the number of the account's first snapshot that counts it.
 * Found by its place among the account's snapshots, so that one pass over the tables checks all of them.
 */
function movesOf({ own, name }: Side): string {
  const isDebit = name === 'debit'
  const joined = (row: string) =>
    `join ledger.account a on a.${ACCOUNT_KEY} = ${row}.${own} join closed on closed.account_id = a.id`
  const counted = (at: string) => `closed.account_id, width_bucket(${at} - 1, closed.ats) + 1`
  const pending = (amount: string) => (isDebit ? `${amount}, 0, 0, 0` : `0, 0, ${amount}, 0`)
  const posted = (amount: string) => (isDebit ? `0, ${amount}, 0, 0` : `0, 0, 0, ${amount}`)
  return `
    select ${counted('t.timestamp')}, ${posted('t.amount')} from ledger.transfer t ${joined('t')} where t.flags & 10 = 0
    union all select ${counted('h.timestamp')}, ${pending('h.amount')} from ledger.hold h ${joined('h')}
    union all select ${counted('h.resolved_at')}, ${pending('-h.amount')} from ledger.hold h ${joined('h')}
      where h.resolved_at is not null`
}

/*
 * Each says what must never be found. Flags: 2 pending, 4 post, 8 void (machine/transfer.ts); account limits 2 and 4
 * (machine/account.ts).
 */
const INVARIANTS: Readonly<Record<string, string>> = {
  'conservation.posted': `
    select ledger::text as at, sum(debits_posted) || ' debited, ' || sum(credits_posted) || ' credited' as found
    from ledger.account group by ledger having sum(debits_posted) <> sum(credits_posted)`,
  'conservation.pending': `
    select ledger::text as at, sum(debits_pending) || ' debited, ' || sum(credits_pending) || ' credited' as found
    from ledger.account group by ledger having sum(debits_pending) <> sum(credits_pending)`,
  'posted.is_sum_of_transfers': `
    with moved as (
      select account, sum(d) as d, sum(c) as c from (
        select debit_account as account, amount as d, 0 as c from ledger.transfer where flags & 10 = 0
        union all select credit_account, 0, amount from ledger.transfer where flags & 10 = 0) as sides
      group by account)
    select coalesce(a.id::text, m.account::text) as at,
      coalesce(a.debits_posted, -1) || '/' || coalesce(a.credits_posted, -1) || ' kept, '
        || coalesce(m.d, 0) || '/' || coalesce(m.c, 0) || ' moved' as found
    from ledger.account a full join moved m on m.account = a.key
    where a.debits_posted is distinct from coalesce(m.d, 0) or a.credits_posted is distinct from coalesce(m.c, 0)`,
  'pending.is_sum_of_open_holds': `
    with held as (
      select account, sum(d) as d, sum(c) as c from (
        select debit_account as account, amount as d, 0 as c from ledger.hold where status = 'pending'
        union all select credit_account, 0, amount from ledger.hold where status = 'pending') as sides
      group by account)
    select coalesce(a.id::text, h.account::text) as at,
      coalesce(a.debits_pending, -1) || '/' || coalesce(a.credits_pending, -1) || ' kept, '
        || coalesce(h.d, 0) || '/' || coalesce(h.c, 0) || ' held' as found
    from ledger.account a full join held h on h.account = a.key
    where a.debits_pending is distinct from coalesce(h.d, 0) or a.credits_pending is distinct from coalesce(h.c, 0)`,
  'limits.kept': `
    select id::text as at, debits_posted + debits_pending || ' debits, ' || credits_posted + credits_pending || ' credits' as found
    from ledger.account
    where (flags & 2 <> 0 and debits_posted + debits_pending > credits_posted)
      or (flags & 4 <> 0 and credits_posted + credits_pending > debits_posted)`,
  'hold.is_pending_transfer': `
    select coalesce(h.id, t.id)::text as at, case when h.id is null then 'no hold' when t.id is null then 'no transfer'
      else 'they differ' end as found
    from ledger.hold h full join (select * from ledger.transfer where flags & 2 <> 0) t on t.id = h.id
    where h.id is null or t.id is null or (h.debit_account, h.credit_account, h.amount, h.timestamp)
      is distinct from (t.debit_account, t.credit_account, t.amount, t.timestamp)`,
  'hold.resolved_at_most_once': `
    with ends as (
      select pending_id, count(*) filter (where flags & 4 <> 0) as posts, count(*) filter (where flags & 8 <> 0) as voids
      from ledger.transfer where pending_id is not null group by pending_id)
    select h.id::text as at, h.status || ', ' || coalesce(e.posts, 0) || ' posts, ' || coalesce(e.voids, 0) || ' voids' as found
    from ledger.hold h left join ends e on e.pending_id = h.id
    where coalesce(e.posts, 0) <> (h.status = 'posted')::int or coalesce(e.voids, 0) <> (h.status = 'voided')::int`,
  'hold.posted_within': `
    select t.id::text as at, t.amount || ' of ' || h.amount as found
    from ledger.transfer t join ledger.hold h on h.id = t.pending_id where t.amount > h.amount`,
  'transfer.in_its_ledger': `
    select t.id::text as at, t.ledger || ' between ' || d.ledger || ' and ' || c.ledger as found
    from ledger.transfer t join ledger.account d on d.key = t.debit_account
      join ledger.account c on c.key = t.credit_account
    where t.ledger <> d.ledger or t.ledger <> c.ledger`,
  'transfer.after_its_accounts': `
    select t.id::text as at, t.timestamp::text as found
    from ledger.transfer t join ledger.account d on d.key = t.debit_account
      join ledger.account c on c.key = t.credit_account
    where t.timestamp <= greatest(d.timestamp, c.timestamp) or t.timestamp > least(d.changed_at, c.changed_at)`,
  'transfer.not_failed_before': `
    select t.id::text as at, 'failed and created' as found from ledger.transfer t join ledger.failed f on f.id = t.id`,
  'snapshot.is_sum_of_transfers': `
    with closed as (select account_id, array_agg(at order by at) as ats from ledger.snapshot group by account_id),
    moved as (
      select account_id, k, sum(dp) as dp, sum(d) as d, sum(cp) as cp, sum(c) as c
      from (${sides.map(movesOf).join(' union all ')}) as moves (account_id, k, dp, d, cp, c) group by account_id, k),
    summed as (
      select s.*, sum(coalesce(m.dp, 0)) over w as dp, sum(coalesce(m.d, 0)) over w as d, sum(coalesce(m.cp, 0)) over w as cp,
        sum(coalesce(m.c, 0)) over w as c
      from (select *, row_number() over (partition by account_id order by at) as k from ledger.snapshot) s
      left join moved m using (account_id, k) window w as (partition by account_id order by k))
    select account_id || ' at ' || at as at, concat_ws('/', debits_pending, debits_posted, credits_pending, credits_posted)
      || ' kept, ' || concat_ws('/', dp, d, cp, c) || ' moved' as found
    from summed where (debits_pending, debits_posted, credits_pending, credits_posted) is distinct from (dp, d, cp, c)`,
  'snapshot.is_below_its_account': `
    select a.id::text as at, 'closed at ' || s.at || ', but its time is ' || a.changed_at as found
    from ledger.snapshot s join ledger.account a on a.id = s.account_id where s.at > a.changed_at`,
  'period.is_whole': `
    select p.id::text as at, a.id || ' has no snapshot' as found
    from ledger.period p join ledger.account a on a.ledger = p.unit and a.timestamp <= p.up_to
    left join ledger.snapshot s on s.account_id = a.id and s.at = p.up_to
    where p.finished_at is not null and (p.party_id is null or p.party_id = a.party_id) and s.account_id is null`,
  'period.is_sum_of_snapshots': `
    select p.id::text as at, concat_ws('/', p.accounts, p.debits_pending, p.debits_posted, p.credits_pending, p.credits_posted)
      || ' kept, ' || concat_ws('/', n.accounts, n.dp, n.d, n.cp, n.c) || ' in its snapshots' as found
    from ledger.period p join (
      select p.id, count(s.at) as accounts, coalesce(sum(s.debits_pending), 0) as dp, coalesce(sum(s.debits_posted), 0) as d,
        coalesce(sum(s.credits_pending), 0) as cp, coalesce(sum(s.credits_posted), 0) as c
      from ledger.period p left join ledger.account a on a.ledger = p.unit and (p.party_id is null or p.party_id = a.party_id)
      left join ledger.snapshot s on s.account_id = a.id and s.at = p.up_to group by p.id) n on n.id = p.id
    where p.finished_at is not null and (p.accounts, p.debits_pending, p.debits_posted, p.credits_pending, p.credits_posted)
      is distinct from (n.accounts::int, n.dp, n.d, n.cp, n.c)`,
  'period.conservation': `
    select id::text as at, concat_ws('/', debits_pending, debits_posted) || ' debited, '
      || concat_ws('/', credits_pending, credits_posted) || ' credited' as found
    from ledger.period where party_id is null and finished_at is not null
      and (debits_pending, debits_posted) is distinct from (credits_pending, credits_posted)`,
}

// Every check goes over whole tables: joined row by row, as tables without statistics are, it would not end.
// Nor is any of it looked up in the order of an index, nor sorted where it can be hashed.
const WHOLE_TABLES = `
  select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
    set_config('work_mem', '64MB', true)`

/** Checks every invariant of the ledger over all of its rows. Needs the audit or system scope to see them. */
export async function verifyLedger(tx: Tx): Promise<Fault[]> {
  const faults: Fault[] = []
  await whilePosting(tx, async () => {
    await tx.query(WHOLE_TABLES)
    for (const [invariant, sql] of Object.entries(INVARIANTS)) {
      const found = await tx.query<{ at: string; found: string }>(`${sql} limit ${NAMED}`)
      faults.push(...found.map(row => ({ invariant, ...row })))
    }
  })
  return faults
}

/** Names of the invariants that `verifyLedger` checks. */
export const invariants: readonly string[] = Object.keys(INVARIANTS)
