-- Sessions end when idle; tries to sign in are counted; people say where notices reach them.

-- What kinds of parties there are is for the pack to say.
alter table kernel.party drop constraint party_kind_check;
alter table kernel.party add constraint party_kind_check check (kind ~ '^[a-z][a-z-]{0,39}$');

-- idle: how long the session may rest, as it was when it was opened.
alter table kernel.session add column idle interval not null default interval '1 hour';
alter table kernel.session add column seen_at timestamptz;
update kernel.session set seen_at = opened_at;
alter table kernel.session alter column seen_at set not null;
alter table kernel.session alter column idle drop default;

create index membership_party on kernel.membership (party_id, role) where to_at is null;
create index invitation_account on kernel.invitation (account_id) where used_at is null;
-- Events of a run or a time: positions follow the time closely enough for a block range index.
create index event_at on kernel.event using brin (at) with (pages_per_range = 16);

-- Failed tries to sign in. The subject is the digest of a login or an address: a password typed into the
-- wrong field does not stand here.
create table kernel.sign_in_try (
  subject text primary key,
  failures int not null,
  last_at timestamptz not null
);
create index sign_in_try_age on kernel.sign_in_try (last_at);

-- Where and how a person wants notices beyond the console.
create table kernel.notice_preference (
  account_id uuid primary key references kernel.account,
  mail text,
  phone text,
  language text not null check (language in ('zh', 'en')),
  changed_at timestamptz not null
);
create table kernel.notice_sent (
  notice_id uuid not null references kernel.notice,
  channel text not null check (channel in ('mail', 'sms')),
  sent_at timestamptz not null,
  primary key (notice_id, channel)
);
create index notice_account on kernel.notice (account_id, at desc);

do $$
declare name text;
begin
  foreach name in array array['sign_in_try', 'notice_preference', 'notice_sent']
  loop
    execute format('alter table kernel.%I enable row level security', name);
    execute format('alter table kernel.%I force row level security', name);
  end loop;
end $$;
grant select, insert, update, delete on kernel.sign_in_try to tongqu_app;
grant select, insert, update on kernel.notice_preference, kernel.notice_sent to tongqu_app;
create policy everything on kernel.sign_in_try using (kernel.scope() = 'system');
create policy everything on kernel.notice_preference using (kernel.scope() = 'system' or account_id = kernel.actor());
create policy everything on kernel.notice_sent using (kernel.scope() = 'system');

-- Links are made by administrators, who see as an office does.
drop policy everything on kernel.invitation;
create policy everything on kernel.invitation using (kernel.scope() in ('office', 'system'));

create unique index audit_block_end on kernel.audit_block (to_position);
