-- Every version of every pack that was applied, whole: a decision names the digest it was made by.
create table kernel.pack (
  id text not null,
  digest text not null,
  files json not null,
  applied_at timestamptz not null,
  run uuid not null,
  primary key (id, run)
);
alter table kernel.pack enable row level security;
alter table kernel.pack force row level security;
grant select, insert on kernel.pack to tongqu_app;
create policy reading on kernel.pack for select using (kernel.scope() is not null);
create policy adding on kernel.pack for insert with check (kernel.scope() in ('office', 'system'));
