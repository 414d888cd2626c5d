-- Records on two time axes: true from/to (legal days, both included) and known from the batch that brought
-- them until the batch that ended them. Nothing is deleted or overwritten.
create schema register;
grant usage on schema register to tongqu_app;

create table register.batch (
  id uuid primary key,
  register text not null,
  edition text not null,
  -- Year of the edition, where it has one: a plan of a later year says so.
  year int,
  -- First legal day that it speaks for.
  speaks_from date not null,
  source text not null,
  -- SM3 of the file it came from.
  file text,
  -- The run that imported it: its event's position is since when it is known.
  run uuid not null,
  imported_at timestamptz not null,
  account_id uuid,
  rows int not null,
  added int not null,
  ended int not null,
  unchanged int not null,
  rejected int not null,
  report json not null
);
create index batch_register on register.batch (register, imported_at);

create table register.record (
  id bigint generated always as identity primary key,
  register text not null,
  key text not null,
  true_from date not null,
  true_to date,
  data jsonb not null,
  batch_id uuid not null references register.batch,
  ended_by uuid references register.batch,
  check (true_to is null or true_to >= true_from)
);
create index record_current on register.record (register, key, true_from) where ended_by is null;
create index record_ended on register.record (register, key, true_from) where ended_by is not null;

alter table register.batch enable row level security;
alter table register.batch force row level security;
alter table register.record enable row level security;
alter table register.record force row level security;
grant select, insert on register.batch to tongqu_app;
grant select, insert on register.record to tongqu_app;
grant update (ended_by) on register.record to tongqu_app;
-- Registers are what everybody may look up; offices keep them.
create policy reading on register.batch for select using (kernel.scope() is not null);
create policy adding on register.batch for insert with check (kernel.scope() in ('office', 'system'));
create policy reading on register.record for select using (kernel.scope() is not null);
create policy adding on register.record for insert with check (kernel.scope() in ('office', 'system'));
create policy ending on register.record for update using (kernel.scope() in ('office', 'system'));
