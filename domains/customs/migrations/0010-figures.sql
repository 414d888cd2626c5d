-- What figures of declarations are counted from, without opening the plans behind them.

-- Destination or origin, ISO 3166 alpha-2; null: it is about orders of several countries, or about none.
alter table customs.declaration add column country text;
-- Of the orders that it declares, in fen: their value at the rates of exchange that their plan was decided by, and
-- their taxes as planned. Null: it is about no order, as a monthly summary, whose lists have theirs already, or
-- no rate of exchange was known.
alter table customs.declaration add column value bigint;
alter table customs.declaration add column taxes bigint;

-- The owner fills them from what is there: for that it must see it.
alter table customs.declaration no force row level security;
alter table customs.declaration_order no force row level security;
alter table customs.plan_order no force row level security;
-- As declarations are given theirs when they are made (declaration/store.ts): of a line that leaves a market order's
-- container its share of the order's value is left out, and taxes count where the order goes by the mode planned.
update customs.declaration d set country = w.country, value = w.value, taxes = w.taxes
from (select r.declaration_id, case when count(distinct o.country) = 1 then min(o.country) end as country,
    sum(nullif(o.cny, 0) * case when r.lines is null then 1 else p.share end)::bigint as value,
    sum(o.taxes) filter (where o.chosen = m.mode)::bigint as taxes
  from customs.declaration_order r
    join customs.declaration m on m.id = r.declaration_id
    join customs.plan_order o on o.plan_id = r.plan_id and o.order_no = r.order_no
    left join lateral (
      select sum(l.worth) filter (where l.n = any(r.lines)) / nullif(sum(l.worth), 0) as share
      from (select e.n, (e.line->>'qty')::numeric * (e.line->>'price')::numeric as worth
        from json_array_elements(o.input->'lines') with ordinality as e (line, n)) l) p on r.lines is not null
  group by r.declaration_id) w
where w.declaration_id = d.id;
alter table customs.declaration force row level security;
alter table customs.declaration_order force row level security;
alter table customs.plan_order force row level security;

-- Everything that a figure of a period asks stands in this index: a million declarations are read without their rows.
create index declaration_made on customs.declaration (created_at)
  include (party_id, mode, direction, country, value, taxes, state);
-- Receipts come in the order of time and are never moved: where the last minutes lie costs next to nothing to keep.
create index receipt_received on customs.receipt using brin (received_at) with (pages_per_range = 16, autosummarize = on);
create index plan_made on customs.plan (created_at);

-- The same sight as before, asked once a statement and not once a row.
drop policy reading on customs.declaration;
create policy reading on customs.declaration for select
  using ((select kernel.scope()) in ('office', 'audit', 'system') or party_id = (select kernel.party()));
drop policy reading on customs.receipt;
create policy reading on customs.receipt for select
  using ((select kernel.scope()) in ('office', 'audit', 'system') or party_id = (select kernel.party()));
drop policy reading on customs.plan_order;
create policy reading on customs.plan_order for select
  using ((select kernel.scope()) in ('office', 'audit', 'system') or party_id = (select kernel.party()));
