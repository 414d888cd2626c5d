-- Closing of a period: what every account of a unit (of a party's accounts of it) stood at, kept as at an instant.
--
-- A closing sets the floor of its accounts: nothing is ever entered at or before it. Time only goes forward within an
-- account anyway (changed_at); the closing brings an account's time up to its floor, so that neither a clock that
-- jumped back nor an account that stood still lets anything slip into what was reported. A correction is a new
-- transfer, in the open period. A closing is not undone, and no row here is ever changed or deleted, save that a
-- period is finished once.
create table ledger.period (
  id uuid primary key,
  unit int not null references ledger.unit,
  -- Whose accounts; null: all of the unit's.
  party_id uuid,
  -- Its last nanosecond, since 1970.
  up_to bigint not null check (up_to > 0),
  asked_at timestamptz not null,
  asked_by uuid,
  run uuid not null,
  -- When every account had its snapshot, and the sums over them; numeric, for they go beyond one account's bigint.
  finished_at timestamptz,
  accounts int,
  debits_pending numeric,
  debits_posted numeric,
  credits_pending numeric,
  credits_posted numeric,
  unique nulls not distinct (unit, party_id, up_to),
  check (num_nulls(finished_at, accounts, debits_pending, debits_posted, credits_pending, credits_posted) in (0, 6))
);
create index period_open on ledger.period (up_to) where finished_at is null;

create table ledger.snapshot (
  account_id uuid not null references ledger.account (id),
  -- As at this nanosecond, with it.
  at bigint not null,
  debits_pending bigint not null,
  debits_posted bigint not null,
  credits_pending bigint not null,
  credits_posted bigint not null,
  -- The run that took it. Its events are placed after those of all that the snapshot counts: since then it is known.
  run uuid not null,
  primary key (account_id, at)
);
create index account_ledger on ledger.account (ledger, id);

alter table ledger.period enable row level security;
alter table ledger.period force row level security;
alter table ledger.snapshot enable row level security;
alter table ledger.snapshot force row level security;
grant select, insert on ledger.period, ledger.snapshot to tongqu_app;
grant update (finished_at, accounts, debits_pending, debits_posted, credits_pending, credits_posted) on ledger.period
  to tongqu_app;

-- A firm sees its own closings. One over all accounts of a unit tells what all of them hold: the offices' affair.
create policy reading on ledger.period for select using (
  (select ledger.posting()) or (select kernel.scope()) in ('office', 'audit') or party_id = kernel.party());
create policy adding on ledger.period for insert with check (
  case when party_id is null then kernel.scope() in ('office', 'system') else kernel.writes(party_id) end);
create policy finishing on ledger.period for update using ((select kernel.scope()) = 'system');
create policy reading on ledger.snapshot for select using (
  (select ledger.posting()) or (select kernel.scope()) in ('office', 'audit') or exists (
    select from ledger.account a where a.id = account_id and a.party_id = kernel.party()));
create policy adding on ledger.snapshot for insert with check ((select kernel.scope()) = 'system');

-- Statements find holds by the transfers that made and resolved them. Only those that expired have no transfer of
-- their own, and only open ones are looked for as such.
create index hold_debit_open on ledger.hold (debit_account, timestamp) where status = 'pending';
create index hold_credit_open on ledger.hold (credit_account, timestamp) where status = 'pending';
create index hold_debit_expired on ledger.hold (debit_account, resolved_at) where status = 'expired';
create index hold_credit_expired on ledger.hold (credit_account, resolved_at) where status = 'expired';
