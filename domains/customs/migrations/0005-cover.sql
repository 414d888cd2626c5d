-- What covers a declaration: the guarantee that its taxes rest on, and the lines of the bonded book that its goods
-- stand in. How much there is of each is a balance in the ledger, under the id that stands here (a guarantee and a
-- book's line are accounts); what a declaration has of it stands in customs.cover.
-- A record names its parties by role: party_id whose it is, owner_id whose guarantee or book it draws on.

-- Whether a party may draw on somebody's guarantee or book. Said by the owner: anybody can write a firm's number.
create table customs.cover_party (
  cover_id uuid not null,
  owner_id uuid not null,
  party_id uuid not null,
  from_at timestamptz not null,
  by uuid,
  to_at timestamptz,
  primary key (cover_id, party_id)
);
create index cover_party_party on customs.cover_party (party_id);
create function customs.draws_on(cover uuid) returns boolean language sql stable
  as $$ select exists (select from customs.cover_party p where p.cover_id = cover and p.party_id = kernel.party()
    and p.to_at is null) $$;

-- A firm's guarantee at a customs office (assureCode). Its id is that of the account of what is left of it.
create table customs.guarantee (
  id uuid primary key,
  party_id uuid not null,
  -- Of the guaranteeing firm, as lists name it.
  code text not null,
  name text not null,
  office text not null check (office ~ '^[0-9A-Z]{4}$'),
  number text not null,
  -- Legal days, both included.
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  -- In cents of CNY.
  amount bigint not null check (amount > 0),
  -- The accounts that stand against it: whence it was given, and what of it is called upon.
  given_account uuid not null,
  due_account uuid not null,
  at timestamptz not null,
  by uuid,
  unique (code, office, number)
);
create index guarantee_party on customs.guarantee (party_id);

-- A bonded book (账册) or handbook, as the customs keep it.
create table customs.book (
  id uuid primary key,
  party_id uuid not null,
  -- emsNo, PutrecNo.
  number text not null unique,
  kind text not null,
  -- Of the rule customs.book.systems: 95, B1, Z7, Z8.
  system text not null,
  office text not null check (office ~ '^[0-9A-Z]{4}$'),
  -- The firm in the zone.
  firm_code text not null,
  firm_credit_code text not null,
  firm_name text not null,
  zone text,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  at timestamptz not null,
  by uuid
);
create index book_party on customs.book (party_id);

-- A line of a book. Its id is that of the account of what stands in it, in its declared unit.
create table customs.book_line (
  id uuid primary key,
  book_id uuid not null references customs.book,
  party_id uuid not null,
  -- itemRecordNo, PutrecSeqno.
  record_no int not null check (record_no > 0),
  article text,
  hs_code text not null check (hs_code ~ '^\d{8}(\d{2})?$'),
  name text not null,
  model text not null,
  -- Declared unit and legal units, codes of the customs.
  unit text not null check (unit ~ '^\d{3}$'),
  unit1 text not null check (unit1 ~ '^\d{3}$'),
  unit2 text check (unit2 ~ '^\d{3}$'),
  -- Country, as the book has it: three letters, or the customs' older three digits.
  origin text not null check (origin ~ '^[0-9A-Z]{3}$'),
  -- The most that may stand in it, in its smallest pieces; null: the book sets none.
  most bigint check (most > 0),
  -- Unit of account in the ledger.
  ledger int not null,
  -- The accounts that stand against it: what came in, what went out, what counts found.
  in_account uuid not null,
  out_account uuid not null,
  found_account uuid not null,
  at timestamptz not null,
  unique (book_id, record_no)
);
create index book_line_party on customs.book_line (party_id);

-- What a declaration has of a guarantee or of a book's line. Amounts are the ledger's; `hold_id` is its open hold.
create table customs.cover (
  declaration_id uuid not null,
  party_id uuid not null,
  owner_id uuid not null,
  kind text not null check (kind in ('guarantee', 'book')),
  -- The guarantee or the book's line, and the account that stands against it.
  cover_id uuid not null,
  against uuid not null,
  -- Goods that come in are credited to the line, everything else is debited.
  is_in boolean not null default false,
  -- Number of the line in the declaration; 0: the declaration itself.
  line int not null,
  ledger int not null,
  -- What the declaration needs of it: when it went out, and now by what the customs say.
  asked bigint not null check (asked >= 0),
  to_hold bigint not null check (to_hold >= 0),
  to_post bigint not null check (to_post >= 0),
  -- What it has: less than it needs only where a tax bill asked for more than was left.
  held bigint not null check (held between 0 and to_hold),
  posted bigint not null check (posted >= 0),
  hold_id uuid,
  changed_at timestamptz not null,
  check ((hold_id is null) = (held = 0)),
  primary key (declaration_id, kind, line)
);
create index cover_cover on customs.cover (cover_id, declaration_id);
create index cover_short on customs.cover (cover_id) where held < to_hold or posted < to_post;

-- Declarations that wait until there is more of a guarantee or of a line.
create table customs.cover_wait (
  declaration_id uuid primary key,
  party_id uuid not null,
  cover_id uuid not null,
  at timestamptz not null
);
create index cover_wait_cover on customs.cover_wait (cover_id, at);

-- Declarations whose cover is to be brought to what the customs say of them.
create table customs.cover_due (
  declaration_id uuid primary key,
  party_id uuid not null,
  asked int not null default 1
);
-- Whoever moves a declaration need not know what covers it: that is done after, many at once, from their states.
create function customs.cover_moved() returns trigger language plpgsql as $$
begin
  insert into customs.cover_due (declaration_id, party_id)
  select n.id, n.party_id from changed n
  where n.state in ('released', 'concluded', 'rejected', 'withdrawn', 'cancelled', 'returned') and exists (
    select from customs.cover c where c.declaration_id = n.id
      and (c.kind = 'book' or n.state not in ('released', 'concluded')))
  on conflict (declaration_id) do update set asked = cover_due.asked + 1;
  delete from customs.cover_wait w using changed n where w.declaration_id = n.id and n.state <> 'draft';
  return null;
end $$;
create trigger cover_moved after update on customs.declaration referencing new table as changed
  for each statement execute function customs.cover_moved();

-- Tax bills of retail imports (CEB816), by the number of the list and their own. Amounts in 1/100,000 of a yuan.
create table customs.tax_bill (
  id uuid primary key,
  party_id uuid not null,
  list_no text not null,
  tax_no text not null,
  -- The list's, once it is known.
  declaration_id uuid,
  -- made, summed, void: the strongest that was told; paid: somebody has said so.
  state text not null check (state in ('made', 'summed', 'void', 'paid')),
  state_time text not null,
  -- Number of the payment order that it was summed up in.
  order_no text,
  -- Null while only its state is known.
  duty bigint check (duty >= 0),
  vat bigint check (vat >= 0),
  consumption bigint check (consumption >= 0),
  bill_time text,
  guarantor text,
  message_id uuid,
  received_at timestamptz not null,
  paid_at timestamptz,
  paid_reference text,
  paid_by uuid,
  check ((duty is null) = (bill_time is null) and (vat is null) = (bill_time is null)),
  unique (party_id, list_no, tax_no)
);
create index tax_bill_declaration on customs.tax_bill (declaration_id);
create index tax_bill_order on customs.tax_bill (order_no) where order_no is not null;
create index tax_bill_unknown on customs.tax_bill (id) where declaration_id is null;
create table customs.tax_bill_line (
  bill_id uuid not null references customs.tax_bill,
  party_id uuid not null,
  n int not null,
  hs_code text not null,
  value bigint not null,
  duty bigint not null,
  vat bigint not null,
  consumption bigint not null,
  primary key (bill_id, n)
);
create index record_list_no on customs.record (list_no) where list_no is not null;

-- Bonded lists (INV101): what was asked to be declared, from which the list is made anew when it is corrected.
create table customs.bonded_list (
  declaration_id uuid primary key references customs.declaration,
  party_id uuid not null,
  book_id uuid not null references customs.book,
  asked json not null
);
create index bonded_list_book on customs.bonded_list (book_id);

-- Counts of a book: what was found, by whom, why it differs, and who else agreed.
create table customs.book_count (
  id uuid primary key,
  book_id uuid not null references customs.book,
  party_id uuid not null,
  reason text not null,
  paper text not null,
  state text not null check (state in ('counted', 'approved', 'rejected')),
  at timestamptz not null,
  by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  check (ended_by <> by)
);
create index book_count_book on customs.book_count (book_id, id);
create table customs.book_count_line (
  count_id uuid not null references customs.book_count,
  party_id uuid not null,
  line_id uuid not null references customs.book_line,
  counted bigint not null check (counted >= 0),
  -- What stood in the book when it was counted, what was held left in.
  expected bigint not null,
  primary key (count_id, line_id)
);

do $$
declare name text;
begin
  foreach name in array array['cover_party', 'guarantee', 'book', 'book_line', 'cover', 'cover_wait', 'cover_due', 'tax_bill',
    'tax_bill_line', 'bonded_list', 'book_count', 'book_count_line'] loop
    execute format('alter table customs.%I enable row level security', name);
    execute format('alter table customs.%I force row level security', name);
  end loop;
  foreach name in array array['cover_wait', 'cover_due', 'tax_bill', 'tax_bill_line', 'bonded_list', 'book_count', 'book_count_line'] loop
    execute format('create policy reading on customs.%I for select using (kernel.sees(party_id))', name);
    execute format('create policy adding on customs.%I for insert with check (kernel.writes(party_id))', name);
    execute format('create policy changing on customs.%I for update using (kernel.writes(party_id))', name);
  end loop;
  -- Opened and changed by the customs' side alone; seen by whose it is and by those who draw on it.
  foreach name in array array['guarantee', 'book'] loop
    execute format('create policy reading on customs.%I for select using (kernel.sees(party_id) or customs.draws_on(id))', name);
    execute format('create policy adding on customs.%I for insert with check (kernel.scope() in (''office'', ''system''))', name);
    execute format('create policy changing on customs.%I for update using (kernel.scope() in (''office'', ''system''))', name);
  end loop;
end $$;
create policy reading on customs.book_line for select using (kernel.sees(party_id) or customs.draws_on(book_id));
create policy adding on customs.book_line for insert with check (kernel.scope() in ('office', 'system'));
create policy reading on customs.cover_party for select using (kernel.sees(party_id) or owner_id = kernel.party());
create policy adding on customs.cover_party for insert with check (kernel.writes(owner_id));
create policy changing on customs.cover_party for update using (kernel.writes(owner_id));
-- Who gives the guarantee, or keeps the book, sees what was drawn on it.
create policy reading on customs.cover for select using (kernel.sees(party_id) or owner_id = kernel.party());
create policy adding on customs.cover for insert with check (kernel.scope() = 'system');
create policy changing on customs.cover for update using (kernel.scope() = 'system');
create policy ending on customs.cover_wait for delete using (kernel.writes(party_id));
create policy ending on customs.cover_due for delete using (kernel.scope() = 'system');
create policy replacing on customs.tax_bill_line for delete using (kernel.writes(party_id));
grant select, insert, update on customs.cover_party, customs.guarantee, customs.book, customs.book_line, customs.cover, customs.cover_wait,
  customs.cover_due, customs.tax_bill, customs.tax_bill_line, customs.bonded_list, customs.book_count, customs.book_count_line to tongqu_app;
grant delete on customs.cover_wait, customs.cover_due, customs.tax_bill_line to tongqu_app;
