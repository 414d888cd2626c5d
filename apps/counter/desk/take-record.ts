import type { Entry, Kind, Values } from '../message/kind.ts'
import { infoOf } from '../message/receipt.ts'
import { isRefusal, keyOf, statusOf } from '../rules/rule.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { addEvent, addLoose, firstLinked, freeNumber, keepRecord, recordOf } from '../store/records.ts'
import type { Plan, Taken } from '../store/store.ts'
import { digitsOf } from '../time.ts'
import { againAfter, deliveryOf, type Fate, type Fated, fateOf, isCustoms } from './course.ts'
import type { Desk } from './desk.ts'
import { guidOf, serialOf } from './draw.ts'
import { written } from './write-receipt.ts'

/** A record as it came. */
export interface Arrived {
  readonly kind: Kind
  readonly entry: Entry
  readonly sender: string
  readonly channel: string
}

const DAY = 86_400_000

/**
 * Takes one record. A key that is there already is a duplicate, and nothing changes; unless the record was refused,
 * cancelled or only a draft, then this one stands for it from now on.
 */
export function takeRecord(desk: Desk, arrived: Arrived, now: number): void {
  const { kind, entry } = arrived
  const key = keyOf(entry.head, kind.key)
  const before = recordOf(desk.store, kind.name, key)
  const { appType } = entry.head
  if (before && !mayReplace(desk.scenario, kind, before, appType ?? '', now))
    duplicate(desk, arrived, before, now)
  else takeNew(desk, arrived, key, before, now)
}

function takeNew(desk: Desk, arrived: Arrived, key: string, before: Taken | undefined, now: number): void {
  const { kind, entry } = arrived
  const one = recordFrom(desk, arrived, key, before, now)
  desk.store.count(`${kind.name} taken`)
  if (entry.head.appStatus === '1') draft(desk, kind, one, now)
  else if (!before && entry.head.appType !== '1') absent(desk, one, now)
  else begin(desk, kind, one, before, now)
}

function mayReplace(
  { limits }: Scenario,
  { family }: Kind,
  before: Taken,
  appType: string,
  now: number,
): boolean {
  const status = statusOf(before, now)
  if (before.mark === 'cancelled' || status === 1 || isRefusal(status)) return true
  // A document may be changed or deleted; a list goes by cancelling.
  if (appType !== '1' && family === 'document') return true
  return (
    before.kind.endsWith('11') &&
    before.head.logisticsNo !== undefined &&
    now > before.taken + limits.waybillDays * DAY
  )
}

/** What came as a record under the next attempt, with the numbers that the counter gives it. */
function recordFrom(
  desk: Desk,
  arrived: Arrived,
  key: string,
  before: Taken | undefined,
  now: number,
): Omit<Taken, 'id'> {
  const { kind, entry, sender, channel } = arrived
  const numbers = before?.numbers ?? numbersOf(desk, kind, entry, key, now)
  return {
    kind: kind.name,
    key,
    link: linkOf(kind, entry.head, numbers),
    attempt: (before?.attempt ?? 0) + 1,
    sender,
    channel,
    taken: now,
    course: '',
    head: entry.head,
    lines: entry.lines,
    numbers,
    plan: [],
    mark: null,
  }
}

/** Payments are also found by their order, what concerns a list by the list's number. */
function linkOf({ name }: Kind, head: Values, numbers: Values): string | null {
  if (name === 'CEB411') return keyOf(head, ['ebpCode', 'orderNo'])
  if (name === 'CEB403') return keyOf(head, ['ebcCode', 'orderNo'])
  if (name === 'CEB625') return head.invtNo ?? null
  if (name === 'CEB701') return applicationOf(head)
  // Lists of a book are found by its number.
  if (name === 'INV101') return head.PutrecNo ?? null
  return numbers.invtNo ?? null
}

/** What the parts of one application for a summary have in common. */
const applicationOf = (head: Values) => keyOf(head, ['agentCode', 'copNo'])

/** preNo = B, day, nine digits; invtNo = customs, year, I or E, nine digits. */
function numbersOf(desk: Desk, kind: Kind, { head }: Entry, key: string, now: number): Values {
  const { store, scenario } = desk
  if (kind.family === 'document') return {}
  const day = digitsOf(now, 8)
  const serial = (what: string) => serialOf(scenario.seed, what, kind.name, key)
  if (kind.direction === 'other') return windowNumbers(desk, kind, head, key, day)
  const preNo = freeNumber(store, `B${day}`, serial('preNo'))
  if (kind.name === 'CEB701') {
    const part = firstLinked(store, kind.name, applicationOf(head))
    return { preNo, sumNo: part?.numbers.sumNo ?? freeNumber(store, `S${day}`, serial('sumNo')) }
  }
  if (kind.name === 'CEB711') return { preNo, rkdNo: freeNumber(store, `R${day}`, serial('rkdNo')) }
  if (kind.family !== 'list') return { preNo }
  const prefix = `${head.customsCode}${day.slice(0, 4)}${kind.direction === 'import' ? 'I' : 'E'}`
  return { preNo, invtNo: freeNumber(store, prefix, serial('invtNo')) }
}

/**
 * SeqNo of the window: eighteen characters. A declaration's number: customs, year, 0 export or 1 import, nine digits; a
 * bonded list's: QD, customs, two digits of the year, I or E, nine digits.
 */
function windowNumbers(
  { store, scenario: { seed } }: Desk,
  kind: Kind,
  head: Values,
  key: string,
  day: string,
): Values {
  const number = (prefix: string, what: string) =>
    freeNumber(store, prefix, serialOf(seed, what, kind.name, key))
  const SeqNo = number(`I${day}`, 'SeqNo')
  const year = day.slice(0, 4)
  if (kind.name === 'DecMessage')
    return { SeqNo, entryId: number(`${head.CustomMaster}${year}${head.IEFlag === 'E' ? 0 : 1}`, 'entryId') }
  const bondInvtNo = number(`QD${head.DclPlcCuscd}${year.slice(2)}${head.ImpexpMarkcd}`, 'bondInvtNo')
  return head.DclcusFlag === '1'
    ? { SeqNo, bondInvtNo, entrySeqNo: number(`I${day}`, 'entrySeqNo') }
    : { SeqNo, bondInvtNo }
}

/** Said to whoever sent it now; the numbers of the record only to the one whose record it is. */
function duplicate(desk: Desk, { kind, entry, sender, channel }: Arrived, before: Taken, now: number): void {
  const { store, scenario, faster } = desk
  const { code, text } = scenario.words['-304001']!
  const at = now + Math.round(1000 / faster)
  const nth = store.count(`${kind.name} duplicate`)
  const guid = guidOf(scenario.seed, 'duplicate', kind.name, before.key, nth)
  const values = { ...entry.head, ...(sender === before.sender && before.numbers) }
  const from = scenario.receivers[kind.direction]
  const said = { guid, status: '-304001', at, info: infoOf(code, text) }
  const { type, body } = written(kind, values, said, 'refused')
  addLoose(store, {
    due: at,
    channel,
    sender: from,
    receiver: sender,
    type,
    guid,
    body,
  })
}

function receipt({ id, attempt }: Pick<Taken, 'id' | 'attempt'>, at: number, status: string) {
  return { due: at, record: id, attempt, what: 'receipt' as const, at, status, info: '', copies: 1, step: 0 }
}

function draft({ store, scenario }: Desk, { direction }: Kind, one: Omit<Taken, 'id'>, now: number): void {
  const status = direction === 'other' ? 'import' : '1'
  const { code, text } = scenario.words['1']!
  const id = keepRecord(store, { ...one, plan: [[now, 1]] })
  addEvent(store, { ...receipt({ ...one, id }, now, status), info: infoOf(code, text) })
}

/** A change or a deletion of what was never there. */
function absent({ store, faster }: Desk, one: Omit<Taken, 'id'>, now: number): void {
  const at = now + Math.round(1000 / faster)
  const id = keepRecord(store, { ...one, plan: [[at, 100]] })
  addEvent(store, {
    ...receipt({ ...one, id }, at, '100'),
    info: infoOf('9405', '原单证不存在，不能变更或删除'),
  })
}

/** Draws what will become of it; the port's receipts are on their way, the customs' wait for the check. */
function begin(desk: Desk, kind: Kind, one: Omit<Taken, 'id'>, before: Taken | undefined, now: number): void {
  const { scenario, store } = desk
  const fated: Fated = { family: kind.family, kind: kind.name, key: one.key, attempt: one.attempt }
  const again =
    before && isRefusal(before.plan.at(-1)?.[1])
      ? againAfter(scenario, kind.family, before.course)
      : undefined
  const fate = fateOf(scenario, fated, again)
  const { steps, checkAt } = atPort(fate, now, desk.faster)
  const plan: Plan = steps.map(({ at, step }) => [at, step.status])
  const kept = { ...one, id: keepRecord(store, { ...one, course: fate.course, plan }) }
  for (const [number, { at, step }] of steps.entries()) send(desk, kept, fated, { ...step, number }, at)
  if (checkAt !== undefined) addEvent(store, { ...receipt(kept, checkAt, ''), what: 'check' })
  store.count(`${kind.name} course ${fate.course}`)
}

/** What the port itself says, and when the customs look. */
function atPort({ steps }: Fate, now: number, faster: number) {
  const own: { at: number; step: Fate['steps'][number] }[] = []
  let at = now
  for (const step of steps) {
    at += Math.round(step.wait / faster)
    if (isCustoms(step.status)) return { steps: own, checkAt: at }
    own.push({ at, step })
  }
  return { steps: own, checkAt: undefined }
}

/** Puts a receipt on its way. */
export function send(
  { store, scenario, faster }: Desk,
  { id, attempt }: Pick<Taken, 'id' | 'attempt'>,
  fated: Fated,
  step: { status: number | string; code?: string; text?: string; info?: string; number: number },
  at: number,
): void {
  const status = String(step.status)
  const said = scenario.words[status]
  const code = step.code ?? said?.code ?? status
  const info = step.info ?? infoOf(code, step.text ?? said?.text ?? status)
  const { due, copies } = deliveryOf({ scenario, faster }, fated, `${step.number}`, at)
  addEvent(store, { due, record: id, attempt, what: 'receipt', at, status, info, copies, step: step.number })
}
