-- Monthly summaries of export lists, and what deadlines stand on.

-- The counter's stamp of the first receipt that released the record: deadlines count from its day.
alter table customs.record add column released_time text;
-- Whether the plan has a refund for it.
alter table customs.declaration add column has_refund boolean not null default false;

-- The owner fills them from what is there: for that it must see it.
alter table customs.record no force row level security;
alter table customs.receipt no force row level security;
alter table customs.declaration no force row level security;
alter table customs.plan_order no force row level security;
update customs.record r set released_time = coalesce((select min(c.time) from customs.receipt c
    where c.record_id = r.id and c.status in ('800', '899') and not c.is_late), r.told_time)
  where r.is_released;
update customs.declaration d set has_refund = true where d.direction = 'export' and exists (
  select from customs.plan_order o where o.plan_id = d.plan_id and o.order_no = d.order_no and o.refund > 0);
alter table customs.record force row level security;
alter table customs.receipt force row level security;
alter table customs.declaration force row level security;
alter table customs.plan_order force row level security;

create index record_released on customs.record (released_time, party_id) where role = 'list' and released_time is not null;
create index declaration_to_sum on customs.declaration (party_id, id)
  where form = 'summary' and state in ('released', 'concluded');

-- A monthly summary: a declaration of the form monthly_summary, made of parts (CEB701), each of so many lists.
create table customs.summary (
  declaration_id uuid primary key references customs.declaration,
  party_id uuid not null,
  -- First day of the month that it is of.
  month date not null,
  -- Lists go together that name the same office, consignor and declarant.
  office text not null,
  consignor text not null,
  consignor_name text not null,
  agent text not null,
  lists int not null,
  -- Lines after merging, and declarations that they make by our reckoning; what the customs made stands in summary_result.
  lines int not null,
  declarations int not null,
  -- The rule: { id, from, source }.
  rule json not null,
  made_at timestamptz not null
);
create index summary_month on customs.summary (party_id, month);

create table customs.summary_list (
  summary_id uuid not null references customs.summary,
  -- The list's declaration. No reference: checking it would wait for whoever cancels the list, who waits for us.
  list_id uuid not null,
  -- The part that names it.
  record_id uuid not null references customs.record,
  party_id uuid not null,
  list_no text not null,
  released_on date not null,
  -- Merged line of each of its lines, in their order.
  lines int[] not null,
  -- Released in an earlier month than the summary's.
  is_late boolean not null,
  -- Its plan has a refund: it is declared under the number of the customs declaration that the list becomes part of.
  has_refund boolean not null,
  -- Its part was rejected or withdrawn: it can be summed up again.
  given_back_at timestamptz,
  primary key (summary_id, list_id)
);
-- A list stands in one summary.
create unique index summary_list_standing on customs.summary_list (list_id) where given_back_at is null;
create index summary_list_number on customs.summary_list (summary_id, list_no);
create index summary_list_no on customs.summary_list (party_id, list_no) where given_back_at is null;
create index summary_list_record on customs.summary_list (record_id);

-- Lines after merging, numbered through the summary; part: the declaration that they make.
create table customs.summary_line (
  summary_id uuid not null references customs.summary,
  party_id uuid not null,
  line int not null,
  part int not null,
  -- { head, keys, name, declared, legal, second, total, lists }
  content json not null,
  primary key (summary_id, line)
);

-- The declarations that the customs made of a summary (CEB792).
create table customs.summary_result (
  summary_id uuid not null references customs.summary,
  party_id uuid not null,
  seq_no text not null,
  sum_no text not null,
  entry_id text,
  state text not null,
  -- The counter's stamp, yyyyMMddHHmmssSSS: a later one stands over an earlier.
  at text not null,
  gross_weight text not null,
  net_weight text not null,
  message_id uuid not null,
  told_at timestamptz not null,
  primary key (summary_id, seq_no)
);
create table customs.summary_result_line (
  summary_id uuid not null references customs.summary,
  party_id uuid not null,
  list_no text not null,
  -- Number of the line in the list; 0: not told.
  line int not null,
  seq_no text not null,
  hs_code text not null,
  primary key (summary_id, list_no, line)
);
create index summary_result_list on customs.summary_result_line (party_id, list_no);

-- Parcels that entered the yard (CEB711): each stands in one entry.
create table customs.yard_parcel (
  entry_id uuid not null references customs.declaration,
  party_id uuid not null,
  -- The list's declaration.
  list_id uuid not null,
  carrier text not null,
  waybill text not null,
  -- The entry was rejected or withdrawn.
  given_back_at timestamptz,
  primary key (entry_id, list_id)
);
create unique index yard_parcel_standing on customs.yard_parcel (list_id) where given_back_at is null;

-- What was done outside, as somebody stated it: a tax paid, a refund declared.
create table customs.deadline_fact (
  declaration_id uuid not null references customs.declaration,
  what text not null,
  party_id uuid not null,
  day date not null,
  note text,
  at timestamptz not null,
  by uuid,
  primary key (declaration_id, what)
);
-- Reminders that went out: each deadline and stage once. When something is due is never kept, only that it was told.
create table customs.deadline_told (
  party_id uuid not null,
  what text not null,
  until date not null,
  stage text not null,
  at timestamptz not null,
  primary key (party_id, what, until, stage)
);

do $$
declare name text;
begin
  foreach name in array array['summary', 'summary_list', 'summary_line', 'summary_result', 'summary_result_line', 'yard_parcel',
    'deadline_fact', 'deadline_told'] loop
    execute format('alter table customs.%I enable row level security', name);
    execute format('alter table customs.%I force row level security', name);
    execute format('create policy reading on customs.%I for select using (kernel.sees(party_id))', name);
    execute format('create policy adding on customs.%I for insert with check (kernel.writes(party_id))', name);
    execute format('create policy changing on customs.%I for update using (kernel.writes(party_id))', name);
  end loop;
end $$;
grant select, insert on customs.summary, customs.summary_line, customs.deadline_told to tongqu_app;
grant select, insert, update on customs.summary_list, customs.summary_result, customs.summary_result_line, customs.yard_parcel,
  customs.deadline_fact to tongqu_app;
