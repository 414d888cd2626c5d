-- Accounts that people have named are found by their names.
create trigger search_account_name after insert on ledger.account_name referencing new table as changed
  for each statement execute function kernel.search_marks('ledgerAccount', 'account_id');
create trigger search_account_name_changed after update on ledger.account_name for each row
  when (old.label is distinct from new.label)
  execute function kernel.search_mark('ledgerAccount', 'account_id');
