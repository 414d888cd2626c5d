-- Marks what is to be found again by the search, in the transaction that changes it.

create trigger search_warehouse after insert on market.warehouse referencing new table as changed
  for each statement execute function kernel.search_marks('warehouse', 'id');
create trigger search_article after insert on market.article referencing new table as changed
  for each statement execute function kernel.search_marks('article', 'id');
create trigger search_article_changed after update on market.article for each row
  when (old.name is distinct from new.name or old.hs_code is distinct from new.hs_code)
  execute function kernel.search_mark('article', 'id');
create trigger search_receipt after insert on market.receipt referencing new table as changed
  for each statement execute function kernel.search_marks('receipt', 'id');
create trigger search_transfer after insert on market.transfer referencing new table as changed
  for each statement execute function kernel.search_marks('transfer', 'id');
create trigger search_count after insert on market.count referencing new table as changed
  for each statement execute function kernel.search_marks('count', 'id');
create trigger search_hold after insert on market.hold referencing new table as changed
  for each statement execute function kernel.search_marks('hold', 'id');
create trigger search_hold_parts after insert on market.hold_part referencing new table as changed
  for each statement execute function kernel.search_marks('hold', 'hold_id');

-- Who keeps for whom decides who finds a warehouse and an owner's articles.
create function market.search_storage() returns trigger language plpgsql as $$
begin
  insert into kernel.search_due (kind, key) values ('warehouse', new.warehouse_id::text);
  insert into kernel.search_due (kind, key) select 'article', id::text from market.article where party_id = new.party_id;
  return null;
end $$;
create trigger search_storage after insert on market.storage for each row execute function market.search_storage();
create trigger search_storage_changed after update on market.storage for each row
  when (old.accepted_at is distinct from new.accepted_at or old.ended_at is distinct from new.ended_at)
  execute function market.search_storage();

-- What a first page asks: what is announced, on its way, being counted.
create index receipt_open on market.receipt (keeper_id, expected_on) where state in ('announced', 'receiving');
create index transfer_ordered on market.transfer (from_keeper_id, due_on) where state = 'ordered';
create index transfer_coming on market.transfer (to_keeper_id, due_on) where state = 'dispatched';
create index transfer_late on market.transfer (party_id, due_on) where state = 'dispatched';
create index count_open on market.count (keeper_id, at) where state in ('counting', 'recounting');
create index count_to_approve on market.count (party_id, at) where state = 'counted';
create index storage_offered on market.storage (party_id) where accepted_at is null and ended_at is null;
