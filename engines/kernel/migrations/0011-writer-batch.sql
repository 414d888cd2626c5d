-- How many batches the holder of a shard has written: a batch that was decided upon one that failed finds another
-- number, and is not written (command/shard-pipeline.ts).
alter table kernel.writer add column batch bigint not null default 0;
