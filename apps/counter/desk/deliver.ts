import { sealEnvelope } from '../message/envelope.ts'
import { kinds } from '../message/kinds.ts'
import { infoOf, receiptOf } from '../message/receipt.ts'
import { judge } from '../rules/judge.ts'
import { isRefusal, type Reason, type Verdict } from '../rules/rule.ts'
import { addEvent, count, keepPlan, markRecord, recordById, takeEvents, takeLoose } from '../store/records.ts'
import type { Event, Plan, Taken } from '../store/store.ts'
import { digitsOf, isoOf } from '../time.ts'
import { type Fated, fateOf, isCustoms, type Planned } from './course.ts'
import type { Desk } from './desk.ts'
import { guidOf } from './draw.ts'
import { send } from './take-record.ts'

/** An envelope that leaves the counter. */
export interface Outgoing {
  readonly channel: string
  readonly receiver: string
  /** Name of its own, the same for the same receipt after a kill. */
  readonly name: string
  readonly envelope: string
}

/**
 * Does what is due: checks records, and gives the receipts whose time has come. Whoever calls sends them before the
 * transaction ends; so a receipt may come twice after a kill and is never lost.
 */
export function deliver(desk: Desk, now: number, limit: number): { done: number; outgoing: Outgoing[] } {
  const events = takeEvents(desk.store, now, limit)
  const outgoing: Outgoing[] = []
  for (const event of events) {
    const record = recordById(desk.store, event.record)
    if (!record) continue
    if (event.what === 'receipt') outgoing.push(...receipts(desk, record, event))
    else if (event.attempt === record.attempt) check(desk, record, event.due)
  }
  const loose = takeLoose(desk.store, now, limit)
  outgoing.push(...loose.map(one => sealed({ ...one, at: one.due })))
  for (const { name } of outgoing) count(desk.store, `${name.split('_')[1]} sent`)
  return { done: events.length + loose.length, outgoing }
}

function receipts(desk: Desk, record: Taken, event: Event): Outgoing[] {
  const { seed, receivers } = desk.scenario
  const { at, status, info, attempt, copies } = event
  const kind = kinds.get(record.kind)!
  const guid = guidOf(seed, record.kind, record.key, attempt, event.step)
  const body = receiptOf(
    kind,
    { ...record.head, ...shown(record, status, kind.direction) },
    { guid, status, at, info },
  )
  const sender = receivers[kind.direction]
  const one = sealed({
    channel: record.channel,
    receiver: record.sender,
    type: `${kind.receipt.name}Message`,
    guid,
    body,
    at,
    sender,
  })
  return Array.from({ length: copies }, (_, n) => (n === 0 ? one : { ...one, name: `${one.name}-${n + 1}` }))
}

/** An import list gets its number with the customs' first word; an export list with the port's. */
function shown({ numbers }: Taken, status: string, direction: string) {
  if (direction === 'export' || Number(status) >= 100) return numbers
  const { invtNo: _, ...rest } = numbers
  return rest
}

interface Unsealed {
  readonly channel: string
  readonly receiver: string
  readonly sender: string
  readonly type: string
  readonly guid: string
  readonly body: string
  readonly at: number
}

function sealed({ channel, receiver, sender, type, guid, body, at }: Unsealed): Outgoing {
  const envelope = sealEnvelope({ id: guid, sender, receiver, created: isoOf(at), type }, body)
  return { channel, receiver, name: `${digitsOf(at, 17)}_${type}_${guid}`, envelope }
}

/** The customs look at a record: taken on its course, refused with reasons, or put off until its papers have come. */
function check(desk: Desk, record: Taken, now: number): void {
  const { store, scenario } = desk
  const kind = kinds.get(record.kind)!
  const verdict = judge(kind, { store, scenario, now, record })
  if (verdict.waits) {
    const due = Math.min(now + 1000, record.taken + scenario.rules.waitForDocuments * 1000)
    addEvent(store, {
      due,
      record: record.id,
      attempt: record.attempt,
      what: 'check',
      at: due,
      status: '',
      info: '',
      copies: 1,
      step: 0,
    })
    return
  }
  const fated: Fated = { family: kind.family, kind: kind.name, key: record.key, attempt: record.attempt }
  if (verdict.reasons.length > 0) refuse(desk, record, fated, verdict.reasons, now)
  else accept(desk, record, fated, verdict, now)
}

function accept(desk: Desk, record: Taken, fated: Fated, verdict: Verdict, now: number): void {
  const steps = fateOf(desk.scenario, fated, record.course).steps
  const rest = steps.slice(steps.findIndex(({ status }) => isCustoms(status)))
  const plan = go(desk, record, fated, rest, now)
  keepPlan(desk.store, record.id, plan, record.numbers)
  if (isRefusal(plan.at(-1)?.[1])) return
  // A deletion that was accepted.
  if (record.head.appType === '3') markRecord(desk.store, record.id, 'cancelled')
  verdict.accepted?.()
}

function refuse(desk: Desk, record: Taken, fated: Fated, reasons: readonly Reason[], now: number): void {
  const info = reasons.map(({ code, text }) => infoOf(code, text)).join('')
  send(desk, record, fated, { status: 100, info, number: record.plan.length }, now)
  keepPlan(desk.store, record.id, [...record.plan, [now, 100]], record.numbers)
  count(desk.store, `${record.kind} refused by rule`)
}

function go(desk: Desk, record: Taken, fated: Fated, steps: readonly Planned[], now: number): Plan {
  const plan = [...record.plan]
  let at = now
  for (const [n, step] of steps.entries()) {
    if (n > 0) at += Math.round(step.wait / desk.faster)
    plan.push([at, step.status])
    send(desk, record, fated, { ...step, number: plan.length - 1 }, at)
  }
  return plan
}
