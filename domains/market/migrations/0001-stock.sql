-- Stock. No table here holds how much there is: that is a balance in the ledger, under the id that stands here
-- (a line, a shelf, a line of a transfer is an account). What a document asked for, announced or counted is a fact
-- of the document and stands in it, in the smallest piece of the article's unit.
-- A record names its parties by role: party_id owns the goods, keeper_id runs the warehouse they are in.
create schema market;
grant usage on schema market to tongqu_app;

create function market.sees(owner uuid, keeper uuid) returns boolean language sql stable
  as $$ select kernel.sees(owner) or keeper = kernel.party() $$;
create function market.writes(owner uuid, keeper uuid) returns boolean language sql stable
  as $$ select kernel.writes(owner) or (kernel.scope() = 'own' and keeper = kernel.party()) $$;

-- Last number of a day, by series.
create table market.number (
  series text not null,
  day date not null,
  last int not null,
  primary key (series, day)
);

create table market.warehouse (
  id uuid primary key,
  keeper_id uuid not null,
  code text not null,
  name jsonb not null check (name ? 'zh'),
  kind text not null,
  -- ISO 3166-1, two letters.
  country text not null check (country ~ '^[A-Z]{2}$'),
  customs_district text check (customs_district ~ '^\d{4}$'),
  at timestamptz not null,
  unique (keeper_id, code)
);
-- Whose goods a warehouse keeps: offered by the keeper, agreed to by the owner, for it lets the keeper see the owner's
-- articles and lots.
create table market.storage (
  warehouse_id uuid not null references market.warehouse,
  party_id uuid not null,
  keeper_id uuid not null,
  offered_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  primary key (warehouse_id, party_id)
);
create index storage_owner on market.storage (party_id);
create index storage_keeper on market.storage (keeper_id);

create table market.article (
  id uuid primary key,
  party_id uuid not null,
  sku text not null,
  name jsonb not null check (name ? 'zh'),
  -- Unit of measure by its customs code, and how many decimals a quantity has.
  unit text not null,
  scale int not null check (scale between 0 and 6),
  -- Unit of account in the ledger.
  ledger int not null unique,
  hs_code text check (hs_code ~ '^\d{4,10}$'),
  tracking text not null check (tracking in ('none', 'lot', 'serial')),
  shelf_life_days int check (shelf_life_days > 0),
  -- Tell when less than this is left; tell so many days before the end of its life. Absent: the rule's.
  low bigint check (low >= 0),
  near_expiry_days int check (near_expiry_days >= 0),
  version int not null default 1,
  at timestamptz not null,
  unique (party_id, sku),
  unique (id, sku)
);
create index article_low on market.article (party_id, id) where low is not null;
create table market.lot (
  id uuid primary key,
  article_id uuid not null references market.article,
  party_id uuid not null,
  -- The maker's number; of an article tracked by serial number the piece's own.
  number text not null,
  produced_on date,
  -- Last day on which it is good.
  expires_on date,
  at timestamptz not null,
  unique (article_id, number),
  unique (id, expires_on)
);
create index lot_expiry on market.lot (expires_on) where expires_on is not null;

-- An article of an owner in a warehouse, by lot. Its id is that of its account on hand.
create table market.line (
  id uuid primary key,
  article_id uuid not null references market.article,
  party_id uuid not null,
  warehouse_id uuid not null references market.warehouse,
  keeper_id uuid not null,
  lot_id uuid references market.lot,
  -- The article's number and the lot's last good day, neither of which ever changes: lists are in their order.
  sku text not null,
  expires_on date,
  at timestamptz not null,
  unique nulls not distinct (article_id, warehouse_id, lot_id),
  foreign key (article_id, sku) references market.article (id, sku),
  foreign key (lot_id, expires_on) references market.lot (id, expires_on)
);
create index line_owner on market.line (party_id, sku, id);
create index line_keeper on market.line (keeper_id, sku, id);
create index line_sku on market.line (sku, id);
create index line_warehouse on market.line (warehouse_id, party_id, sku, id);
create index line_owner_expiry on market.line (party_id, expires_on, id) where expires_on is not null;
create index line_keeper_expiry on market.line (keeper_id, expires_on, id) where expires_on is not null;
create index line_expiry on market.line (expires_on, id) where expires_on is not null;
create index line_lot on market.line (lot_id) where lot_id is not null;

-- Goods that must not go out: a lot wherever it lies, or what lies in one place.
create table market.block (
  id uuid primary key,
  lot_id uuid references market.lot,
  line_id uuid references market.line,
  party_id uuid not null,
  keeper_id uuid,
  reason text not null,
  from_at timestamptz not null,
  account_id uuid,
  to_at timestamptz,
  lifted_by uuid,
  check ((lot_id is null) <> (line_id is null))
);
create unique index block_lot on market.block (lot_id) where to_at is null and lot_id is not null;
create unique index block_line on market.block (line_id) where to_at is null and line_id is not null;

create table market.receipt (
  id uuid primary key,
  number text not null unique,
  party_id uuid not null,
  warehouse_id uuid not null references market.warehouse,
  keeper_id uuid not null,
  source text not null check (source in ('supplier', 'customer')),
  sender text,
  reference text,
  expected_on date,
  state text not null check (state in ('announced', 'receiving', 'closed', 'cancelled')),
  reason text,
  account_id uuid,
  at timestamptz not null,
  ended_at timestamptz
);
create index receipt_owner on market.receipt (party_id, id);
create index receipt_keeper on market.receipt (keeper_id, id);
create table market.receipt_line (
  receipt_id uuid not null references market.receipt,
  n int not null,
  party_id uuid not null,
  keeper_id uuid not null,
  article_id uuid not null references market.article,
  announced bigint not null check (announced > 0),
  primary key (receipt_id, n)
);

create table market.transfer (
  id uuid primary key,
  number text not null unique,
  party_id uuid not null,
  from_warehouse_id uuid not null references market.warehouse,
  from_keeper_id uuid not null,
  to_warehouse_id uuid not null references market.warehouse,
  to_keeper_id uuid not null,
  state text not null check (state in ('ordered', 'dispatched', 'closed', 'cancelled')),
  due_on date,
  reason text,
  account_id uuid,
  at timestamptz not null,
  dispatched_at timestamptz,
  ended_at timestamptz,
  check (from_warehouse_id <> to_warehouse_id)
);
create index transfer_owner on market.transfer (party_id, id);
create index transfer_from on market.transfer (from_keeper_id, id);
create index transfer_to on market.transfer (to_keeper_id, id);
create index transfer_due on market.transfer (due_on) where state = 'dispatched';
-- Its id is that of its account in transit.
create table market.transfer_line (
  id uuid primary key,
  transfer_id uuid not null references market.transfer,
  n int not null,
  party_id uuid not null,
  from_keeper_id uuid not null,
  to_keeper_id uuid not null,
  article_id uuid not null references market.article,
  lot_id uuid references market.lot,
  from_line_id uuid not null references market.line,
  -- What holds the goods until they leave.
  hold_id uuid not null,
  unique (transfer_id, n)
);

create table market.count (
  id uuid primary key,
  number text not null unique,
  party_id uuid not null,
  warehouse_id uuid not null references market.warehouse,
  keeper_id uuid not null,
  state text not null check (state in ('counting', 'recounting', 'counted', 'posted', 'cancelled')),
  reason text,
  account_id uuid,
  at timestamptz not null,
  approved_by uuid,
  ended_at timestamptz
);
create index count_owner on market.count (party_id, id);
create index count_keeper on market.count (keeper_id, id);
create table market.count_line (
  count_id uuid not null references market.count,
  n int not null,
  party_id uuid not null,
  keeper_id uuid not null,
  line_id uuid not null references market.line,
  -- Accounts of the line and its shelves, each with the ledger's time of its last change when the count began:
  -- what was expected is their balance as at that time.
  frozen jsonb not null,
  recount boolean not null default false,
  primary key (count_id, n),
  unique (count_id, line_id)
);
create table market.count_entry (
  count_id uuid not null,
  n int not null,
  round int not null check (round in (1, 2)),
  party_id uuid not null,
  keeper_id uuid not null,
  counted bigint not null check (counted >= 0),
  account_id uuid,
  at timestamptz not null,
  primary key (count_id, n, round),
  foreign key (count_id, n) references market.count_line
);

create table market.hold (
  id uuid primary key,
  party_id uuid not null,
  article_id uuid not null references market.article,
  reference text,
  account_id uuid,
  at timestamptz not null
);
create index hold_owner on market.hold (party_id, id);
-- What is held of one line; its id is that of the pending transfer. A part shipped in part goes on in another.
create table market.hold_part (
  id uuid primary key,
  hold_id uuid not null references market.hold,
  line_id uuid not null references market.line,
  party_id uuid not null,
  keeper_id uuid not null
);
create index hold_part_hold on market.hold_part (hold_id, id);
create index hold_part_keeper on market.hold_part (keeper_id, id);

-- Pieces of a line that are on sale; its id is that of its account, which belongs to a shard's writer.
create table market.shelf (
  id uuid primary key,
  line_id uuid not null references market.line,
  article_id uuid not null references market.article,
  party_id uuid not null,
  keeper_id uuid not null,
  -- Account of what was sold from it.
  sold_id uuid not null unique,
  -- The hold that keeps its account closed while its goods are blocked; null: it is open.
  closing_id uuid,
  at timestamptz not null
);
create unique index shelf_line on market.shelf (line_id);
create index shelf_owner on market.shelf (party_id, id);
-- A buyer's claim to pieces of a shelf; its id is that of the pending transfer, which tells how it stands.
create table market.reservation (
  id uuid primary key,
  -- The buyer's.
  party_id uuid not null,
  account_id uuid,
  seller_id uuid not null,
  shelf_id uuid not null,
  amount bigint not null check (amount > 0),
  -- Decimals of the quantity, which a buyer cannot look up at the seller's.
  scale int not null,
  -- What was done with it; that its time is over, the hold tells.
  state text not null check (state in ('placed', 'confirmed', 'cancelled')),
  at timestamptz not null,
  expires_at timestamptz not null,
  resolved_at timestamptz
) with (fillfactor = 80);
create index reservation_buyer on market.reservation (party_id, id);
create index reservation_shelf on market.reservation (shelf_id, id);

-- Who moved goods, why and on what paper; the id is that of the ledger's transfer, which says how much.
create table market.movement (
  id uuid primary key,
  party_id uuid not null,
  keeper_id uuid not null,
  line_id uuid,
  record_kind text not null,
  record_id uuid,
  record_line int,
  reason text,
  document_type text,
  document_reference text,
  account_id uuid,
  run uuid not null
);
create index movement_record on market.movement (record_id, id) where record_id is not null;

-- What somebody has been told of already, by the cause of the notice.
create table market.told (
  cause text primary key,
  at timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['told', 'number', 'warehouse', 'storage', 'article', 'lot', 'line', 'block', 'receipt', 'receipt_line',
    'transfer', 'transfer_line', 'count', 'count_line', 'count_entry', 'hold', 'hold_part', 'shelf', 'reservation', 'movement']
  loop
    execute format('alter table market.%I enable row level security', name);
    execute format('alter table market.%I force row level security', name);
    execute format('grant select, insert on market.%I to tongqu_app', name);
  end loop;
end $$;
grant update on market.number, market.storage, market.article, market.block, market.receipt, market.transfer, market.count,
  market.count_line, market.count_entry, market.shelf, market.reservation to tongqu_app;

create policy everything on market.told using (kernel.scope() = 'system');
create policy everything on market.number using (kernel.scope() is not null);

create policy reading on market.storage for select using (market.sees(party_id, keeper_id));
-- Nobody agrees to it but the owner.
create policy adding on market.storage for insert with check (
  kernel.writes(keeper_id) and (accepted_at is null or kernel.writes(party_id)));
create policy changing on market.storage for update using (market.writes(party_id, keeper_id))
  with check (market.writes(party_id, keeper_id) and (accepted_at is null or ended_at is not null or kernel.writes(party_id)));
-- An owner sees the warehouses that keep its goods, a keeper the goods' articles and lots of the owners it keeps for.
create policy reading on market.warehouse for select using (
  kernel.sees(keeper_id) or id in (select s.warehouse_id from market.storage s where s.party_id = kernel.party()));
create policy adding on market.warehouse for insert with check (kernel.writes(keeper_id));
create policy reading on market.article for select using (
  kernel.sees(party_id) or party_id in (select s.party_id from market.storage s where s.keeper_id = kernel.party() and s.accepted_at is not null));
create policy adding on market.article for insert with check (kernel.writes(party_id));
create policy changing on market.article for update using (kernel.writes(party_id));
create policy reading on market.lot for select using (
  kernel.sees(party_id) or party_id in (select s.party_id from market.storage s where s.keeper_id = kernel.party() and s.accepted_at is not null));
create policy adding on market.lot for insert with check (
  kernel.writes(party_id) or (kernel.scope() = 'own' and party_id in (
    select s.party_id from market.storage s where s.keeper_id = kernel.party() and s.accepted_at is not null
      and s.ended_at is null)));
create policy reading on market.block for select using (
  market.sees(party_id, keeper_id) or (line_id is null and party_id in (
    select s.party_id from market.storage s where s.keeper_id = kernel.party() and s.accepted_at is not null)));
create policy adding on market.block for insert with check (market.writes(party_id, keeper_id));
create policy changing on market.block for update using (market.writes(party_id, keeper_id));

do $$
declare name text;
begin
  foreach name in array array['line', 'receipt', 'receipt_line', 'count', 'count_line', 'count_entry', 'hold_part', 'shelf',
    'movement']
  loop
    execute format('create policy reading on market.%I for select using (market.sees(party_id, keeper_id))', name);
    execute format('create policy adding on market.%I for insert with check (market.writes(party_id, keeper_id))', name);
    execute format('create policy changing on market.%I for update using (market.writes(party_id, keeper_id))', name);
  end loop;
  foreach name in array array['transfer', 'transfer_line']
  loop
    execute format('create policy reading on market.%I for select using (
      kernel.sees(party_id) or kernel.party() in (from_keeper_id, to_keeper_id))', name);
    execute format('create policy adding on market.%I for insert with check (kernel.writes(party_id))', name);
    execute format('create policy changing on market.%I for update using (kernel.writes(party_id)
      or (kernel.scope() = ''own'' and kernel.party() in (from_keeper_id, to_keeper_id)))', name);
  end loop;
end $$;
-- A keeper sees what is held in its warehouses with the parts; the hold itself is its owner's.
create policy reading on market.hold for select using (
  kernel.sees(party_id) or exists (
    select from market.hold_part p where p.hold_id = hold.id and p.keeper_id = kernel.party()));
create policy adding on market.hold for insert with check (kernel.writes(party_id));
-- Written by the shard's writer, which runs as the system.
create policy reading on market.reservation for select using (kernel.sees(party_id) or seller_id = kernel.party());
create policy adding on market.reservation for insert with check (kernel.scope() = 'system');
create policy changing on market.reservation for update using (kernel.scope() = 'system');
