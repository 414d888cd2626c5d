import { openWork, type WorkParts } from '../command/work.ts'
import { newId } from '../crypto/id.ts'
import type { Database, Tx } from '../db/index.ts'
import { systemActor } from '../identity/actor.ts'
import { placedBetween } from './placed.ts'
import { recordEvents } from './record.ts'
import type { Subscriber } from './subscriber.ts'
import type { StoredEvent } from './types.ts'

const AT_ONCE = 200
/** Positions that one round looks through: what a subscriber slept through is met in parts. */
const STRETCH = 10_000

const CURSOR = 'select position from kernel.cursor where subscriber = $1'
const OWN_CURSOR = `
  insert into kernel.cursor (subscriber, position, moved_at) values ($1, 0, $2) on conflict do nothing`
const LOCK_CURSOR = `${CURSOR} and position = $2 for update skip locked`
const NEXT = `${placedBetween(
  'e.position, e.at, e.run, e.type, e.version, e.party_id as party, e.account_id as account, e.record, e.data',
  'e.type = any($3)',
)} limit $4`
const MOVE = `
  update kernel.cursor set position = $2, moved_at = $3, failure = null where subscriber = $1 and position = $4`
const STUCK = 'update kernel.cursor set failure = $2 where subscriber = $1'

type FollowParts = WorkParts & { readonly database: Database }

/** What a subscriber is to be handed, and where its cursor goes with that. */
interface Next {
  readonly events: readonly StoredEvent[]
  readonly from: number
  readonly to: number
  /** More is waiting after these. */
  readonly more: boolean
}

/**
 * Hands a subscriber its next events: effects and cursor in one transaction. An event that it throws on is
 * met alone on the next round, so that those before it stay done.
 * @param head the last position placed: with nothing of its types left, the cursor moves up to it
 * @returns whether more is waiting
 */
export async function follow(parts: FollowParts, subscriber: Subscriber, head: number): Promise<boolean> {
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

const CURSORS = 'select subscriber, position from kernel.cursor where subscriber = any($1)'
const TYPES = `select distinct type from (${placedBetween('e.type', 'e.type = any($3)')}) as near`
const PASS = `
  update kernel.cursor set position = $2, moved_at = $3, failure = null where subscriber = any($1) and position < $2`

/**
 * Moves on, all at once, the subscribers for whom the log holds nothing new: most rounds end here. Best while probing.
 * @returns those who may have something, to be followed one by one
 */
export async function passBy(
  tx: Tx,
  subscribers: readonly Subscriber[],
  head: number,
  now: Date,
): Promise<readonly Subscriber[]> {
  const names = subscribers.map(each => each.name)
  const rows = await tx.query<{ subscriber: string; position: string }>(CURSORS, [names])
  const cursors = new Map(rows.map(row => [row.subscriber, Number(row.position)]))
  const at = ({ name }: Subscriber) => cursors.get(name) ?? Number.NEGATIVE_INFINITY
  const behind = subscribers.filter(each => at(each) < head)
  const near = behind.filter(each => at(each) >= head - STRETCH)
  if (near.length === 0) return behind
  const from = Math.min(...near.map(at)) + 1
  const found = await tx.query<{ type: string }>(TYPES, [from, head, near.flatMap(each => each.types)])
  const told = new Set(found.map(row => row.type))
  const passed = new Set(near.filter(each => !each.types.some(type => told.has(type))))
  if (passed.size > 0) await tx.execute(PASS, [[...passed].map(each => each.name), head, now])
  return behind.filter(each => !passed.has(each))
}

async function someEvents(
  parts: FollowParts,
  subscriber: Subscriber,
  head: number,
  atOnce: number,
): Promise<boolean> {
  const next = await look(parts, subscriber, head, atOnce)
  if (next.events.length === 0) return next.more
  const done: (() => void)[] = []
  const told = await parts.database.transact({ scope: 'system' }, tx =>
    hand(parts, tx, subscriber, next, done),
  )
  for (const each of done) each()
  return next.more || told
}

/** Reads what is next in a stretch of the log; where that holds nothing for the subscriber, it is passed. */
function look(parts: FollowParts, { name, types }: Subscriber, head: number, atOnce: number): Promise<Next> {
  const work = async (tx: Tx): Promise<Next> => {
    const now = parts.clock.now()
    const [cursor] = await tx.query<{ position: string }>(CURSOR, [name])
    if (!cursor) await tx.execute(OWN_CURSOR, [name, now])
    const from = Number(cursor?.position ?? 0)
    if (from >= head) return { events: [], from, to: from, more: false }
    const end = Math.min(head, from + STRETCH)
    const rows = await tx.query<StoredEvent & Record<string, unknown>>(NEXT, [from + 1, end, types, atOnce])
    const events = rows.map(row => ({ ...row, position: Number(row.position) }))
    const isFull = events.length === atOnce
    const to = isFull ? events.at(-1)!.position : end
    if (events.length === 0) await tx.execute(MOVE, [name, to, now, from])
    return { events, from, to, more: isFull || end < head }
  }
  return parts.database.transact({ scope: 'system' }, work, { probing: true })
}

/** @returns whether the subscriber told of something itself; nothing is done where another has moved the cursor */
async function hand(
  parts: FollowParts,
  tx: Tx,
  subscriber: Subscriber,
  { events, from, to }: Next,
  done: (() => void)[],
): Promise<boolean> {
  const now = parts.clock.now()
  const actor = systemActor('subscriber')
  const isOurs = (await tx.query(LOCK_CURSOR, [subscriber.name, from])).length > 0
  if (!isOurs) return false
  let tells = false
  for (const event of events) {
    const { work, told, after } = openWork(parts, tx, actor, newId(now))
    await subscriber.handle(work, event)
    done.push(...after)
    if (told.length === 0) continue
    tells = true
    await recordEvents(tx, [{ at: now, run: work.run, party: undefined, account: undefined, events: told }])
  }
  await tx.execute(MOVE, [subscriber.name, to, now, from])
  return tells
}
