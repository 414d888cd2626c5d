-- What proves a declaration: which messages carried its records, the papers attached to it, and whose signatures under
-- receipts are believed.

-- Every message that carried a record; customs.record names the last one only.
create table customs.message_record (
  message_id uuid not null references customs.message,
  record_id uuid not null references customs.record,
  party_id uuid not null,
  attempt int not null,
  primary key (record_id, message_id)
);
-- The owner carries the rows over: for that it must see them.
alter table customs.record no force row level security;
insert into customs.message_record (message_id, record_id, party_id, attempt)
  select message_id, id, party_id, attempt from customs.record where message_id is not null;
alter table customs.record force row level security;

-- How the signature of a message that came in was found: { state, profile, serial, subject, code }; null: not looked at.
alter table customs.message add column verification json;

-- Papers attached to a declaration. One that is withdrawn stays, with its reason.
create table customs.document (
  id uuid primary key,
  declaration_id uuid not null references customs.declaration,
  party_id uuid not null,
  -- Of the rule declaration.document_kinds.
  kind text not null,
  -- The paper's own number; '' where it has none.
  number text not null,
  -- The file, by the SM3 of its content.
  sm3 text not null,
  bytes bigint not null,
  type text not null,
  name text not null,
  attached_at timestamptz not null,
  attached_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index document_declaration on customs.document (declaration_id);
create unique index document_once on customs.document (declaration_id, kind, sm3) where withdrawn_at is null;

-- Certificates whose signatures under receipts are believed, between two instants.
create table customs.trusted_certificate (
  id uuid primary key,
  serial text not null,
  subject text not null,
  issuer text not null,
  -- Base64 of the DER.
  certificate text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  added_at timestamptz not null,
  added_by uuid,
  note text not null,
  check (to_at is null or to_at >= from_at)
);
create unique index trusted_certificate_open on customs.trusted_certificate (certificate) where to_at is null;

do $$
declare name text;
begin
  foreach name in array array['message_record', 'document', 'trusted_certificate'] loop
    execute format('alter table customs.%I enable row level security', name);
    execute format('alter table customs.%I force row level security', name);
  end loop;
  foreach name in array array['message_record', 'document'] loop
    execute format('create policy reading on customs.%I for select using (kernel.sees(party_id))', name);
    execute format('create policy adding on customs.%I for insert with check (kernel.writes(party_id))', name);
  end loop;
end $$;
create policy changing on customs.document for update using (kernel.writes(party_id));
create policy reading on customs.trusted_certificate for select using (kernel.scope() is not null);
create policy adding on customs.trusted_certificate for insert with check (kernel.scope() in ('office', 'system'));
create policy changing on customs.trusted_certificate for update using (kernel.scope() in ('office', 'system'));
grant select, insert on customs.message_record to tongqu_app;
grant select, insert, update on customs.document, customs.trusted_certificate to tongqu_app;
