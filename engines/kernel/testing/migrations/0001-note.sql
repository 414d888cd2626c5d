-- A table for the kernel's own tests: it stands in for a domain.
create schema fixture;
grant usage on schema fixture to tongqu_app;
create table fixture.note (
  id uuid primary key,
  party_id uuid not null,
  text text not null,
  at timestamptz not null
);
create table fixture.tally (
  subscriber text not null,
  position bigint not null,
  text text,
  primary key (subscriber, position)
);
alter table fixture.note enable row level security;
alter table fixture.note force row level security;
alter table fixture.tally enable row level security;
alter table fixture.tally force row level security;
create policy reading on fixture.note for select using (kernel.sees(party_id));
create policy adding on fixture.note for insert with check (kernel.writes(party_id));
create policy everything on fixture.tally using (kernel.scope() = 'system');
grant select, insert on fixture.note, fixture.tally to tongqu_app;
