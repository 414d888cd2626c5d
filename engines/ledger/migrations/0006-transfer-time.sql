-- Transfers come in the order of time and are never moved: where those of the last minutes lie costs next to nothing to
-- keep.
create index transfer_time on ledger.transfer using brin (timestamp) with (pages_per_range = 16, autosummarize = on);
