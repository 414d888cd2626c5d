-- Marks what is to be found again by the search, in the transaction that changes it.

create trigger search_plan after insert on customs.plan referencing new table as changed
  for each statement execute function kernel.search_marks('plan', 'id');

create trigger search_order after insert on customs.plan_order referencing new table as changed
  for each statement execute function kernel.search_marks('order', 'plan_id', 'position');
create trigger search_order_gone after delete on customs.plan_order referencing old table as changed
  for each statement execute function kernel.search_marks('order', 'plan_id', 'position');

create trigger search_declaration after insert on customs.declaration referencing new table as changed
  for each statement execute function kernel.search_marks('declaration', 'id');
create trigger search_declaration_orders after insert on customs.declaration_order referencing new table as changed
  for each statement execute function kernel.search_marks('declaration', 'declaration_id');
create trigger search_declaration_numbers after update on customs.record for each row
  when (old.list_no is distinct from new.list_no or old.pre_no is distinct from new.pre_no
    or old.window_no is distinct from new.window_no)
  execute function kernel.search_mark('declaration', 'declaration_id');

create trigger search_firm after insert on customs.declarant referencing new table as changed
  for each statement execute function kernel.search_marks('firm', 'party_id');
create trigger search_firm_changed after update on customs.declarant referencing new table as changed
  for each statement execute function kernel.search_marks('firm', 'party_id');

create trigger search_guarantee after insert on customs.guarantee referencing new table as changed
  for each statement execute function kernel.search_marks('guarantee', 'id');
create trigger search_book after insert on customs.book referencing new table as changed
  for each statement execute function kernel.search_marks('book', 'id');
-- Who is admitted to a guarantee or a book finds it: one of the two is it.
create trigger search_admitted_guarantee after insert on customs.cover_party referencing new table as changed
  for each statement execute function kernel.search_marks('guarantee', 'cover_id');
create trigger search_admitted_guarantee_changed after update on customs.cover_party referencing new table as changed
  for each statement execute function kernel.search_marks('guarantee', 'cover_id');
create trigger search_admitted_book after insert on customs.cover_party referencing new table as changed
  for each statement execute function kernel.search_marks('book', 'cover_id');
create trigger search_admitted_book_changed after update on customs.cover_party referencing new table as changed
  for each statement execute function kernel.search_marks('book', 'cover_id');

create trigger search_tax after insert on customs.tax_bill referencing new table as changed
  for each statement execute function kernel.search_marks('tax', 'id');

-- What a first page asks: what is held or refused, what runs, what was bought on account.
create index declaration_to_act_on on customs.declaration (party_id, state_at)
  where state in ('draft', 'rejected', 'failed', 'unknown', 'detained');
create index plan_under_way on customs.plan (party_id, created_at) where state in ('waiting', 'reading', 'failed') or refused > 0;
create index tax_bill_unpaid on customs.tax_bill (party_id, received_at) where state in ('made', 'summed');
create index book_count_open on customs.book_count (at) where state = 'counted';
create index receipt_held_since on customs.receipt_held (held_at) where settled_at is null;
