-- Backups that were asked for from the console or the command line, and how each went. The folder itself holds what it
-- holds; this is what the installation knows of it.
create table kernel.backup (
  id uuid primary key,
  -- A name under data/backups, or an absolute path where the command line named one.
  folder text not null,
  asked_at timestamptz not null,
  account_id uuid references kernel.account,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  begun_at timestamptz,
  ended_at timestamptz,
  -- Tables and files that are copied, and how many there are.
  parts_done bigint not null default 0,
  parts bigint,
  table_count int,
  row_count bigint,
  file_count int,
  missing_files int,
  bytes bigint,
  head bigint,
  failure jsonb,
  cancel_asked_at timestamptz,
  -- When every part was last held against the manifest, and the first that did not fit.
  verified_at timestamptz,
  damaged text
);
create unique index backup_under_way on kernel.backup ((true)) where state in ('waiting', 'running');
create index backup_asked on kernel.backup (asked_at desc, id desc);
alter table kernel.backup enable row level security;
alter table kernel.backup force row level security;
create policy reading on kernel.backup for select using ((select kernel.scope()) in ('office', 'audit', 'system'));
create policy adding on kernel.backup for insert with check ((select kernel.scope()) in ('office', 'system'));
create policy changing on kernel.backup for update using ((select kernel.scope()) in ('office', 'system'));
grant select, insert, update on kernel.backup to tongqu_app;

-- What a notice is of, by which people choose what reaches them: the first part of its cause, `customs.plan`.
alter table kernel.notice add column kind text generated always as (split_part(cause, '/', 1)) stored;
create index notice_page on kernel.notice (account_id, at desc, id desc);
create index notice_unread on kernel.notice (account_id) where read_at is null;
drop index kernel.notice_account;

-- A kind that somebody does not want in the console, or not sent out of the house. Without a row it is wanted.
create table kernel.notice_choice (
  account_id uuid not null references kernel.account,
  kind text not null,
  console boolean not null,
  away boolean not null,
  changed_at timestamptz not null,
  primary key (account_id, kind)
);
alter table kernel.notice_choice enable row level security;
alter table kernel.notice_choice force row level security;
create policy everything on kernel.notice_choice
  using ((select kernel.scope()) = 'system' or account_id = (select kernel.actor()));
grant select, insert, update on kernel.notice_choice to tongqu_app;
