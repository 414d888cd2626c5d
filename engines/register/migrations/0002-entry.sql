-- Corrections of single entries, the order in which batches came, and what rows are found and put in order by.

-- Batches of a register are taken one after another: a later one has a higher number.
alter table register.batch add column serial bigint generated always as identity;
-- The one entry that a correction is about, and why it was made; null: an edition.
alter table register.batch add column entry text;
alter table register.batch add column reason text;
create index batch_serial on register.batch (register, serial);

-- What a row is searched by (its key and names, how they are read aloud), in lower case.
alter table register.record add column sought text not null default '';
-- How its name is read aloud: pinyin, so that Chinese names stand as in a dictionary.
alter table register.record add column reads text not null default '';
create index record_reads on register.record (register, reads collate "C", key) where ended_by is null;
create index record_of_key on register.record (register, key);
create index record_undescribed on register.record (register) where sought = '';
grant update (sought, reads) on register.record to tongqu_app;
