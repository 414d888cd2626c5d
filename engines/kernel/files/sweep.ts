import type { Tx } from '../db/index.ts'
import type { FileStore } from './store.ts'

/** How long bytes may wait for the row that names them, milliseconds. */
const GRACE = 60 * 60 * 1000
const AT_ONCE = 500

/**
 * Removes the bytes that no party's row names and that have lain for an hour. System scope.
 * @returns how many files were removed
 */
export async function sweepOrphans(tx: Tx, files: FileStore): Promise<number> {
  let removed = 0
  let batch: string[] = []
  const look = async () => {
    const rows = await tx.query<{ sm3: string }>(
      `select d.sm3 from unnest($1::text[]) as d (sm3)
       where not exists (select 1 from kernel.file f where f.sm3 = d.sm3)`,
      [batch],
    )
    for (const { sm3 } of rows) if (await files.removeOlder(sm3, GRACE)) removed++
    batch = []
  }
  for await (const sm3 of files.digests()) {
    batch.push(sm3)
    if (batch.length >= AT_ONCE) await look()
  }
  if (batch.length > 0) await look()
  await files.removeArrivals(GRACE)
  return removed
}
