import { type Tx, unsafeInScope } from '../db/index.ts'

// In order, so that two that take several wait for each other and never cross.
const TAKE = `
  insert into kernel.writer as w (shard, epoch, batch, taken_at)
  select shard, 1, 0, $2 from unnest($1::text[]) as n (shard) order by shard
  on conflict (shard) do update set epoch = w.epoch + 1, batch = 0, taken_at = excluded.taken_at`

/**
 * Takes shards from their writers until the transaction ends: waits for the batch under way; later ones wait for us,
 * and then read anew what they were keeping in memory. Whoever wants to change rows that belong to a shard's writer
 * calls this before reading them.
 * @param shards names as in kernel.writer: `writer/part`
 */
export async function takeShards(tx: Tx, shards: readonly string[], now: Date): Promise<void> {
  if (shards.length === 0) return
  await unsafeInScope(tx, 'system', () => tx.execute(TAKE, [[...new Set(shards)], now]))
}
