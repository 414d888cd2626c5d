-- Papers that were printed and given a code, by which anybody who holds one may ask whether it stands.
create table kernel.paper (
  id uuid primary key,
  -- Twelve characters, as paper/code.ts makes them.
  code text not null unique,
  party_id uuid not null,
  -- What it says, `domain.noun/id`: whose module says whether it still holds.
  record text not null,
  kind text not null,
  language text not null,
  -- With identity numbers in full: shown to those alone who may see them.
  is_full boolean not null,
  title json not null,
  number text not null,
  -- Legal day of the paper.
  day date not null,
  -- The party's name as it was.
  issuer json not null,
  -- What the public page says of it: [{ title, value }].
  facts json not null,
  -- What the record lacked when it was printed: [{ title, where }].
  missing json not null,
  -- Digest of what the paper states: another one now, and the paper is superseded.
  basis text not null,
  -- Digest of all that is drawn: the same again, and the paper that is there is shown.
  drawn text not null,
  -- The file by its digests.
  sm3 text not null,
  sha256 text not null,
  bytes bigint not null,
  pages int not null,
  name text not null,
  issued_at timestamptz not null,
  issued_by uuid,
  -- Null: nobody has ended it. superseded: a newer one was printed; withdrawn: by somebody, with a reason.
  ended text check (ended in ('superseded', 'withdrawn')),
  ended_at timestamptz,
  ended_by uuid,
  reason text,
  check ((ended is null) = (ended_at is null)),
  check ((ended = 'withdrawn') = (reason is not null))
);
create index paper_record on kernel.paper (record, issued_at desc);
-- Of one kind one paper stands.
create unique index paper_standing on kernel.paper (record, kind, language, is_full) where ended is null;
alter table kernel.paper enable row level security;
alter table kernel.paper force row level security;
create policy reading on kernel.paper for select using (kernel.sees(party_id));
create policy adding on kernel.paper for insert with check (kernel.writes(party_id));
create policy changing on kernel.paper for update using (kernel.writes(party_id));
grant select, insert, update on kernel.paper to tongqu_app;
