-- Receipts and searches find the events of a run. The id of a run does not tell its time for certain: it keeps
-- ascending where a clock is set back.
create index event_run on kernel.event (run);
