import type { Tx } from '../db/index.ts'

const LOCK_HEAD = 'select position from kernel.event_head for update'
const PLACE = `
  with waiting as (
    select first_id, sum(last_id - first_id + 1) over (order by first_id) - (last_id - first_id) as n
    from (select first_id, last_id from kernel.event_batch where position is null order by first_id limit $2) as next
  ), placed as (
    update kernel.event_batch b set position = $1::bigint + w.n from waiting w where b.first_id = w.first_id
    returning b.position + b.last_id - b.first_id as last
  ), moved as (
    update kernel.event_head set position = (select max(last) from placed) where exists (select from placed)
  )
  select count(*) as batches, coalesce(max(last), $1::bigint) as head from placed`
const AT_ONCE = 1000

/**
 * Gives committed events their gapless positions, a block that was told together by one row. It sees only what is
 * committed, so events whose transaction took long simply come later. The head's row is locked first, in a statement
 * of its own: the second statement then sees everything that an earlier holder placed. System scope.
 * @returns the position of the last event placed, and whether more may be waiting
 */
export async function placeEvents(tx: Tx): Promise<{ head: number; more: boolean }> {
  const before = await lockHead(tx)
  const [after] = await tx.query<{ batches: string; head: string }>(PLACE, [before, AT_ONCE])
  return { head: Number(after!.head), more: Number(after!.batches) >= AT_ONCE }
}

async function lockHead(tx: Tx): Promise<number> {
  const [head] = await tx.query<{ position: string }>(LOCK_HEAD)
  return Number(head!.position)
}
