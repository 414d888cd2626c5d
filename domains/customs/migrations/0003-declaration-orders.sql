-- A declaration covers one order of a plan, several (a consolidated one), or none (a monthly summary, a bonded list).

alter table customs.declaration alter column plan_id drop not null;
-- The order's number where it covers exactly one.
alter table customs.declaration alter column order_no drop not null;
alter table customs.declaration drop constraint declaration_plan_id_order_no_key;
create index declaration_plan on customs.declaration (plan_id, number) where plan_id is not null;

-- Nothing is declared twice: an order of a plan stands in one declaration.
create table customs.declaration_order (
  plan_id uuid not null references customs.plan,
  order_no text not null,
  declaration_id uuid not null references customs.declaration,
  party_id uuid not null,
  -- Place among the orders of its declaration, from 1.
  n int not null,
  primary key (plan_id, order_no)
);
create index declaration_order_declaration on customs.declaration_order (declaration_id, n);

-- The owner carries the rows over: for that it must see them.
alter table customs.declaration no force row level security;
insert into customs.declaration_order (plan_id, order_no, declaration_id, party_id, n)
  select plan_id, order_no, id, party_id, 1 from customs.declaration;
alter table customs.declaration force row level security;

alter table customs.declaration_order enable row level security;
alter table customs.declaration_order force row level security;
create policy reading on customs.declaration_order for select using (kernel.sees(party_id));
create policy adding on customs.declaration_order for insert with check (kernel.writes(party_id));
grant select, insert on customs.declaration_order to tongqu_app;

-- Number that the single window gave a record: its later receipts name the record by it and by nothing else.
alter table customs.record add column window_no text;
create index record_window_no on customs.record (kind, window_no) where window_no is not null;

-- What a held receipt carries beside its words, for when it is taken up again.
alter table customs.receipt_held add column list_no text;
