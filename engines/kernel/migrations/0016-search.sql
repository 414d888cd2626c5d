-- Search over everything that one may see, and what a person has begun.

-- A record as people look for it: what it is called, where it is shown. Derived: made again from the record itself.
create table kernel.search_entry (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  number text,
  title jsonb not null check (title ?& array['zh', 'en']),
  note jsonb,
  page text not null,
  -- Parties that see it; the nil UUID: everybody.
  readers uuid[] not null,
  -- What it is found by, each after the digit of its class.
  tokens text[] not null,
  at timestamptz,
  unique (kind, key)
);

-- What an entry is found by: a token of a class, once for each party that sees it. Everything is looked for by its
-- beginning, so a text stands here with every place that people may begin at. No pg_trgm: the first two signs of a
-- Chinese name make no trigram, and row security lets no index of `like` be used.
create table kernel.search_token (
  reader uuid not null,
  kind text not null,
  class smallint not null,
  token text collate "C" not null,
  entry_id bigint not null,
  primary key (reader, kind, class, token, entry_id)
);
-- For those who see the records of all parties.
create index search_token_all on kernel.search_token (kind, class, token, entry_id);

-- Records whose entries are to be made again. Written by triggers, in the transaction that changed the record; no key,
-- so that nobody waits here for anybody.
create table kernel.search_due (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null
);

-- What a person has begun, the latest of each record: from the events of modules that say so.
create table kernel.started (
  account_id uuid not null,
  party_id uuid,
  kind text not null,
  key text not null,
  type text not null,
  at timestamptz not null,
  primary key (account_id, kind, key)
);
create index started_latest on kernel.started (account_id, at desc);

do $$
declare name text;
begin
  foreach name in array array['search_entry', 'search_token', 'search_due', 'started']
  loop
    execute format('alter table kernel.%I enable row level security', name);
    execute format('alter table kernel.%I force row level security', name);
  end loop;
end $$;
grant select, insert, update, delete on kernel.search_entry, kernel.search_token, kernel.started to tongqu_app;
-- Update: only so that rows can be taken under a lock.
grant select, insert, update, delete on kernel.search_due to tongqu_app;

create policy reading on kernel.search_entry for select using (
  (select kernel.scope()) in ('office', 'audit', 'system')
  or readers && array[(select kernel.party()), '00000000-0000-0000-0000-000000000000'::uuid]);
create policy writing on kernel.search_entry using ((select kernel.scope()) = 'system');
create policy reading on kernel.search_token for select using (
  (select kernel.scope()) in ('office', 'audit', 'system')
  or reader in ((select kernel.party()), '00000000-0000-0000-0000-000000000000'::uuid));
create policy writing on kernel.search_token using ((select kernel.scope()) = 'system');
create policy marking on kernel.search_due for insert with check (kernel.scope() is not null);
create policy everything on kernel.search_due using ((select kernel.scope()) = 'system');
create policy everything on kernel.started using (
  (select kernel.scope()) = 'system' or account_id = (select kernel.actor()));

-- A table's triggers: execute function kernel.search_marks('kind', 'key column', …). Several columns make a key with
-- slashes between. For each statement, from the transition table `changed`.
create function kernel.search_marks() returns trigger language plpgsql as $$
declare columns text;
begin
  select string_agg(format('c.%I::text', name), ' || ''/'' || ' order by n) into columns
  from unnest(tg_argv[1:]) with ordinality as a (name, n);
  execute format('insert into kernel.search_due (kind, key) select distinct $1, %s from changed c', columns) using tg_argv[0];
  return null;
end $$;
-- The same for a row, where a trigger says of which columns: execute function kernel.search_mark('kind', 'key column').
create function kernel.search_mark() returns trigger language plpgsql as $$
declare row jsonb := to_jsonb(new);
begin
  insert into kernel.search_due (kind, key)
  select tg_argv[0], string_agg(row ->> name, '/' order by n) from unnest(tg_argv[1:]) with ordinality as a (name, n);
  return null;
end $$;

create trigger search_party after insert on kernel.party referencing new table as changed
  for each statement execute function kernel.search_marks('party', 'id');
create trigger search_party_changed after update on kernel.party for each row
  when (old.name is distinct from new.name or old.credit_code is distinct from new.credit_code
    or old.closed_at is distinct from new.closed_at)
  execute function kernel.search_mark('party', 'id');
create trigger search_account after insert on kernel.account referencing new table as changed
  for each statement execute function kernel.search_marks('account', 'id');
create trigger search_account_changed after update on kernel.account for each row
  when (old.name is distinct from new.name or old.login is distinct from new.login
    or old.disabled_at is distinct from new.disabled_at)
  execute function kernel.search_mark('account', 'id');
