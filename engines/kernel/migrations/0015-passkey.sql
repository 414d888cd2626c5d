-- Passkeys of accounts (W3C Web Authentication, Level 3), and the challenges that they answer.

create table kernel.passkey (
  id uuid primary key,
  -- The credential's own id: it belongs to one account.
  credential bytea not null unique,
  account_id uuid not null references kernel.account,
  name text not null,
  -- The name of the installation that it was made for: under another it does not answer.
  relying_party text not null,
  public_key bytea not null,
  -- Uses that the authenticator has counted; those that keep no count say zero.
  counter bigint not null,
  transports text[] not null,
  -- Whether its maker keeps a copy elsewhere, so that it outlives the device.
  synced boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on kernel.passkey (account_id);
alter table kernel.passkey enable row level security;
alter table kernel.passkey force row level security;
create policy everything on kernel.passkey using (kernel.scope() = 'system' or account_id = kernel.actor());
grant select, insert, update, delete on kernel.passkey to tongqu_app;

-- Each is answered once: whoever answers takes the row away.
create table kernel.passkey_challenge (
  digest bytea primary key,
  -- Who registers a passkey; null: somebody signs in, and it is not known who.
  account_id uuid references kernel.account,
  expires_at timestamptz not null
);
create index passkey_challenge_age on kernel.passkey_challenge (expires_at);
alter table kernel.passkey_challenge enable row level security;
alter table kernel.passkey_challenge force row level security;
create policy everything on kernel.passkey_challenge using (kernel.scope() = 'system');
grant select, insert, delete on kernel.passkey_challenge to tongqu_app;
