-- What waits longest goes out first.
create index record_oldest_ready on customs.record (id) where state = 'waiting' and is_ready;
