import type { Tx } from '@tongqu/kernel/db'
import type { Content, Kind } from '../form/kinds.ts'
import type { DeclarationState, RecordOfDeclaration } from '../life/declaration-state.ts'

/* SQL of what goes to the counter. System scope. */

export interface ReadyRecord extends Record<string, unknown> {
  readonly id: string
  readonly content: Content
  readonly is_change: boolean
}

// The oldest first, whatever its kind: an order's list goes out before the documents of orders that came later.
const NEXT = `
  select party_id, kind from customs.record where state = 'waiting' and is_ready order by id limit 1`
const READY = `
  select id, content, is_change from customs.record
  where party_id = $1 and kind = $2 and state = 'waiting' and is_ready order by id limit $3 for update skip locked`

/** Records of one party and kind that may go out, as many as a message of it takes, held until the transaction ends. */
export async function readyRecords(
  tx: Tx,
  most: (kind: Kind) => number,
): Promise<{ readonly party: string; readonly kind: Kind; readonly records: ReadyRecord[] } | undefined> {
  const [next] = await tx.query<{ party_id: string; kind: Kind }>(NEXT)
  if (!next) return undefined
  const records = await tx.query<ReadyRecord>(READY, [next.party_id, next.kind, most(next.kind)])
  return { party: next.party_id, kind: next.kind, records }
}

export interface NewMessage {
  readonly id: string
  readonly party: string | null
  readonly direction: 'out' | 'in'
  readonly kind: string
  readonly name: string
  readonly sm3: string
  readonly bytes: number
  readonly records: number
  readonly at: Date
  readonly state: 'ready' | 'waiting'
  readonly signature?: unknown
}

const ADD = `
  insert into customs.message (id, party_id, direction, kind, name, sm3, bytes, records, created_at, state, signature, next_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9) on conflict (sm3) where direction = 'in' do nothing`

/** @returns whether it is new: a message that comes in again is not */
export async function addMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { id, party, direction, kind, name, sm3, bytes, records, at, state, signature } = message
  const added = await tx.execute(ADD, [
    id,
    party,
    direction,
    kind,
    name,
    sm3,
    bytes,
    records,
    at,
    state,
    signature === undefined ? null : JSON.stringify(signature),
  ])
  return added > 0
}

const ADD_ARRIVED = `
  insert into customs.message (id, direction, kind, name, sm3, bytes, records, created_at, state, next_at)
  select id, 'in', '', name, sm3, bytes, 0, $5, 'waiting', $5
  from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[]) as n (id, name, sm3, bytes)
  on conflict (sm3) where direction = 'in' do nothing returning id`

/** Messages that came in, not read yet. @returns the ids of those that are new: one that comes again is not */
export async function addArrived(
  tx: Tx,
  messages: readonly Pick<NewMessage, 'id' | 'name' | 'sm3' | 'bytes'>[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(ADD_ARRIVED, [
    messages.map(each => each.id),
    messages.map(each => each.name),
    messages.map(each => each.sm3),
    messages.map(each => each.bytes),
    now,
  ])
  return new Set(rows.map(row => row.id))
}

const CARRY = `
  with carried as (update customs.record set state = 'sending', is_ready = false, message_id = $2 where id = any($1)
    returning id, party_id, attempt)
  insert into customs.message_record (message_id, record_id, party_id, attempt) select $2, id, party_id, attempt from carried`

export async function markSending(tx: Tx, records: readonly string[], message: string): Promise<void> {
  await tx.execute(CARRY, [records, message])
}

/** A record that cannot be sent as it stands. */
export async function markFailed(tx: Tx, record: string, info: string): Promise<void> {
  await tx.execute(
    `update customs.record set state = 'failed', is_ready = false, told_info = $2 where id = $1`,
    [record, info],
  )
}

export interface DueMessage extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly sm3: string
  readonly tries: number
}

/** Messages to be handed over now, the oldest first. */
export function dueMessages(tx: Tx, now: Date, most: number): Promise<DueMessage[]> {
  return tx.query<DueMessage>(
    `select id, name, sm3, tries from customs.message where direction = 'out' and state = 'ready' and next_at <= $1
     order by next_at, id limit $2`,
    [now, most],
  )
}

const DECLARATIONS_OF = `
  select declaration_id as id from customs.record where message_id = any($1)
  union select declaration_id from customs.record where id = any($1)`

/** Ids of the declarations of records, which are named themselves or by their messages. */
async function declarationIds(tx: Tx, named: readonly string[]): Promise<string[]> {
  return (await tx.query<{ id: string }>(DECLARATIONS_OF, [named])).map(row => row.id)
}

// Whoever changes records takes their declarations first, in one order, so that nobody deadlocks.
const TAKE_DECLARATIONS = 'select id from customs.declaration where id = any($1) order by id for update'

export async function takeDeclarations(tx: Tx, named: readonly string[]): Promise<void> {
  await tx.query(TAKE_DECLARATIONS, [await declarationIds(tx, named)])
}

export async function markSent(tx: Tx, messages: readonly string[], now: Date): Promise<void> {
  await tx.execute(
    `update customs.message set state = 'sent', done_at = $2, failure = null where id = any($1) and state = 'ready'`,
    [messages, now],
  )
  await tx.execute(
    `update customs.record set state = 'sent', sent_at = $2 where message_id = any($1) and state = 'sending'`,
    [messages, now],
  )
}

/** Messages that a person says have arrived: nothing is sent any more, and the counter's answer is waited for. */
export async function markArrived(tx: Tx, messages: readonly string[], now: Date): Promise<void> {
  await tx.execute(
    `update customs.message set state = 'sent', done_at = $2 where id = any($1) and state in ('ready', 'unknown')`,
    [messages, now],
  )
  await tx.execute(
    `update customs.record set state = 'sent', sent_at = coalesce(sent_at, $2)
     where message_id = any($1) and state in ('sending', 'unknown')`,
    [messages, now],
  )
}

export async function markTried(
  tx: Tx,
  message: string,
  next: { readonly tries: number; readonly at: Date; readonly failure: unknown; readonly isUnknown: boolean },
): Promise<void> {
  await tx.execute(
    `update customs.message set tries = $2, next_at = $3, failure = $4, state = case when $5 then 'unknown' else state end
     where id = $1`,
    [message, next.tries, next.at, JSON.stringify(next.failure), next.isUnknown],
  )
  if (next.isUnknown)
    await tx.execute(
      `update customs.record set state = 'unknown' where message_id = $1 and state = 'sending'`,
      [message],
    )
}

interface Moving extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly plan_id: string | null
  readonly plan_number: string | null
  readonly state: DeclarationState
}

export interface DeclarationOfRecords extends Moving {
  readonly records: readonly RecordOfDeclaration[]
}

const MOVING = `
  select d.id, d.number, d.party_id, d.plan_id, p.number as plan_number, d.state
  from customs.declaration d left join customs.plan p on p.id = d.plan_id where d.id = any($1)`
const THEIR_RECORDS = 'select declaration_id, role, state from customs.record where declaration_id = any($1)'

/** The declarations of records, named themselves or by their messages, each with the states of all its records. */
export async function declarationsOf(tx: Tx, named: readonly string[]): Promise<DeclarationOfRecords[]> {
  const ids = await declarationIds(tx, named)
  const rows = await tx.query<Moving>(MOVING, [ids])
  const records = await tx.query<
    RecordOfDeclaration & Record<string, unknown> & { readonly declaration_id: string }
  >(THEIR_RECORDS, [ids])
  const byDeclaration = Map.groupBy(records, record => record.declaration_id)
  return rows.map(row => ({ ...row, records: byDeclaration.get(row.id) ?? [] }))
}

// What changes nothing is not written: a declaration's messages go out one after another, within moments.
const SET_STATES = `
  update customs.declaration d set
    state_at = case when d.state = n.state then d.state_at else $4 end, state = n.state, waiting_since = n.waiting
  from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as n (id, state, waiting)
  where d.id = n.id and (d.state <> n.state or (d.waiting_since is null) <> (n.waiting is null)
    or d.waiting_since < n.waiting - interval '1 minute')`

export async function setStates(
  tx: Tx,
  rows: readonly { readonly id: string; readonly state: string; readonly waiting: Date | null }[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(SET_STATES, [
    rows.map(row => row.id),
    rows.map(row => row.state),
    rows.map(row => row.waiting),
    now,
  ])
}

/** Messages that came in and were not read yet, the oldest first. */
export function waitingMessages(
  tx: Tx,
  most: number,
): Promise<{ readonly id: string; readonly sm3: string; readonly created_at: Date }[]> {
  return tx.query(
    `select id, sm3, created_at from customs.message where direction = 'in' and state = 'waiting' order by id limit $1`,
    [most],
  )
}

/** The parties here by the numbers that messages are addressed to. */
export async function partiesAddressed(
  tx: Tx,
  addressees: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ dxp_id: string; party_id: string }>(
    'select dxp_id, party_id from customs.declarant where dxp_id = any($1)',
    [[...new Set(addressees)]],
  )
  return new Map(rows.map(row => [row.dxp_id, row.party_id]))
}

export async function markHeard(
  tx: Tx,
  messages: readonly string[],
  { party, kind, at }: { readonly party: string; readonly kind: string; readonly at: Date },
): Promise<void> {
  await tx.execute(
    `update customs.message set state = 'read', done_at = $4, kind = $3, party_id = coalesce(party_id, $2)
     where id = any($1) and direction <> 'out'`,
    [messages, party, kind, at],
  )
}

export async function markUnreadable(tx: Tx, message: string, failure: unknown, now: Date): Promise<void> {
  await tx.execute(
    `update customs.message set state = 'unreadable', failure = $2, done_at = $3 where id = $1 and state = 'waiting'`,
    [message, JSON.stringify(failure), now],
  )
}

export interface HeldReceipt extends Record<string, unknown> {
  readonly id: string
  readonly message_id: string
  readonly dxp_id: string
  readonly kind: string
  readonly key: string
  readonly by: 'windowNo' | null
  readonly status: string
  readonly time: string
  readonly info: string | null
  readonly list_no: string | null
}

const BEFORE_MESSAGE = `
  select h.id, h.message_id, c.dxp_id, h.kind, h.key, null as by, h.status, h.time, h.info, h.list_no, h.held_at
  from customs.receipt_held h join customs.declarant c on c.party_id = h.party_id
  join customs.record r on r.party_id = h.party_id and r.kind = h.kind and r.key = h.key
  where h.settled_at is null and h.reason = 'receipt.before_message' and r.state not in ('draft', 'waiting', 'withdrawn')
  union all
  select h.id, h.message_id, c.dxp_id, h.kind, h.key, 'windowNo', h.status, h.time, h.info, h.list_no, h.held_at
  from customs.receipt_held h join customs.declarant c on c.party_id = h.party_id
  join customs.record r on r.party_id = h.party_id and r.kind = h.kind and r.window_no = h.key
  where h.settled_at is null and h.reason = 'receipt.before_number'
  order by held_at, id limit $1`

/** Receipts that came before their message, which is out by now, or before the number that they name it by. */
export function heldBeforeMessage(tx: Tx, most: number): Promise<HeldReceipt[]> {
  return tx.query<HeldReceipt>(BEFORE_MESSAGE, [most])
}

export async function settleHeld(tx: Tx, id: string, at: Date): Promise<boolean> {
  return (
    (await tx.execute(
      'update customs.receipt_held set settled_at = $2 where id = $1 and settled_at is null',
      [id, at],
    )) > 0
  )
}
