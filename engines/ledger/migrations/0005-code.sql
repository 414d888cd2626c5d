-- The chart of accounts: what the codes of accounts and transfers mean, by kind of unit. A code, once used, keeps its
-- meaning; who named it may word it better.
create table ledger.code (
  kind text not null,
  sort text not null check (sort in ('account', 'transfer')),
  code int not null check (code between 1 and 65535),
  name jsonb not null check (name ?& array['zh', 'en']),
  -- The part of the house whose code it is: `market.stock`.
  owner text not null,
  primary key (kind, sort, code)
);
alter table ledger.code enable row level security;
alter table ledger.code force row level security;
grant select, insert, update (name) on ledger.code to tongqu_app;
create policy reading on ledger.code for select using ((select kernel.scope()) is not null);
create policy adding on ledger.code for insert with check ((select ledger.posting()));
create policy changing on ledger.code for update using ((select ledger.posting()));
