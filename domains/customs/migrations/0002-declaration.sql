-- Declarations: what was planned, told to the customs record by record, and what the counter answered.

-- A party's registration numbers with the customs, and whom it works with.
create table customs.declarant (
  party_id uuid primary key,
  -- Its number at the exchange platform: receipts are addressed to it.
  dxp_id text not null unique,
  profile json not null,
  changed_at timestamptz not null,
  changed_by uuid
);

-- Plans that are to be declared as soon as they are made.
create table customs.submission (
  plan_id uuid primary key references customs.plan,
  party_id uuid not null,
  account_id uuid,
  asked_at timestamptz not null
);

create table customs.declaration_number (
  day date primary key,
  last int not null
);
create table customs.declaration (
  id uuid primary key,
  number text not null unique,
  party_id uuid not null,
  account_id uuid,
  plan_id uuid not null references customs.plan,
  order_no text not null,
  mode text not null,
  -- list, simplified, summary, declaration.
  form text not null,
  direction text not null check (direction in ('export', 'import')),
  -- Legal day whose rules decided what is needed.
  day date not null,
  created_at timestamptz not null,
  state text not null,
  state_at timestamptz not null,
  -- Receipts of one submission contradict each other: a person decides.
  is_contradicted boolean not null default false,
  -- What is missing, wrong or does not agree; not null while it is a draft that cannot go out.
  held json,
  -- Fields given for this order after the book was planned, over the book's: { order, lines }.
  given json not null default '{}',
  -- Since when the counter owes an answer; null: it owes none.
  waiting_since timestamptz,
  unique (plan_id, order_no)
);
create index declaration_party on customs.declaration (party_id, created_at desc, id desc);
create index declaration_state on customs.declaration (party_id, state);
create index declaration_waiting on customs.declaration (waiting_since) where waiting_since is not null;

-- One record of one message: an order, a payment, a waybill, a list, a cancelling. The counter knows it by its key.
create table customs.record (
  id uuid primary key,
  declaration_id uuid not null references customs.declaration,
  party_id uuid not null,
  kind text not null,
  role text not null check (role in ('support', 'list', 'cancel', 'return')),
  -- The values of the business key, joined by a unit separator.
  key text not null,
  -- The record as it is sent, identity numbers replaced by their keyed hash.
  content json not null,
  state text not null,
  -- It may go out: nothing it rests on is outstanding.
  is_ready boolean not null default false,
  attempt int not null default 1,
  -- The counter has it, and this attempt changes it.
  is_change boolean not null default false,
  -- Stamp of the receipt that this attempt answers: receipts up to it belong to earlier attempts.
  after text not null default '',
  -- The receipt that stands.
  told_level int,
  told_rank int,
  told_time text,
  told_code text,
  told_info text,
  is_known boolean not null default false,
  is_released boolean not null default false,
  is_rejected boolean not null default false,
  pre_no text,
  list_no text,
  message_id uuid,
  sent_at timestamptz,
  answered_at timestamptz,
  unique (party_id, kind, key)
);
create index record_declaration on customs.record (declaration_id);
create index record_key on customs.record (kind, key);
create index record_message on customs.record (message_id);
create index record_ready on customs.record (party_id, kind, id) where state = 'waiting' and is_ready;

-- Messages out and in: the bytes lie in the file store under their SM3.
create table customs.message (
  id uuid primary key,
  party_id uuid,
  direction text not null check (direction in ('out', 'in')),
  kind text not null,
  -- Sender's number of the message (CopMsgId): the name it goes and comes by.
  name text not null,
  sm3 text not null,
  bytes bigint not null,
  records int not null,
  created_at timestamptz not null,
  -- out: ready, sent, unknown (a person decides); in: waiting, read, unreadable.
  state text not null check (state in ('ready', 'sent', 'unknown', 'waiting', 'read', 'unreadable')),
  -- { profile, digest, value, serial }, or null: not signed.
  signature json,
  -- Why it was not sent, or could not be read: { code, text }.
  failure json,
  tries int not null default 0,
  next_at timestamptz,
  done_at timestamptz
);
-- A message that comes again, byte for byte, is the same message.
create unique index message_in on customs.message (sm3) where direction = 'in';
create index message_out on customs.message (next_at, id) where direction = 'out' and state = 'ready';
create index message_waiting on customs.message (id) where direction = 'in' and state = 'waiting';

-- Receipts that found their record. One that comes again counts its copies.
create table customs.receipt (
  record_id uuid not null references customs.record,
  party_id uuid not null,
  status text not null,
  -- The counter's stamp, yyyyMMddHHmmssSSS.
  time text not null,
  info text,
  message_id uuid not null,
  received_at timestamptz not null,
  copies int not null default 1,
  -- Of an earlier attempt: kept, and changes nothing.
  is_late boolean not null default false,
  primary key (record_id, status, time)
);

-- Receipts that could not be applied, each with its reason: nothing that the counter says is lost.
create table customs.receipt_held (
  id uuid primary key default gen_random_uuid(),
  -- Whom the envelope is addressed to; null: nobody here.
  party_id uuid,
  message_id uuid not null,
  kind text not null,
  key text not null,
  status text not null,
  time text not null,
  info text,
  reason text not null,
  held_at timestamptz not null,
  -- It was taken up again, or a person has dealt with it.
  settled_at timestamptz,
  unique (kind, key, status, time, reason)
);
create index receipt_held_open on customs.receipt_held (kind, key) where settled_at is null;

-- Whether messages go out and are read. Shut after a restore, until somebody has reconciled.
create table customs.gateway (
  id text primary key,
  is_open boolean not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid
);

do $$
declare name text;
begin
  foreach name in array array['declarant', 'submission', 'declaration_number', 'declaration', 'record', 'message', 'receipt',
    'receipt_held', 'gateway'] loop
    execute format('alter table customs.%I enable row level security', name);
    execute format('alter table customs.%I force row level security', name);
  end loop;
  foreach name in array array['declarant', 'submission', 'declaration', 'record', 'receipt', 'message', 'receipt_held'] loop
    execute format('create policy reading on customs.%I for select using (kernel.sees(party_id))', name);
    execute format('create policy adding on customs.%I for insert with check (kernel.writes(party_id))', name);
    execute format('create policy changing on customs.%I for update using (kernel.writes(party_id))', name);
  end loop;
end $$;
create policy everything on customs.declaration_number using (kernel.scope() is not null);
create policy reading on customs.gateway for select using (kernel.scope() is not null);
create policy adding on customs.gateway for insert with check (kernel.scope() in ('office', 'system'));
create policy changing on customs.gateway for update using (kernel.scope() in ('office', 'system'));
grant select, insert, update on customs.declarant, customs.submission, customs.declaration_number, customs.declaration, customs.record,
  customs.message, customs.receipt, customs.receipt_held, customs.gateway to tongqu_app;
