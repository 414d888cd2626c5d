-- Plans of order books. Amounts are cents of CNY; usd is cents of USD, cut, for the lists only.
create schema customs;
grant usage on schema customs to tongqu_app;

create table customs.plan_number (
  day date primary key,
  last int not null
);
create table customs.plan (
  id uuid primary key,
  number text not null unique,
  party_id uuid not null,
  account_id uuid,
  name text not null,
  -- SM3 of the order book, and how it is read.
  file text not null,
  kind text not null check (kind in ('xlsx', 'csv', 'json')),
  state text not null check (state in ('waiting', 'reading', 'done', 'failed')),
  -- Orders read so far.
  read int not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- What was asked for.
  date date not null,
  fx json not null,
  -- What it was decided by: rules, rates, tables.
  ruleset_id text,
  ruleset_digest text,
  packs json,
  rates json,
  editions json,
  planned int not null default 0,
  refused int not null default 0,
  taxes bigint not null default 0,
  refund bigint not null default 0,
  net_cost bigint not null default 0,
  shipments json not null default '[]',
  warnings json not null default '[]',
  failure json
);
create index plan_party on customs.plan (party_id, created_at desc);

create table customs.plan_order (
  plan_id uuid not null references customs.plan,
  position int not null,
  party_id uuid not null,
  order_no text not null,
  shipment text,
  direction text not null,
  channel text not null,
  country text not null,
  lines int not null,
  cny bigint not null,
  usd bigint not null,
  chosen text,
  taxes bigint not null,
  refund bigint not null,
  net_cost bigint not null,
  -- The order as the book gave it, identity numbers replaced by their keyed hash; places of its lines.
  input json not null,
  places json not null,
  -- Every mode with reasons, amounts and the rules it rests on.
  decision json not null,
  overridden json,
  primary key (plan_id, position),
  unique (plan_id, order_no)
);
create index plan_order_chosen on customs.plan_order (plan_id, chosen, position);
create index plan_order_shipment on customs.plan_order (plan_id, shipment) where shipment is not null;

create table customs.plan_refused (
  plan_id uuid not null references customs.plan,
  position int not null,
  party_id uuid not null,
  refusal json not null,
  primary key (plan_id, position)
);

do $$
declare name text;
begin
  foreach name in array array['plan_number', 'plan', 'plan_order', 'plan_refused'] loop
    execute format('alter table customs.%I enable row level security', name);
    execute format('alter table customs.%I force row level security', name);
  end loop;
end $$;
grant select, insert, update on customs.plan_number, customs.plan, customs.plan_order to tongqu_app;
grant select, insert on customs.plan_refused to tongqu_app;
-- A plan that was cut short is begun again: only then are its pieces removed.
grant delete on customs.plan_order, customs.plan_refused to tongqu_app;

create policy everything on customs.plan_number using (kernel.scope() is not null);
create policy reading on customs.plan for select using (kernel.sees(party_id));
create policy adding on customs.plan for insert with check (kernel.writes(party_id));
create policy changing on customs.plan for update using (kernel.writes(party_id));
create policy reading on customs.plan_order for select using (kernel.sees(party_id));
create policy adding on customs.plan_order for insert with check (kernel.writes(party_id));
create policy changing on customs.plan_order for update using (kernel.writes(party_id));
create policy removing on customs.plan_order for delete using (kernel.scope() = 'system');
create policy reading on customs.plan_refused for select using (kernel.sees(party_id));
create policy adding on customs.plan_refused for insert with check (kernel.writes(party_id));
create policy removing on customs.plan_refused for delete using (kernel.scope() = 'system');
