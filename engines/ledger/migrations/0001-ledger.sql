-- Double entry in any unit. Amounts are bigint, in the smallest piece of the unit: 2^63-1 pieces are 92 quadrillion
-- yuan in fen, sums stay exact, a row stays narrow and arithmetic fast, where numeric(39,0) would hold TigerBeetle's
-- 128 bits at twice the size; what would not fit is refused (overflows_*) before it is written, and PostgreSQL
-- itself refuses a bigint that overflows.
create schema ledger;
grant usage on schema ledger to tongqu_app;

-- A transfer touches accounts of two parties, of which the caller is at most one. While the engine posts it opens
-- its own tables, and no others, for the rest of that transaction or until it closes them again. A shard's writer
-- and jobs run as the system and need not.
create function ledger.posting() returns boolean language sql stable
  as $$ select coalesce(current_setting('tongqu.ledger', true), '') = 'posting' or kernel.scope() = 'system' $$;

create table ledger.account (
  id uuid primary key,
  -- What transfers and holds name it by: a quarter of an id, four times in the indexes of each transfer.
  key int generated always as identity unique,
  -- Whose it is: who may read it.
  party_id uuid not null,
  -- The shard whose writer alone changes it; empty: it is changed under row locks.
  writer text not null default '',
  ledger int not null,
  code int not null,
  flags int not null,
  debits_pending bigint not null default 0,
  debits_posted bigint not null default 0,
  credits_pending bigint not null default 0,
  credits_posted bigint not null default 0,
  user_data_128 uuid,
  user_data_64 bigint not null,
  user_data_32 int not null,
  -- Nanoseconds since 1970.
  timestamp bigint not null,
  -- Of its last change: what comes after is later, whatever the clock says.
  changed_at bigint not null,
  -- Few and long: each check is prepared anew by every statement that writes.
  check (ledger > 0 and code between 1 and 65535 and
    least(debits_pending, debits_posted, credits_pending, credits_posted) >= 0),
  -- The last line of defence: the machine refuses before (exceeds_credits, exceeds_debits).
  constraint debits_must_not_exceed_credits check (flags & 2 = 0 or debits_pending + debits_posted <= credits_posted),
  constraint credits_must_not_exceed_debits check (flags & 4 = 0 or credits_pending + credits_posted <= debits_posted)
) with (fillfactor = 50);
create index account_party on ledger.account (party_id, ledger, code);

create table ledger.transfer (
  id uuid primary key,
  debit_account int not null,
  credit_account int not null,
  amount bigint not null,
  pending_id uuid,
  user_data_128 uuid,
  user_data_64 bigint not null,
  user_data_32 int not null,
  timeout int not null,
  ledger int not null,
  code int not null,
  flags int not null,
  -- Nanoseconds since 1970, strictly ascending within an account.
  timestamp bigint not null,
  -- The run that posted it: the position of that run's events is since when it is known.
  run uuid not null,
  check (amount >= 0 and debit_account <> credit_account)
);
create index transfer_debit on ledger.transfer (debit_account, timestamp);
create index transfer_credit on ledger.transfer (credit_account, timestamp);

-- The second life of a pending transfer: resolved at most once.
create table ledger.hold (
  id uuid primary key,
  debit_account int not null,
  credit_account int not null,
  amount bigint not null,
  timestamp bigint not null,
  writer text not null default '',
  status text not null check (status in ('pending', 'posted', 'voided', 'expired')),
  expires_at bigint,
  resolved_at bigint,
  resolved_run uuid,
  check ((status = 'pending') = (resolved_at is null))
) with (fillfactor = 70);
create index hold_due on ledger.hold (writer, expires_at) where status = 'pending' and expires_at is not null;

-- Ids of transfers that failed for a passing reason: a later try by surprise is answered id_already_failed.
create table ledger.failed (
  id uuid primary key,
  run uuid not null
);

do $$
declare name text;
begin
  foreach name in array array['account', 'transfer', 'hold', 'failed']
  loop
    execute format('alter table ledger.%I enable row level security', name);
    execute format('alter table ledger.%I force row level security', name);
  end loop;
end $$;
grant select, insert on ledger.account, ledger.transfer, ledger.hold, ledger.failed to tongqu_app;
grant update (flags, debits_pending, debits_posted, credits_pending, credits_posted, changed_at) on ledger.account to tongqu_app;
grant update (status, resolved_at, resolved_run) on ledger.hold to tongqu_app;

create policy reading on ledger.account for select using ((select ledger.posting()) or kernel.sees(party_id));
create policy adding on ledger.account for insert with check (kernel.writes(party_id));
create policy changing on ledger.account for update using ((select ledger.posting()));
-- A transfer and a hold are seen by whoever sees one of the accounts.
create policy reading on ledger.transfer for select using (
  (select ledger.posting()) or (select kernel.scope()) in ('office', 'audit', 'system') or exists (
    select from ledger.account a where a.key in (debit_account, credit_account) and a.party_id = kernel.party()));
create policy adding on ledger.transfer for insert with check ((select ledger.posting()));
create policy reading on ledger.hold for select using (
  (select ledger.posting()) or (select kernel.scope()) in ('office', 'audit', 'system') or exists (
    select from ledger.account a where a.key in (debit_account, credit_account) and a.party_id = kernel.party()));
create policy adding on ledger.hold for insert with check ((select ledger.posting()));
create policy resolving on ledger.hold for update using ((select ledger.posting()));
create policy everything on ledger.failed using ((select ledger.posting()));
