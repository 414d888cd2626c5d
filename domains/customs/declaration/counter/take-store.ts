import type { GroupCall } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import { enqueue } from '@tongqu/kernel/job'
import type { DeclarationState, Role } from '../life/declaration-state.ts'
import type { Precedences, Told } from '../life/precedence.ts'
import type { RecordState, ToldState } from '../life/states.ts'
import { turnRequest } from './ask.ts'
import { MESSAGE_KEY } from './receipts.ts'
import {
  type HeldRow,
  type LoadedDeclaration,
  type LoadedRecord,
  type ReceiptRow,
  recordName,
  type Take,
  type TakeState,
} from './take-state.ts'

/* SQL of taking receipts: everything a batch names is read at once and written at once. */

const PARTIES = 'select dxp_id, party_id from customs.declarant where dxp_id = any($1)'

const NAMED = `
  select r.id, r.party_id, r.kind, r.key, r.declaration_id, null::uuid as message_id
  from unnest($1::text[], $2::text[]) as n (kind, key) join customs.record r on r.kind = n.kind and r.key = n.key
  union all
  select r.id, r.party_id, r.kind, r.key, r.declaration_id, r.message_id from customs.record r where r.message_id = any($3)
  union all
  select r.id, r.party_id, r.kind, r.key, r.declaration_id, null::uuid from unnest($4::text[], $5::text[]) as n (kind, number)
  join customs.record r on r.kind = n.kind and r.window_no = n.number`

// In one order, so that two who take the same declarations wait for each other and never deadlock.
const DECLARATIONS = `
  select d.id, d.number, d.party_id, d.plan_id, p.number as plan_number, d.state, d.state_at
  from customs.declaration d left join customs.plan p on p.id = d.plan_id where d.id = any($1) order by d.id for update of d`

const RECORDS = `
  select id, declaration_id, party_id, kind, key, role, state, is_ready, after, told_level, told_rank, told_time, told_code,
    told_info, is_known, is_released, is_rejected, released_time, pre_no, list_no, window_no, answered_at
  from customs.record where declaration_id = any($1) order by id for update`

interface RecordRow extends Record<string, unknown> {
  readonly id: string
  readonly declaration_id: string
  readonly party_id: string
  readonly kind: string
  readonly key: string
  readonly role: Role
  readonly state: RecordState
  readonly is_ready: boolean
  readonly after: string
  readonly told_level: number | null
  readonly told_rank: number | null
  readonly told_time: string | null
  readonly told_code: string | null
  readonly told_info: string | null
  readonly is_known: boolean
  readonly is_released: boolean
  readonly is_rejected: boolean
  readonly released_time: string | null
  readonly pre_no: string | null
  readonly list_no: string | null
  readonly window_no: string | null
  readonly answered_at: Date | null
}

interface NamedRow extends Record<string, unknown> {
  readonly id: string
  readonly party_id: string
  readonly kind: string
  readonly key: string
  readonly declaration_id: string
  readonly message_id: string | null
}

interface DeclarationRow extends Record<string, unknown> {
  readonly id: string
  readonly number: string
  readonly party_id: string
  readonly plan_id: string | null
  readonly plan_number: string | null
  readonly state: DeclarationState
  readonly state_at: Date
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Reads what the receipts of all calls name, and holds it until the transaction ends. */
export async function loadReceipts(
  tx: Tx,
  calls: readonly GroupCall<Take>[],
  precedence: Precedences,
): Promise<TakeState> {
  const parties = await tx.query<{ dxp_id: string; party_id: string }>(PARTIES, [
    [...new Set(calls.flatMap(call => call.input.addressees))],
  ])
  const all = calls.flatMap(call => call.input.receipts)
  const keys = new Map(
    all.filter(each => each.kind !== MESSAGE_KEY && !each.by).map(each => [`${each.kind} ${each.key}`, each]),
  )
  const numbers = new Map(all.filter(each => each.by).map(each => [`${each.kind} ${each.key}`, each]))
  const named = await tx.query<NamedRow>(NAMED, [
    [...keys.values()].map(each => each.kind),
    [...keys.values()].map(each => each.key),
    all.filter(each => each.kind === MESSAGE_KEY && UUID.test(each.key)).map(each => each.key),
    [...numbers.values()].map(each => each.kind),
    [...numbers.values()].map(each => each.key),
  ])
  const ids = [...new Set(named.map(row => row.declaration_id))]
  const declarations = new Map(
    (await tx.query<DeclarationRow>(DECLARATIONS, [ids])).map(row => [row.id, loadedDeclaration(row)]),
  )
  const byId = new Map<string, LoadedRecord>()
  const records = new Map<string, LoadedRecord>()
  const byWindowNo = new Map<string, LoadedRecord>()
  for (const row of await tx.query<RecordRow>(RECORDS, [ids])) {
    const record = loadedRecord(row, declarations.get(row.declaration_id)!)
    record.declaration.records.push(record)
    byId.set(row.id, record)
    records.set(recordName(row.party_id, row.kind, row.key), record)
    if (row.window_no !== null) byWindowNo.set(recordName(row.party_id, row.kind, row.window_no), record)
  }
  return {
    parties: new Map(parties.map(row => [row.dxp_id, row.party_id])),
    records,
    byWindowNo,
    ofMessage: recordsByMessage(named, byId),
    known: new Set(named.map(row => `${row.kind} ${row.key}`)),
    declarations,
    precedence,
    changed: new Set(),
    moved: new Set(),
    receipts: new Map(),
    held: new Map(),
    read: new Map(),
    settled: [],
  }
}

function recordsByMessage(named: readonly NamedRow[], byId: ReadonlyMap<string, LoadedRecord>) {
  const found = new Map<string, LoadedRecord[]>()
  for (const { message_id: message, id } of named)
    if (message !== null) found.set(message, [...(found.get(message) ?? []), byId.get(id)!])
  return found
}

function loadedDeclaration(row: DeclarationRow): LoadedDeclaration {
  return {
    id: row.id,
    number: row.number,
    party: row.party_id,
    plan: row.plan_id,
    planNumber: row.plan_number,
    records: [],
    state: row.state,
    stateAt: row.state_at,
    waitingSince: null,
    isContradicted: false,
  }
}

function loadedRecord(row: RecordRow, declaration: LoadedDeclaration): LoadedRecord {
  return {
    id: row.id,
    party: row.party_id,
    role: row.role,
    declaration,
    after: row.after,
    state: row.state,
    isReady: row.is_ready,
    told: toldOf(row),
    info: row.told_info,
    preNo: row.pre_no,
    listNo: row.list_no,
    windowNo: row.window_no,
    answeredAt: row.answered_at,
  }
}

/** What receipts have said of a record, as its row keeps it. */
export function toldOf(
  row: Pick<
    RecordRow,
    | 'state'
    | 'told_level'
    | 'told_rank'
    | 'told_time'
    | 'told_code'
    | 'is_known'
    | 'is_released'
    | 'is_rejected'
    | 'released_time'
  >,
): Told {
  const { told_level: level, told_rank: rank, told_time: time, told_code: code } = row
  const isTold = level !== null && rank !== null && time !== null && code !== null
  return {
    standing: isTold ? { state: row.state as ToldState, level, rank, time, code } : undefined,
    isKnown: row.is_known,
    isReleased: row.is_released,
    isRejected: row.is_rejected,
    releasedTime: row.released_time ?? undefined,
  }
}

const WRITE_RECORDS = `
  update customs.record r set state = n.state, is_ready = n.is_ready, told_level = n.level, told_rank = n.rank,
    told_time = n.time, told_code = n.code, told_info = n.info, is_known = n.is_known, is_released = n.is_released,
    is_rejected = n.is_rejected, pre_no = n.pre_no, list_no = n.list_no, window_no = n.window_no, answered_at = n.answered_at,
    released_time = n.released_time
  from unnest($1::uuid[], $2::text[], $3::boolean[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::boolean[],
    $10::boolean[], $11::boolean[], $12::text[], $13::text[], $14::text[], $15::timestamptz[], $16::text[])
    as n (id, state, is_ready, level, rank, time, code, info, is_known, is_released, is_rejected, pre_no, list_no,
      window_no, answered_at, released_time)
  where r.id = n.id`

const WRITE_RECEIPTS = `
  insert into customs.receipt as r (record_id, party_id, status, time, info, message_id, received_at, is_late, copies)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::timestamptz[], $8::boolean[],
    $9::int[])
  on conflict (record_id, status, time) do update set copies = r.copies + excluded.copies`

const WRITE_HELD = `
  insert into customs.receipt_held (party_id, message_id, kind, key, status, time, info, reason, list_no, held_at)
  select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::timestamptz[])
  on conflict (kind, key, status, time, reason) do nothing`

const WRITE_DECLARATIONS = `
  update customs.declaration d set state = n.state, state_at = n.state_at, waiting_since = n.waiting,
    is_contradicted = n.is_contradicted
  from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::boolean[])
    as n (id, state, state_at, waiting, is_contradicted)
  where d.id = n.id`

// `<> 'out'` and not `= 'in'`: the indexes of what came in are by other columns, and would be read whole for each row.
const WRITE_READ = `
  update customs.message m set state = 'read', done_at = n.at, kind = n.kind, party_id = coalesce(m.party_id, n.party),
    verification = coalesce(n.verification, m.verification)
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::json[]) as n (id, party, kind, at, verification)
  where m.id = n.id and m.direction <> 'out'`

const WRITE_SETTLED = `
  update customs.receipt_held h set settled_at = n.at from unnest($1::uuid[], $2::timestamptz[]) as n (id, at)
  where h.id = n.id`

export async function writeTaken(tx: Tx, state: TakeState): Promise<void> {
  const { changed, moved, receipts, held, read, settled } = state
  const records = columns([...changed], recordColumns, 16)
  const rows = columns([...receipts.values()], receiptColumns, 9)
  const kept = columns([...held.values()], heldColumns, 10)
  const declarations = columns([...moved], declarationColumns, 5)
  const found = (one: unknown) => (one === undefined ? null : JSON.stringify(one))
  const messages = columns(
    [...read],
    ([id, { party, kind, at, verification }]) => [id, party, kind, at, found(verification)],
    5,
  )
  const done = columns(settled, ({ id, at }) => [id, at], 2)
  if (records) await tx.execute(WRITE_RECORDS, records)
  if (rows) await tx.execute(WRITE_RECEIPTS, rows)
  if (kept) await tx.execute(WRITE_HELD, kept)
  if (declarations) await tx.execute(WRITE_DECLARATIONS, declarations)
  if (messages) await tx.execute(WRITE_READ, messages)
  if (done) await tx.execute(WRITE_SETTLED, done)
  // A list whose supports are all there goes out now, not at the next round.
  if ([...changed].some(record => record.state === 'waiting' && record.isReady))
    await enqueue(tx, turnRequest)
}

/** Rows as arrays of columns, for `unnest`; undefined where there are none. */
function columns<T>(
  rows: readonly T[],
  of: (row: T) => readonly unknown[],
  count: number,
): unknown[][] | undefined {
  if (rows.length === 0) return undefined
  const values = rows.map(of)
  return Array.from({ length: count }, (_, n) => values.map(row => row[n]))
}

const recordColumns = ({
  id,
  state,
  isReady,
  told,
  info,
  preNo,
  listNo,
  windowNo,
  answeredAt,
}: LoadedRecord) => {
  const { standing, isKnown, isReleased, isRejected, releasedTime } = told
  return [
    id,
    state,
    isReady,
    standing?.level ?? null,
    standing?.rank ?? null,
    standing?.time ?? null,
    standing?.code ?? null,
    info,
    isKnown,
    isReleased,
    isRejected,
    preNo,
    listNo,
    windowNo,
    answeredAt,
    releasedTime ?? null,
  ]
}

const receiptColumns = (row: ReceiptRow) => [
  row.record,
  row.party,
  row.status,
  row.time,
  row.info,
  row.message,
  row.at,
  row.isLate,
  row.copies,
]

const heldColumns = (row: HeldRow) => [
  row.party,
  row.message,
  row.kind,
  row.key,
  row.status,
  row.time,
  row.info,
  row.reason,
  row.listNo,
  row.at,
]

const declarationColumns = (row: LoadedDeclaration) => [
  row.id,
  row.state,
  row.stateAt,
  row.waitingSince,
  row.isContradicted,
]
