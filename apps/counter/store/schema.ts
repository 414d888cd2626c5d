/** Tables of the counter's own memory. It is of no use to anything but the counter. */
export const schema = `
create table if not exists record (
  id integer primary key,
  kind text not null,
  key text not null,
  link text,
  attempt integer not null,
  sender text not null,
  channel text not null,
  taken integer not null,
  course text not null,
  head text not null,
  lines text not null,
  numbers text not null,
  plan text not null,
  mark text,
  unique (kind, key)
);
create index if not exists record_link on record (kind, link) where link is not null;
create table if not exists event (
  id integer primary key,
  due integer not null,
  record integer not null,
  attempt integer not null,
  what text not null,
  at integer not null,
  status text not null,
  info text not null,
  copies integer not null,
  step integer not null
);
create index if not exists event_due on event (due, id);
create table if not exists loose (id integer primary key, due integer not null, channel text not null, sender text not null, receiver text not null,
  type text not null, guid text not null, body text not null);
create table if not exists number (number text primary key) without rowid;
create table if not exists person (person text, year text, units text not null, primary key (person, year)) without rowid;
create table if not exists outbox (id integer primary key autoincrement, receiver text not null, name text not null, envelope text not null);
create index if not exists outbox_receiver on outbox (receiver, id);
create table if not exists consumed (name text primary key, digest text not null) without rowid;
create table if not exists tally (name text primary key, count integer not null) without rowid;
create table if not exists state (name text primary key, value text not null) without rowid;
`
