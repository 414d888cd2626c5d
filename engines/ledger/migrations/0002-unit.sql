-- Units of account: what an amount counts, and how many decimal places one whole of it has. Kinds are data: a
-- currency, pieces of a stock line, a quota, a coupon, a budget, core-hours.
create table ledger.unit (
  -- TigerBeetle's `ledger`. A pack's numbers are below 1000 (ISO 4217's for currencies), those opened here from 1000 up.
  number int primary key check (number > 0),
  kind text not null check (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
  code text not null check (char_length(code) between 1 and 100),
  -- CNY 2: an amount of 1 is one fen. 18 is what a bigint holds.
  scale int not null check (scale between 0 and 18),
  name jsonb not null check (name ?& array['zh', 'en']),
  -- Legal days between which accounts are opened in it, both inclusive; null: no such day is known.
  begins_on date,
  ends_on date,
  -- The pack's file that it stands in, and what that rests on; null: a domain opened it.
  pack text,
  source text,
  strength text,
  opened_at timestamptz not null,
  run uuid not null,
  unique (kind, code),
  check ((pack is null) = (source is null) and (pack is null) = (strength is null))
);
create sequence ledger.unit_number as int start 1000 minvalue 1000;

alter table ledger.unit enable row level security;
alter table ledger.unit force row level security;
grant select, insert on ledger.unit to tongqu_app;
grant update (name, begins_on, ends_on, pack, source, strength) on ledger.unit to tongqu_app;
grant usage on sequence ledger.unit_number to tongqu_app;

-- A pack's units are everybody's; one that a domain opened may tell what a firm deals in, and is seen by those who
-- have an account in it.
create policy reading on ledger.unit for select using (
  (select ledger.posting()) or pack is not null or (select kernel.scope()) in ('office', 'audit') or exists (
    select from ledger.account a where a.ledger = number and a.party_id = kernel.party()));
create policy adding on ledger.unit for insert with check ((select ledger.posting()));
create policy changing on ledger.unit for update using ((select ledger.posting()));

-- An account counts something that is known. Neither accounts nor units are ever deleted.
alter table ledger.account add foreign key (ledger) references ledger.unit;
