import type { Kind, Values } from '../message/kind.ts'
import { kinds } from '../message/kinds.ts'
import { infoOf, type Said } from '../message/receipt.ts'
import { judge } from '../rules/judge.ts'
import { isRefusal, type Reason, type Verdict } from '../rules/rule.ts'
import { addEvent, keepPlan, markRecord, recordById, takeEvents, takeLoose } from '../store/records.ts'
import type { Event, Plan, Taken } from '../store/store.ts'
import { type Fated, fateOf, isCustoms, type Planned } from './course.ts'
import type { Desk } from './desk.ts'
import { Draw, guidOf } from './draw.ts'
import { follow, followers, followPart } from './follow.ts'
import { type Outgoing, sealed, type Unsealed } from './seal.ts'
import { send } from './take-record.ts'
import { written } from './write-receipt.ts'

/**
 * Does what is due: checks records, and gives the receipts whose time has come. Whoever calls sends them before the
 * transaction ends; so a receipt may come twice after a kill and is never lost.
 */
export function deliver(desk: Desk, now: number, limit: number): { done: number; outgoing: Outgoing[] } {
  const events = takeEvents(desk.store, now, limit)
  const leaving: Unsealed[] = []
  for (const event of events) {
    const record = recordById(desk.store, event.record)
    if (!record) continue
    if (event.what === 'receipt') leaving.push(...receipts(desk, record, event))
    else if (event.what !== 'check') leaving.push(...followers(desk, record, event))
    else if (event.attempt === record.attempt) check(desk, record, event.due)
  }
  const loose = takeLoose(desk.store, now, limit)
  leaving.push(...loose.map(one => ({ ...one, at: one.due, copy: 0 })))
  for (const { type } of leaving) desk.store.count(`${type} sent`)
  return {
    done: events.length + loose.length,
    outgoing: sealed(leaving, desk.scenario.receiptsPerMessage, desk.key),
  }
}

function receipts(desk: Desk, record: Taken, event: Event): Unsealed[] {
  const { seed, receivers } = desk.scenario
  const { at, status, info, attempt, copies } = event
  const kind = kinds.get(record.kind)!
  const guid = guidOf(seed, record.kind, record.key, attempt, event.step)
  const values = { ...record.head, ...shown(record, status, kind.direction) }
  const one = unsealed(kind, values, { guid, status, at, info }, record, receivers[kind.direction])
  const all = Array.from({ length: copies }, (_, copy) => ({ ...one, copy }))
  return [
    ...all,
    ...oddities(desk, record, event, (said, of) =>
      unsealed(kind, { ...values, ...of }, said, record, one.sender),
    ),
  ]
}

function unsealed(
  kind: Kind,
  values: Values,
  said: Said,
  { channel, sender: receiver }: Taken,
  sender: string,
): Unsealed {
  const { guid, at } = said
  return { channel, receiver, sender, guid, at, ...written(kind, values, said), copy: 0 }
}

/** What no counter should send and some day one does: a status that nobody knows, a record that nobody sent. */
function oddities(
  { scenario: { seed, disturbances } }: Desk,
  { kind, key }: Taken,
  { at, attempt, step, status, info }: Event,
  make: (said: Said, of: Values) => Unsealed,
): Unsealed[] {
  const draw = new Draw(seed, 'odd', kind, key, attempt, step)
  const odd = (what: string) => guidOf(seed, what, kind, key, attempt, step)
  const found: Unsealed[] = []
  if (draw.happens(disturbances.unknownStatus.share))
    found.push(make({ guid: odd('777'), status: '777', at, info: infoOf('777', '未知状态') }, {}))
  if (draw.happens(disturbances.stranger.share)) {
    const names = [
      'orderNo',
      'copNo',
      'logisticsNo',
      'payTransactionId',
      'invtNo',
      'preNo',
      'ClientSeqNo',
      'SeqNo',
    ]
    const nobody = Object.fromEntries(names.map(name => [name, `X${draw.below(1_000_000_000)}`]))
    found.push(make({ guid: odd('stranger'), status, at, info }, nobody))
  }
  return found
}

/** An import list gets its number with the customs' first word; an export list with the port's. */
function shown({ numbers }: Taken, status: string, direction: string) {
  if (direction === 'export' || Number(status) >= 100) return numbers
  const { invtNo: _, ...rest } = numbers
  return rest
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
  if (isRefusal(plan.at(-1)?.[1])) {
    if (record.kind === 'CEB701') followPart(desk, { ...record, plan }, 'refused')
    return
  }
  // A deletion that was accepted.
  if (record.head.appType === '3') markRecord(desk.store, record.id, 'cancelled')
  verdict.accepted?.()
  follow(desk, record, fated, plan)
}

const isAtWindow = (family: string) => family === 'declaration' || family === 'bonded'

function refuse(desk: Desk, record: Taken, fated: Fated, reasons: readonly Reason[], now: number): void {
  const info = reasons.map(({ code, text }) => infoOf(code, text)).join('')
  const status = isAtWindow(fated.family) ? 'refused' : 100
  send(desk, record, fated, { status, info, number: record.plan.length }, now)
  keepPlan(desk.store, record.id, [...record.plan, [now, status]], record.numbers)
  if (record.kind === 'CEB701') followPart(desk, record, 'refused')
  desk.store.count(`${record.kind} refused by rule`)
}

function go(desk: Desk, record: Taken, fated: Fated, steps: readonly Planned[], now: number): Plan {
  const plan = [...record.plan]
  let at = now
  for (const [n, step] of steps.entries()) {
    if (n > 0) at += Math.round(step.wait / desk.faster)
    // No declaration is made of a bonded list that asks for none.
    if (step.status === 'entry' && record.numbers.entrySeqNo === undefined) continue
    plan.push([at, step.status])
    send(desk, record, fated, { ...step, number: plan.length - 1 }, at)
  }
  return plan
}
