-- The kernel's own tables. The owning role makes them; tongqu_app gets what is granted here and no more,
-- under row security that it cannot bypass. Whom a transaction acts for is set when it begins:
--   tongqu.scope  own | office | audit | system
--   tongqu.party, tongqu.user  UUIDs, empty when nobody is signed in
create schema kernel;
grant usage on schema kernel to tongqu_app;

create function kernel.scope() returns text language sql stable
  as $$ select current_setting('tongqu.scope', true) $$;
create function kernel.party() returns uuid language sql stable
  as $$ select nullif(current_setting('tongqu.party', true), '')::uuid $$;
create function kernel.actor() returns uuid language sql stable
  as $$ select nullif(current_setting('tongqu.user', true), '')::uuid $$;
-- Whether the transaction may see a record of this party.
create function kernel.sees(owner uuid) returns boolean language sql stable
  as $$ select kernel.scope() in ('office', 'audit', 'system') or owner = kernel.party() $$;
-- Whether the transaction may write a record of this party.
create function kernel.writes(owner uuid) returns boolean language sql stable
  as $$ select kernel.scope() in ('office', 'system') or (kernel.scope() = 'own' and owner = kernel.party()) $$;

-- Parties and the people who act for them ---------------------------------------------------------------
create table kernel.party (
  id uuid primary key,
  kind text not null check (kind in ('firm', 'stall', 'office', 'bank', 'person', 'operator')),
  name jsonb not null check (name ? 'zh'),
  credit_code text unique,
  demonstration boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz
);
create table kernel.account (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  name jsonb not null check (name ? 'zh'),
  password_hash text,
  oidc_subject text unique,
  demonstration boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);
create table kernel.membership (
  account_id uuid not null references kernel.account,
  party_id uuid not null references kernel.party,
  role text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (account_id, party_id, role, from_at)
);
create table kernel.session (
  token_hash bytea primary key,
  account_id uuid not null references kernel.account,
  party_id uuid not null references kernel.party,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on kernel.session (account_id) where ended_at is null;
create table kernel.api_key (
  id uuid primary key,
  key_hash bytea not null unique,
  name text not null,
  account_id uuid not null references kernel.account,
  party_id uuid not null references kernel.party,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
-- A link that works once: the first administrator's, a password's renewal.
create table kernel.invitation (
  token_hash bytea primary key,
  purpose text not null,
  account_id uuid references kernel.account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Identity numbers: the one place they stand, sealed; found again by keyed hash ---------------------------
create table kernel.identity_number (
  hash bytea primary key,
  sealed bytea,
  created_at timestamptz not null,
  erased_at timestamptz
);

-- Events: what happened, committed with what it happened to -----------------------------------------------
-- position is given after the commit by one sequencer, without gaps; data is kept as text (json, not jsonb),
-- for its digest is sealed.
create table kernel.event (
  id bigint generated always as identity primary key,
  position bigint unique,
  at timestamptz not null,
  run uuid not null,
  type text not null,
  version smallint not null,
  party_id uuid,
  account_id uuid,
  record text,
  data json not null
);
create index event_unplaced on kernel.event (id) where position is null;
create index event_record on kernel.event (record, id) where record is not null;
create table kernel.event_head (
  single boolean primary key default true check (single),
  position bigint not null
);
insert into kernel.event_head values (true, 0);
create table kernel.cursor (
  subscriber text primary key,
  position bigint not null,
  moved_at timestamptz not null,
  failure text
);
create table kernel.audit_block (
  number bigint primary key,
  from_position bigint not null,
  to_position bigint not null,
  previous_root text not null,
  root text not null,
  sealed_at timestamptz not null,
  key_id text not null,
  signature text not null
);

-- Stored answers: a command is done once per party, command and key --------------------------------------
create table kernel.answer (
  party_id uuid not null,
  command text not null,
  key text not null,
  body_digest text not null,
  refused boolean not null,
  answer json not null,
  at timestamptz not null,
  primary key (party_id, command, key)
);
create index answer_at on kernel.answer (at);

-- Writers of grouped commands: one per shard, fenced by its epoch ------------------------------------------
create table kernel.writer (
  shard text primary key,
  epoch bigint not null,
  taken_at timestamptz not null
);

-- Files, by the SM3 of their content -------------------------------------------------------------------------
create table kernel.file (
  sm3 text not null,
  party_id uuid not null,
  bytes bigint not null,
  type text not null,
  name text not null,
  record text,
  created_at timestamptz not null,
  primary key (sm3, party_id)
);

create table kernel.notice (
  id uuid primary key,
  account_id uuid not null references kernel.account,
  cause text not null,
  text jsonb not null,
  page text,
  at timestamptz not null,
  read_at timestamptz,
  unique (account_id, cause)
);

-- Values of the installation itself (pack digests, anchors seen), never a rule ------------------------------
create table kernel.installation (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);

-- Row security -----------------------------------------------------------------------------------------------
do $$
declare name text;
begin
  foreach name in array array['party','account','membership','session','api_key','invitation','identity_number','event',
    'event_head','cursor','audit_block','answer','writer','file','notice','installation']
  loop
    execute format('alter table kernel.%I enable row level security', name);
    execute format('alter table kernel.%I force row level security', name);
  end loop;
end $$;

grant select, insert, update on kernel.party, kernel.account, kernel.membership, kernel.session, kernel.api_key,
  kernel.invitation, kernel.identity_number, kernel.cursor, kernel.writer, kernel.file, kernel.notice,
  kernel.installation to tongqu_app;
grant select, insert on kernel.answer, kernel.audit_block, kernel.event to tongqu_app;
grant update (position) on kernel.event to tongqu_app;
grant select, update on kernel.event_head to tongqu_app;
grant delete on kernel.answer, kernel.session to tongqu_app;

create policy reading on kernel.party for select using (kernel.sees(id));
create policy adding on kernel.party for insert with check (kernel.scope() in ('office', 'system'));
create policy changing on kernel.party for update using (kernel.scope() in ('office', 'system'));
create policy reading on kernel.account for select using (kernel.scope() <> 'own' or id = kernel.actor());
create policy adding on kernel.account for insert with check (kernel.scope() in ('office', 'system'));
create policy changing on kernel.account for update using (kernel.scope() in ('office', 'system') or id = kernel.actor());
create policy reading on kernel.membership for select using (kernel.scope() <> 'own' or account_id = kernel.actor());
create policy adding on kernel.membership for insert with check (kernel.scope() in ('office', 'system'));
create policy changing on kernel.membership for update using (kernel.scope() in ('office', 'system'));
create policy everything on kernel.session using (kernel.scope() in ('office', 'system') or account_id = kernel.actor());
create policy everything on kernel.api_key using (kernel.scope() in ('office', 'system') or account_id = kernel.actor());
create policy everything on kernel.invitation using (kernel.scope() = 'system');
create policy adding on kernel.identity_number for insert with check (true);
create policy reading on kernel.identity_number for select using (kernel.scope() = 'system');
create policy erasing on kernel.identity_number for update using (kernel.scope() = 'system');
create policy adding on kernel.event for insert with check (kernel.scope() is not null);
create policy reading on kernel.event for select
  using (kernel.scope() in ('audit', 'system') or party_id = kernel.party());
create policy sequencing on kernel.event for update using (kernel.scope() = 'system');
create policy everything on kernel.event_head using (kernel.scope() = 'system');
create policy everything on kernel.cursor using (kernel.scope() = 'system');
create policy reading on kernel.audit_block for select using (kernel.scope() in ('audit', 'system'));
create policy adding on kernel.audit_block for insert with check (kernel.scope() = 'system');
create policy everything on kernel.answer
  using (kernel.scope() = 'system' or party_id = coalesce(kernel.party(), '00000000-0000-0000-0000-000000000000'));
create policy everything on kernel.writer using (kernel.scope() = 'system');
create policy reading on kernel.file for select using (kernel.sees(party_id));
create policy adding on kernel.file for insert with check (kernel.writes(party_id));
create policy changing on kernel.file for update using (kernel.writes(party_id));
create policy everything on kernel.notice using (kernel.scope() = 'system' or account_id = kernel.actor());
create policy reading on kernel.installation for select using (kernel.scope() is not null);
create policy adding on kernel.installation for insert with check (kernel.scope() in ('office', 'system'));
create policy changing on kernel.installation for update using (kernel.scope() in ('office', 'system'));
