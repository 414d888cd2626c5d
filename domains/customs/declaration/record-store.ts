import type { Tx } from '@tongqu/kernel/db'
import type { Kind } from './form/kinds.ts'
import type { RecordRow } from './rows.ts'
import { transposed } from './store.ts'

/* SQL of the records of declarations. */

const RECORD = `
  select id, declaration_id, party_id, kind, role, key, content, state, is_ready, attempt, after, told_level, told_rank,
    told_time, told_code, told_info, is_known, is_released, is_rejected, released_time, pre_no, list_no, window_no, message_id,
    sent_at, answered_at
  from customs.record`

export function recordsOf(tx: Tx, declaration: string): Promise<RecordRow[]> {
  return tx.query<RecordRow>(`${RECORD} where declaration_id = $1 order by id`, [declaration])
}

export function takeRecords(tx: Tx, declaration: string): Promise<RecordRow[]> {
  return tx.query<RecordRow>(`${RECORD} where declaration_id = $1 order by id for update`, [declaration])
}

const KEYS_TAKEN = `
  select r.kind, r.key, d.number, d.id from unnest($2::text[], $3::text[]) as n (kind, key)
  join customs.record r on r.party_id = $1 and r.kind = n.kind and r.key = n.key
  join customs.declaration d on d.id = r.declaration_id`

export interface TakenKey extends Record<string, unknown> {
  readonly kind: Kind
  readonly key: string
  readonly number: string
  readonly id: string
}

/** Which business keys the party has used before, and for which declaration. */
export function keysTaken(
  tx: Tx,
  party: string,
  records: readonly { readonly kind: Kind; readonly key: string }[],
): Promise<TakenKey[]> {
  return tx.query<TakenKey>(KEYS_TAKEN, [
    party,
    records.map(each => each.kind),
    records.map(each => each.key),
  ])
}

export interface NewRecord {
  readonly id: string
  readonly declaration: string
  readonly party: string
  readonly kind: Kind
  readonly role: string
  readonly key: string
  readonly content: unknown
  readonly state: string
  readonly isReady: boolean
}

const ADD_RECORDS = `
  insert into customs.record (id, declaration_id, party_id, kind, role, key, content, state, is_ready)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::json[], $8::text[],
    $9::boolean[])`

export async function addRecords(tx: Tx, rows: readonly NewRecord[]): Promise<void> {
  if (rows.length === 0) return
  const columns = rows.map(row => [
    row.id,
    row.declaration,
    row.party,
    row.kind,
    row.role,
    row.key,
    JSON.stringify(row.content),
    row.state,
    row.isReady,
  ])
  await tx.execute(ADD_RECORDS, transposed(columns, 9))
}

const CHANGE_RECORD = `
  update customs.record set key = $2, content = $3, state = $4, is_ready = $5, attempt = attempt + $6, after = $7,
    is_change = $8,
    told_level = case when $6 = 1 then null else told_level end, told_rank = case when $6 = 1 then null else told_rank end,
    told_time = case when $6 = 1 then null else told_time end, told_code = case when $6 = 1 then null else told_code end,
    told_info = case when $6 = 1 then null else told_info end, is_known = is_known and $6 = 0,
    is_released = is_released and $6 = 0, is_rejected = is_rejected and $6 = 0,
    released_time = case when $6 = 1 then null else released_time end,
    list_no = case when $6 = 1 then null else list_no end,
    window_no = case when $6 = 1 then null else window_no end
  where id = $1`

/** Puts a record out again: the same content (`isNew` false) or a new submission of it. */
export async function changeRecord(
  tx: Tx,
  id: string,
  to: {
    readonly key: string
    readonly content: unknown
    readonly state: string
    readonly isReady: boolean
    readonly isNew: boolean
    /** The counter has it, and is told of a change. */
    readonly isChange: boolean
    readonly after: string
  },
): Promise<void> {
  await tx.execute(CHANGE_RECORD, [
    id,
    to.key,
    JSON.stringify(to.content),
    to.state,
    to.isReady,
    to.isNew ? 1 : 0,
    to.after,
    to.isChange,
  ])
}

/** Records that the counter does not have are withdrawn, and their keys are free again. */
export async function withdraw(tx: Tx, declaration: string): Promise<void> {
  await tx.execute(
    `update customs.record set state = 'withdrawn', is_ready = false, key = key || ' withdrawn ' || id::text
     where declaration_id = $1 and state in ('draft', 'waiting') and role in ('support', 'list')`,
    [declaration],
  )
}
