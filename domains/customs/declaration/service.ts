import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { cancelling, returning } from './applications.ts'
import type * as contract from './contract.ts'
import { askTurn } from './counter/ask.ts'
import type { Desk } from './env.ts'
import { wrongIn } from './form/assemble.ts'
import { decimal, less } from './form/decimal.ts'
import { type Content, type Kind, keyOf } from './form/kinds.ts'
import { withGiven } from './give.ts'
import { declarationState, isAwaiting } from './life/declaration-state.ts'
import { type Act, isTakenIn, possible } from './life/states.ts'
import { heldOf, isHeld, MAKE, makeDeclaration, newRecords, waitsFor } from './make.ts'
import { declarationRefusals } from './refusals.ts'
import type { DeclarantRow, DeclarationRow, Given, RecordRow } from './rows.ts'
import * as store from './store.ts'

/* The use cases of declarations, each inside the unit of work it is given. */

const refuse = declarationRefusals.refuse

/** Hands a plan's orders over to be declared: a job makes their declarations and lets out those that are whole. */
export async function submit(
  work: UnitOfWork,
  { plan: name, orders }: Static<typeof contract.OfPlan>,
): Promise<Static<typeof contract.Submitted> | Refusal> {
  const plan = await findPlan(work, name)
  if (isRefusal(plan)) return plan
  if (!(await store.declarantOf(work.tx, plan.party_id))) return refuse('declaration.no_declarant')
  const count = await store.countPlanned(work.tx, plan.id, orders)
  if (orders && count < orders.length) {
    const known = new Set((await store.plannedNumbers(work.tx, plan.id, orders)).map(each => each.order_no))
    const place = orders.findIndex(each => !known.has(each))
    return refuse('declaration.no_such_order', { orderNo: orders[place]! }, `/orders/${place}`)
  }
  const payload = { plan: plan.id, ...(orders && { orders }), account: work.actor.account }
  await work.enqueue({ name: MAKE, payload, key: `${MAKE} ${plan.id} ${work.run}`, maxAttempts: 5 })
  work.emit({
    type: 'customs.plan.submitted',
    record: `customs.plan/${plan.id}`,
    data: { number: plan.number, orders: count },
  })
  return { plan: plan.number, orders: count }
}

export async function findPlan(work: UnitOfWork, name: string): Promise<store.PlanOfDeclaration | Refusal> {
  const plan = await store.findPlan(work.tx, name)
  if (!plan) return refuse('declaration.plan_not_found', { plan: name }, '/plan')
  return plan.state === 'done' ? plan : refuse('declaration.plan_not_done', { plan: plan.number }, '/plan')
}

interface Taken {
  readonly declaration: DeclarationRow
  readonly records: readonly RecordRow[]
  readonly declarant: DeclarantRow
}

async function take(work: UnitOfWork, id: string): Promise<Taken | Refusal> {
  const declaration = await store.takeDeclaration(work.tx, id)
  if (!declaration) return refuse('declaration.not_found', { id }, '/id')
  const declarant = await store.declarantOf(work.tx, declaration.party_id)
  if (!declarant) return refuse('declaration.no_declarant')
  return { declaration, declarant, records: await store.takeRecords(work.tx, declaration.id) }
}

const ACTS: Readonly<Record<Act, readonly [zh: string, en: string]>> = {
  submit: ['提交', 'submitted'],
  resend: ['重发', 'sent again'],
  correct: ['改正', 'corrected'],
  withdraw: ['撤回', 'withdrawn'],
  cancel: ['撤销', 'cancelled'],
  return: ['退货', 'returned'],
}

function notPossible({ number, state }: DeclarationRow, act: Act): Refusal {
  const [actZh, en] = ACTS[act]
  return refuse('declaration.not_possible', { number, state, act: en, actZh })
}

/**
 * Gives what a draft still needs, or corrects what was refused, and lets it out again. Records that stand as they are
 * are not sent again; one that the counter has and that is another now goes out as a change.
 */
export async function amend(
  work: UnitOfWork,
  desk: Desk,
  { id, fields, lines }: Static<typeof contract.Amend>,
): Promise<{ readonly id: string } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const { declaration, declarant } = taken
  if (!possible.correct.has(declaration.state as never)) return notPossible(declaration, 'correct')
  const tables = await desk.tables.current(work.tx)
  const given = await withGiven(work, declaration.given, { fields, lines }, tables)
  if (isRefusal(given)) return given
  const day = legalDay(work.now)
  const making = { day, codes: await desk.codes(work.tx, day), declarant }
  const order = await store.plannedOrder(work.tx, declaration.plan_id, declaration.order_no)
  const made = makeDeclaration(desk, making, order, { given, copNo: declaration.number })
  if (!made) return notPossible(declaration, 'correct')
  const { assembled } = made
  if (isHeld(assembled)) {
    if (taken.records.length > 0) return stillMissing(assembled)
    await keepDraft(work, declaration, given, heldOf(assembled))
    return { id: declaration.id }
  }
  const used = (await store.keysTaken(work.tx, declaration.party_id, assembled.records)).find(
    each => each.id !== declaration.id,
  )
  if (used) {
    if (taken.records.length > 0) return refuse('declaration.key_taken', { message: used.kind })
    await keepDraft(work, declaration, given, heldOf(assembled, used.number))
    return { id: declaration.id }
  }
  const put = await putOut(work, desk, taken, assembled.records, day)
  if (put) return put
  await store.setHeld(work.tx, declaration.id, {
    held: null,
    given,
    state: declaration.state,
    at: declaration.state_at,
  })
  await settle(work, declaration)
  return { id: declaration.id }
}

function stillMissing(assembled: Parameters<typeof heldOf>[0]): Refusal {
  const { missing, wrong, mismatches } = assembled
  const [first] = [
    ...missing.map(each => `${each.message} ${each.element}`),
    ...wrong.map(each => `${each.message} ${each.element}`),
    ...mismatches.map(each => `${each.left.element} ≠ ${each.right.element}`),
  ]
  const count = missing.length + wrong.length + mismatches.length
  return refuse('declaration.still_missing', { count, first: first! })
}

async function keepDraft(
  work: UnitOfWork,
  { id, state_at }: DeclarationRow,
  given: Given,
  held: ReturnType<typeof heldOf>,
): Promise<void> {
  await store.setHeld(work.tx, id, { held, given, state: 'draft', at: state_at })
}

/** Puts the records of a declaration out that are new, were refused or are another now. */
async function putOut(
  work: UnitOfWork,
  desk: Desk,
  { declaration, records }: Taken,
  assembled: Parameters<typeof newRecords>[3]['records'],
  day: string,
): Promise<Refusal | undefined> {
  const { id, party_id: party } = declaration
  const changes: { readonly before: RecordRow; readonly content: Content; readonly key: string }[] = []
  const fresh: (typeof assembled)[number][] = []
  for (const record of assembled) {
    const before = records.find(each => each.kind === record.kind)
    if (!before) fresh.push(record)
    else if (possible.correct.has(before.state)) changes.push({ before, ...record })
    else if (JSON.stringify(before.content) !== JSON.stringify(record.content)) {
      if (!isTakenIn(before.state) && before.state !== 'waiting') return notPossible(declaration, 'correct')
      if (before.key !== record.key && before.state !== 'waiting')
        return refuse('declaration.key_taken', { message: before.kind })
      changes.push({ before, ...record })
    }
  }
  const again = new Set(changes.map(each => each.before.kind))
  const kinds = assembled.map(each => each.kind)
  const isOut = (kind: Kind) => {
    const record = records.find(each => each.kind === kind)
    return record !== undefined && !again.has(kind) && isTakenIn(record.state)
  }
  const waits = (kind: Kind) =>
    waitsFor(
      desk,
      day,
      kind,
      kinds.filter(each => !isOut(each)),
    )
  for (const { before, content, key } of changes) {
    const isNew = before.state !== 'waiting'
    await store.changeRecord(work.tx, before.id, {
      key,
      content,
      state: 'waiting',
      isReady: !waits(before.kind),
      isNew,
      isChange: isTakenIn(before.state),
      after: isNew ? (before.told_time ?? before.after) : before.after,
    })
  }
  const made = newRecords(work, desk, { id, party, day }, { records: fresh } as never)
  await store.addRecords(
    work.tx,
    made.map(record => ({ ...record, isReady: !waits(record.kind) })),
  )
  return undefined
}

/** Brings a declaration to the state of its records, and has them sent. */
async function settle(work: UnitOfWork, declaration: DeclarationRow): Promise<void> {
  const records = await store.recordsOf(work.tx, declaration.id)
  const state = declarationState(records)
  const waiting = isAwaiting(records) ? (declaration.waiting_since ?? work.now) : null
  await store.setState(work.tx, declaration.id, { state, at: work.now, waiting })
  if (state !== declaration.state)
    work.emit({
      type: 'customs.declaration.moved',
      record: `customs.declaration/${declaration.id}`,
      data: { number: declaration.number, from: declaration.state, to: state },
    })
  await askTurn(work)
}

/** Sends again what the counter may not have. */
export async function resend(
  work: UnitOfWork,
  { id }: Static<typeof contract.OfDeclaration>,
): Promise<{ readonly id: string; readonly records: number } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const again = taken.records.filter(record => possible.resend.has(record.state))
  if (again.length === 0) return notPossible(taken.declaration, 'resend')
  for (const record of again) {
    const isNew = record.state === 'failed'
    await store.changeRecord(work.tx, record.id, {
      key: record.key,
      content: record.content,
      state: 'waiting',
      isReady: true,
      isNew,
      isChange: false,
      after: isNew ? (record.told_time ?? record.after) : record.after,
    })
  }
  await settle(work, taken.declaration)
  return { id: taken.declaration.id, records: again.length }
}

/** Takes back what the customs does not have yet, or applies for the cancelling of a list that it has. */
export async function cancel(
  work: UnitOfWork,
  desk: Desk,
  { id, reason }: Static<typeof contract.Reasoned>,
): Promise<{ readonly id: string } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const { declaration, records } = taken
  const list = records.find(each => each.role === 'list')
  if (!list || possible.withdraw.has(list.state)) {
    await store.withdraw(work.tx, declaration.id)
    if (!list)
      await store.setState(work.tx, declaration.id, { state: 'withdrawn', at: work.now, waiting: null })
    else await settle(work, declaration)
    return { id: declaration.id }
  }
  if (!possible.cancel.has(list.state) || isUnderWay(records, 'cancel'))
    return notPossible(declaration, 'cancel')
  const application = numbered(taken, list, 'C', reason)
  if (isRefusal(application)) return application
  const kind = declaration.direction === 'import' ? 'CEB623' : 'CEB605'
  return apply(work, desk, taken, {
    kind,
    role: 'cancel',
    content: cancelling(declaration.direction, list.content, application),
  })
}

const isUnderWay = (records: readonly RecordRow[], role: RecordRow['role']): boolean =>
  records.some(each => each.role === role && each.state !== 'rejected' && each.state !== 'failed')

/** Applies for goods of a released import to be sent back, within the time that the law gives. */
export async function sendBack(
  work: UnitOfWork,
  desk: Desk,
  { id, reason, lines }: Static<typeof contract.Return>,
): Promise<{ readonly id: string } | Refusal> {
  const taken = await take(work, id)
  if (isRefusal(taken)) return taken
  const { declaration, records } = taken
  const list = records.find(each => each.role === 'list')
  const isPossible =
    list?.kind === 'CEB621' && possible.return.has(list.state) && !isUnderWay(records, 'return')
  if (!isPossible) return notPossible(declaration, 'return')
  const until = returnUntil(desk, list)
  if (until !== undefined && legalDay(work.now) > until)
    return refuse('declaration.return_too_late', { until })
  const tooMuch = lines?.findIndex(({ line, qty }) => {
    const declared = (list.content.InventoryList as readonly { readonly qty: string }[])[line - 1]
    return !declared || less(decimal(declared.qty), decimal(qty)).units < 0n
  })
  if (tooMuch !== undefined && tooMuch >= 0)
    return refuse('declaration.no_such_line', { line: lines![tooMuch]!.line }, `/lines/${tooMuch}`)
  const application = numbered(taken, list, 'R', reason)
  if (isRefusal(application)) return application
  return apply(work, desk, taken, {
    kind: 'CEB625',
    role: 'return',
    content: returning(list.content, lines, application)!,
  })
}

/** Last day on which goods can go back without tax: so many days after the counter's release. */
export function returnUntil(
  desk: Desk,
  { told_time: time }: Pick<RecordRow, 'told_time'>,
): string | undefined {
  if (time === null) return undefined
  const day = `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`
  const days = Number(desk.setting<string>(day, 'retail_import.return_days'))
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What an application says of the list, under a number of its own. */
function numbered({ declaration, records }: Taken, list: RecordRow, mark: string, reason: string) {
  if (list.list_no === null) return refuse('declaration.no_list_number', { number: declaration.number })
  const before = records.filter(each => each.role === 'cancel' || each.role === 'return').length
  return {
    copNo: `${declaration.number}${mark}${before + 1}`,
    preNo: list.pre_no ?? undefined,
    listNo: list.list_no,
    reason,
  }
}

async function apply(
  work: UnitOfWork,
  desk: Desk,
  { declaration, declarant }: Taken,
  { kind, role, content }: { readonly kind: Kind; readonly role: string; readonly content: Content },
): Promise<{ readonly id: string } | Refusal> {
  const day = legalDay(work.now)
  const codes = await desk.codes(work.tx, day)
  const judging = { day, conditions: desk.conditions(day) }
  const [wrong] = wrongIn(kind, content, { profile: declarant.profile, codes }, judging)
  if (wrong) return refuse('declaration.still_missing', { count: 1, first: `${kind} ${wrong.element}` })
  const { id, party_id: party } = declaration
  const record = { id: work.newId(), declaration: id, party, kind, role, key: keyOf(kind, content), content }
  await store.addRecords(work.tx, [{ ...record, state: 'waiting', isReady: true }])
  await settle(work, declaration)
  return { id }
}
