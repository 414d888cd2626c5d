-- What those who run the installation ask about: who came when, which key is used, why something was closed.
alter table kernel.account add column signed_in_at timestamptz;
alter table kernel.account add column disabled_reason text;
alter table kernel.party add column closed_reason text;
alter table kernel.api_key add column used_at timestamptz;

select set_config('tongqu.scope', 'system', true);
update kernel.account a set signed_in_at = s.at
from (select account_id, max(opened_at) as at from kernel.session group by account_id) s where s.account_id = a.id;

create index account_created on kernel.account (created_at, login);
create index account_signed_in on kernel.account (coalesce(signed_in_at, 'epoch'), login);
create index account_named on kernel.account (((name->>'zh') collate "zh-x-icu"), login);
-- Of a party and of a role, with those that end on a day: the index before held those without an end only.
drop index kernel.membership_party;
create index membership_party on kernel.membership (party_id, role, account_id);
create index membership_role on kernel.membership (role, account_id);
create index api_key_account on kernel.api_key (account_id);
create index api_key_party on kernel.api_key (party_id);
create index session_party on kernel.session (party_id) where ended_at is null;
create index party_created on kernel.party (created_at, id);
create index party_named on kernel.party (((name->>'zh') collate "zh-x-icu"), id);
create index party_kind on kernel.party (kind, id);
create index file_party on kernel.file (party_id);

-- The settings that row security reads are asked for once a statement, not once a row.
drop policy reading on kernel.party;
drop policy reading on kernel.account;
drop policy reading on kernel.membership;
create policy reading on kernel.party for select
  using ((select kernel.scope()) in ('office', 'audit', 'system') or id = (select kernel.party()));
create policy reading on kernel.account for select
  using ((select kernel.scope()) <> 'own' or id = (select kernel.actor()));
create policy reading on kernel.membership for select
  using ((select kernel.scope()) <> 'own' or account_id = (select kernel.actor()));
