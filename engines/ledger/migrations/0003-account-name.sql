-- What people call an account, and the record that it stands for. A table of its own: the account's row is written
-- with every transfer and stays narrow.
create table ledger.account_name (
  account_id uuid primary key references ledger.account (id),
  label jsonb check (label ?& array['zh', 'en']),
  -- `market.line/0190…`: as events name their record.
  record text check (char_length(record) between 1 and 200),
  check (label is not null or record is not null)
);
create index account_name_record on ledger.account_name (record) where record is not null;

alter table ledger.account_name enable row level security;
alter table ledger.account_name force row level security;
grant select, insert, update (label, record) on ledger.account_name to tongqu_app;

-- Seen and written with its account.
create policy reading on ledger.account_name for select using (
  exists (select from ledger.account a where a.id = account_id));
create policy adding on ledger.account_name for insert with check (
  exists (select from ledger.account a where a.id = account_id and kernel.writes(a.party_id)));
create policy changing on ledger.account_name for update using (
  exists (select from ledger.account a where a.id = account_id and kernel.writes(a.party_id)));
