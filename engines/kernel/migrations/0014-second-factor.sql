-- A second factor of accounts (RFC 6238), and what a session's owner tells it by.

create table kernel.second_factor (
  account_id uuid primary key references kernel.account,
  -- The shared secret, sealed by a key of the installation.
  secret bytea not null,
  begun_at timestamptz not null,
  -- Null: begun, and no code was given yet; it does not count.
  confirmed_at timestamptz,
  -- Time step of the last code that was taken: none is taken twice.
  last_step bigint not null default 0,
  -- Digests of recovery codes that were not used.
  recovery bytea[] not null default '{}'
);
alter table kernel.second_factor enable row level security;
alter table kernel.second_factor force row level security;
create policy everything on kernel.second_factor using (kernel.scope() = 'system');
grant select, insert, update, delete on kernel.second_factor to tongqu_app;

alter table kernel.session add column address text;
alter table kernel.session add column opened_by text;
