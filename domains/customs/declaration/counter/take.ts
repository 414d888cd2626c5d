import { legalDay } from '@tongqu/kernel/clock'
import { type Decision, type GroupCall, type GroupRun, groupCommand } from '@tongqu/kernel/command'
import type { NewEvent } from '@tongqu/kernel/event'
import type { Desk } from '../env.ts'
import { type DeclarationState, declarationState, isAwaiting } from '../life/declaration-state.ts'
import { isContradicted, stateAfter, withReceipt } from '../life/precedence.ts'
import { isTakenIn, isWithCounter } from '../life/states.ts'
import { MESSAGE_KEY, type Receipt } from './receipts.ts'
import { movedEvents } from './refresh.ts'
import {
  type LoadedDeclaration,
  type LoadedRecord,
  recordName,
  Take,
  Taken,
  type TakeState,
} from './take-state.ts'
import { loadReceipts, writeTaken } from './take-store.ts'

/*
 * Receipts, many calls a transaction. What a receipt does to its record is decided by the table of precedence; a
 * receipt that cannot be applied is held with its reason, and nothing that the counter said is lost.
 *
 * The state is read anew for each batch, with its rows locked: cancelling, correcting and sending change them too.
 */

function decide(state: TakeState, { input, now }: GroupCall<Take>): Decision<never, Taken> {
  const party = input.addressees.map(each => state.parties.get(each)).find(each => each !== undefined)
  const count = { applied: 0, late: 0, held: 0 }
  const events: NewEvent[] = []
  const touched = new Set<LoadedRecord>()
  for (const receipt of input.receipts) {
    const found = input.holds ?? recordsFor(state, party, receipt)
    const reason = typeof found === 'string' ? found : undefined
    if (typeof found === 'string') hold(state, input, party, receipt, found, now)
    else
      for (const record of found) {
        const done = apply(state, record, receipt, input.message, now)
        if (done === 'held') hold(state, input, party, receipt, 'receipt.before_message', now)
        else touched.add(record)
        count[done]++
      }
    if (reason) count.held++
  }
  for (const declaration of new Set([...touched].map(record => record.declaration)))
    events.push(...move(state, declaration, now))
  state.read.set(input.message, {
    party: party ?? null,
    kind: input.kind,
    at: now,
    verification: input.verification,
  })
  for (const id of input.settles ?? []) state.settled.push({ id, at: now })
  return { rows: [], events, output: count }
}

/** The records that a receipt answers, or why none. */
function recordsFor(
  { records, byWindowNo, ofMessage, known, precedence }: TakeState,
  party: string | undefined,
  { kind, key, by, status }: Receipt,
): readonly LoadedRecord[] | string {
  if (party === undefined) return 'receipt.not_addressed'
  if (precedence(kind).effectOf(status) === undefined) return 'receipt.unknown_status'
  if (kind === MESSAGE_KEY) {
    const own = (ofMessage.get(key) ?? []).filter(record => record.party === party)
    return own.length > 0 ? own : 'receipt.unknown_record'
  }
  const record = (by ? byWindowNo : records).get(recordName(party, kind, key))
  if (record) return [record]
  if (by) return 'receipt.before_number'
  return known.has(`${kind} ${key}`) ? 'receipt.other_party' : 'receipt.unknown_record'
}

function apply(
  state: TakeState,
  record: LoadedRecord,
  receipt: Receipt,
  message: string,
  now: Date,
): keyof Taken {
  const isLate = receipt.time <= record.after
  if (!isLate && !isWithCounter(record.state)) return 'held'
  const name = `${record.id} ${receipt.status} ${receipt.time}`
  const before = state.receipts.get(name)
  if (before) before.copies++
  else
    state.receipts.set(name, {
      record: record.id,
      party: record.party,
      status: receipt.status,
      time: receipt.time,
      info: receipt.info ?? null,
      message,
      at: now,
      isLate,
      copies: 1,
    })
  if (isLate) return 'late'
  const effect = state.precedence(receipt.kind).effectOf(receipt.status)!
  const told = withReceipt(record.told, receipt, effect)
  if (told.standing !== record.told.standing) record.info = receipt.info ?? null
  record.told = told
  record.state = stateAfter(record.state, told)
  record.preNo = greater(record.preNo, receipt.preNo)
  record.listNo = greater(record.listNo, receipt.listNo)
  record.windowNo = greater(record.windowNo, receipt.windowNo)
  record.answeredAt = now
  state.changed.add(record)
  return 'applied'
}

/** The same whatever the order: the counter gives a record one number, and where it gives two the greater stands. */
function greater(a: string | null, b: string | undefined): string | null {
  if (b === undefined) return a
  return a === null || b > a ? b : a
}

/** Brings a declaration to the state of its records, and lets a list out whose supports are all there. */
function move(state: TakeState, declaration: LoadedDeclaration, now: Date): NewEvent[] {
  const { records } = declaration
  const supports = records.filter(record => record.role === 'support')
  if (supports.every(record => isTakenIn(record.state)))
    for (const record of records)
      if (record.role === 'list' && record.state === 'waiting' && !record.isReady) {
        record.isReady = true
        state.changed.add(record)
      }
  const to: DeclarationState = declarationState(records)
  const events = movedEvents(
    {
      id: declaration.id,
      number: declaration.number,
      party_id: declaration.party,
      plan_id: declaration.plan,
      plan_number: declaration.planNumber,
      state: declaration.state,
    },
    to,
  )
  declaration.stateAt = declaration.state === to ? declaration.stateAt : now
  declaration.state = to
  declaration.waitingSince = isAwaiting(records) ? now : null
  declaration.isContradicted = records.some(record => isContradicted(record.told))
  state.moved.add(declaration)
  return events
}

function hold(
  state: TakeState,
  { message }: Take,
  party: string | undefined,
  { kind, key, status, time, info, listNo }: Receipt,
  reason: string,
  at: Date,
): void {
  const name = [kind, key, status, time, reason].join(' ')
  if (state.held.has(name)) return
  state.held.set(name, {
    party: party ?? null,
    message,
    kind,
    key,
    status,
    time,
    info: info ?? null,
    reason,
    listNo: listNo ?? null,
    at,
  })
}

/** The group command that takes receipts; all share one writer. */
export function takeReceipts(desk: Desk) {
  const group: GroupRun<Take, Taken, TakeState, never> = {
    load: (tx, calls) => loadReceipts(tx, calls, desk.precedence(legalDay(calls[0]!.now))),
    decide,
    write: (tx, _rows, state) => writeTaken(tx, state),
  }
  return groupCommand({
    name: 'customs.receipt.take',
    summary: { zh: '接收海关回执', en: 'Take receipts of the customs' },
    permission: 'customs.receipt.take',
    input: Take,
    output: Taken,
    shard: () => 'counter',
    group: group as unknown as GroupRun<Take, Taken>,
    example: {
      input: {
        message: '00000000-0000-7000-8000-000000000000',
        kind: 'CEB622',
        name: 'example',
        addressees: [],
        receipts: [],
      },
    },
  })
}
