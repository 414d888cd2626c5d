-- Grows with each change: whoever changes the record names the version that was seen.
alter table customs.declarant add column version int not null default 1;
