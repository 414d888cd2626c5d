import type { Database, Tx } from '../db/index.ts'

const LOCK_HEAD = 'select position from kernel.event_head for update'
const PLACE = `
  with waiting as (
    select id, row_number() over (order by id) as n
    from (select id from kernel.event where position is null order by id limit $2) as next
  ), placed as (
    update kernel.event e set position = $1::bigint + w.n from waiting w where e.id = w.id returning 1
  )
  update kernel.event_head set position = position + (select count(*) from placed) returning position`
const AT_ONCE = 5000

/**
 * Gives committed events their gapless positions. It sees only what is committed, so an event whose
 * transaction took long simply comes later. The head's row is locked first, in a statement of its own: the
 * second statement then sees everything that an earlier holder placed.
 * @returns the position of the last event placed, and whether more may be waiting
 */
export async function placeEvents(database: Database): Promise<{ head: number; more: boolean }> {
  return database.transact({ scope: 'system' }, async tx => {
    const before = await lockHead(tx)
    const [after] = await tx.query<{ position: string }>(PLACE, [before, AT_ONCE])
    const head = Number(after!.position)
    return { head, more: head - before >= AT_ONCE }
  })
}

async function lockHead(tx: Tx): Promise<number> {
  const [head] = await tx.query<{ position: string }>(LOCK_HEAD)
  return Number(head!.position)
}
