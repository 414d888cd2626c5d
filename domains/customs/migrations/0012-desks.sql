-- Imports of tables that are looked at before they are published; refused orders that are put right where they stand;
-- plans that are stopped.

-- waiting -> checking -> checked -> publishing -> published; refused (nothing could be read), cancelled, failed.
create table customs.table_import (
  id uuid primary key,
  party_id uuid not null,
  account_id uuid,
  -- Name of the table, and the file with its SM3.
  kind text not null,
  file text not null,
  name text not null,
  state text not null check (state in ('waiting', 'checking', 'checked', 'publishing', 'published', 'refused', 'cancelled', 'failed')),
  percent int not null default 0,
  -- Somebody asked to stop it.
  cancelled boolean not null default false,
  -- Somebody published meanwhile, so that it was checked again.
  again boolean not null default false,
  speaks_from date,
  edition text,
  year int,
  source text,
  -- The register's last batch when it was checked: what was shown holds as long as it is the last.
  basis bigint,
  preview json,
  batch_id uuid,
  failure json,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index table_import_newest on customs.table_import (created_at desc);
alter table customs.table_import enable row level security;
alter table customs.table_import force row level security;
grant select, insert, update on customs.table_import to tongqu_app;
create policy everything on customs.table_import using (kernel.scope() in ('office', 'system'));

-- What somebody changed in a refused order so that it could be planned.
create table customs.plan_fix (
  id uuid primary key,
  plan_id uuid not null references customs.plan,
  party_id uuid not null,
  account_id uuid,
  by json not null,
  at timestamptz not null,
  order_no text not null,
  -- Each cell that was changed: place, what stood, what stands.
  changes json not null
);
create index plan_fix_plan on customs.plan_fix (plan_id, at);
alter table customs.plan_fix enable row level security;
alter table customs.plan_fix force row level security;
grant select, insert on customs.plan_fix to tongqu_app;
create policy reading on customs.plan_fix for select using (kernel.sees(party_id));
create policy adding on customs.plan_fix for insert with check (kernel.writes(party_id));

-- The fix by which an order that was refused was planned after all; its refusals stand as they were found.
alter table customs.plan_refused add column fix_id uuid references customs.plan_fix;
alter table customs.plan_order add column fix_id uuid references customs.plan_fix;
grant update (fix_id) on customs.plan_refused to tongqu_app;
create policy changing on customs.plan_refused for update using (kernel.writes(party_id));

-- A plan that somebody stopped while it was read.
alter table customs.plan drop constraint plan_state_check;
alter table customs.plan add constraint plan_state_check
  check (state in ('waiting', 'reading', 'done', 'failed', 'cancelled'));
-- How much of the file has been read, from 0 to 100.
alter table customs.plan add column percent int not null default 0;
