-- Lists of declarations at a hundred thousand rows and more: each order of a list has its index, and so has each number
-- that people search by its beginning. Row security lets only operators through that leak nothing (no `like`), which is
-- why the searches compare by text_pattern_ops.

drop index customs.declaration_party;
drop index customs.declaration_state;
create index declaration_newest on customs.declaration (party_id, number);
create index declaration_state on customs.declaration (party_id, state, number);
create index declaration_changed on customs.declaration (party_id, state_at, number);
create index declaration_waits on customs.declaration (party_id, waiting_since, number) where waiting_since is not null;
create index declaration_doubted on customs.declaration (party_id, number) where is_contradicted;
create index declaration_number_begins on customs.declaration (number text_pattern_ops);
create index declaration_order_begins on customs.declaration_order (order_no text_pattern_ops);
create index record_list_begins on customs.record (list_no text_pattern_ops) where list_no is not null;
