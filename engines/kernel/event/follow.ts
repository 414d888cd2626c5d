import { openWork, type WorkParts } from '../command/work.ts'
import { newId } from '../crypto/id.ts'
import type { Database, Tx } from '../db/index.ts'
import { systemActor } from '../identity/actor.ts'
import { recordEvents } from './record.ts'
import type { Subscriber } from './subscriber.ts'
import type { StoredEvent } from './types.ts'

const AT_ONCE = 200

const OWN_CURSOR = `
  insert into kernel.cursor (subscriber, position, moved_at) values ($1, 0, $2) on conflict do nothing`
const LOCK_CURSOR = 'select position from kernel.cursor where subscriber = $1 for update skip locked'
const NEXT = `
  select position, at, run, type, version, party_id as party, account_id as account, record, data
  from kernel.event where position > $1 and type = any($2) order by position limit $3`
const MOVE = 'update kernel.cursor set position = $2, moved_at = $3, failure = null where subscriber = $1'
const STUCK = 'update kernel.cursor set failure = $2 where subscriber = $1'

/**
 * Hands a subscriber its next events: effects and cursor in one transaction. An event that it throws on is
 * met alone on the next round, so that those before it stay done.
 * @param head the last position placed: with nothing of its types left, the cursor moves up to it
 * @returns whether more is waiting
 */
export async function follow(
  parts: WorkParts & { database: Database },
  subscriber: Subscriber,
  head: number,
): Promise<boolean> {
  try {
    return await someEvents(parts, subscriber, head, AT_ONCE)
  } catch {
    return someEvents(parts, subscriber, head, 1).catch(async (error: Error) => {
      await parts.database.transact({ scope: 'system' }, tx =>
        tx.execute(STUCK, [subscriber.name, error.message]),
      )
      return false
    })
  }
}

async function someEvents(
  parts: WorkParts & { database: Database },
  subscriber: Subscriber,
  head: number,
  atOnce: number,
): Promise<boolean> {
  const done: (() => void)[] = []
  const more = await parts.database.transact({ scope: 'system' }, async tx => {
    const now = parts.clock.now()
    const position = await lockCursor(tx, subscriber.name, now)
    if (position === undefined || position >= head) return false
    const events = await nextEvents(tx, subscriber, position, atOnce)
    const actor = systemActor('subscriber')
    let more = events.length === atOnce
    for (const event of events) {
      const { work, told, after } = openWork(parts, tx, actor, newId(now))
      await subscriber.handle(work, event)
      done.push(...after)
      if (told.length === 0) continue
      more = true
      await recordEvents(tx, [{ at: now, run: work.run, party: undefined, account: undefined, events: told }])
    }
    await tx.execute(MOVE, [subscriber.name, events.length === atOnce ? events.at(-1)!.position : head, now])
    return more
  })
  for (const each of done) each()
  return more
}

async function lockCursor(tx: Tx, name: string, now: Date): Promise<number | undefined> {
  await tx.execute(OWN_CURSOR, [name, now])
  const [cursor] = await tx.query<{ position: string }>(LOCK_CURSOR, [name])
  return cursor && Number(cursor.position)
}

async function nextEvents(
  tx: Tx,
  subscriber: Subscriber,
  position: number,
  atOnce: number,
): Promise<StoredEvent[]> {
  const rows = await tx.query<StoredEvent & Record<string, unknown>>(NEXT, [
    position,
    subscriber.types,
    atOnce,
  ])
  return rows.map(row => ({ ...row, position: Number(row.position) }))
}
