-- Events told together are placed together. The ids of one telling are a block without gaps, and one row here says
-- where the block stands in the log: placing it writes this row and none of the events (ADR 3). An event's position is
-- its block's, and how far it stands in it.
create table kernel.event_batch (
  first_id bigint primary key,
  last_id bigint not null check (last_id >= first_id),
  -- Of its first event; null: committed, not placed yet.
  position bigint unique
);
create index event_batch_unplaced on kernel.event_batch (first_id) where position is null;
-- Each number is good for 65,536 ids.
create sequence kernel.event_block as bigint;

-- What was told before: stretches in which ids and positions go up together.
select set_config('tongqu.scope', 'system', true);
insert into kernel.event_batch (first_id, last_id, position)
select min(id), max(id), min(position) from (
  select id, position, sum(breaks) over (order by id) as stretch from (
    select id, position, (lag(id) over by_id is distinct from id - 1
      or lag(position) over by_id is distinct from position - 1)::int as breaks
    from kernel.event window by_id as (order by id)) as seen) as stretches
group by stretch;
select setval('kernel.event_block', (coalesce(max(id), 0) >> 16) + 1, false) from kernel.event;

alter table kernel.event alter column id drop identity;
drop index kernel.event_unplaced;
alter table kernel.event drop column position;

alter table kernel.event_batch enable row level security;
alter table kernel.event_batch force row level security;
grant usage on sequence kernel.event_block to tongqu_app;
grant select, insert on kernel.event_batch to tongqu_app;
grant update (position) on kernel.event_batch to tongqu_app;
-- A block tells nothing but how many events there are.
create policy reading on kernel.event_batch for select using ((select kernel.scope()) is not null);
create policy adding on kernel.event_batch for insert with check ((select kernel.scope()) is not null);
create policy sequencing on kernel.event_batch for update using ((select kernel.scope()) = 'system');

-- The settings that row security reads are asked for once a statement, not once a row.
drop policy adding on kernel.event;
drop policy reading on kernel.event;
drop policy sequencing on kernel.event;
create policy adding on kernel.event for insert with check ((select kernel.scope()) is not null);
create policy reading on kernel.event for select
  using ((select kernel.scope()) in ('audit', 'system') or party_id = (select kernel.party()));

-- An event with its position, null while it is not placed, for who finds it by what it is: its id, run or record.
-- Stretches of the log are read by their blocks (event/placed.ts).
create view kernel.logged_event with (security_invoker = true) as
  select b.position + e.id - b.first_id as position, e.*
  from kernel.event e cross join lateral (
    select first_id, position from kernel.event_batch where first_id <= e.id order by first_id desc limit 1) b;
grant select on kernel.logged_event to tongqu_app;
